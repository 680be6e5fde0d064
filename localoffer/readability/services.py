"""Keeping how hard each public page is to read.

The table stays true by three roads: saving a public page measures it, on whatever road it was published (signal_handlers);
a daily job measures public pages that were never measured, or by older rules; ``manage.py measure_pages`` measures all anew,
for after changes in the database past the pages' own ``save()``.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from .measuring import figures_of, is_read
from .models import PageReading

RULES = 2  # raise when the rules of plainlanguage count otherwise than before
AT_ONCE = 200


def keep_reading(*, page: Any, now: datetime) -> None:
    """Writes down how hard the page is as it stands. Copies and other languages have no entry."""
    if page.alias_of_id or not is_read(page):
        PageReading.objects.filter(page=page.pk).delete()
        return
    found = figures_of(page)
    PageReading.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "kind": page.reading_kind,
            "words": found.words,
            "grade": found.grade,
            "mean_sentence": found.mean_sentence,
            "longest_sentence": found.longest_sentence,
            "reason": getattr(page, "hard_because", ""),
            "measured_by": RULES,
            "measured_at": now,
        },
    )


def measure_missing(*, now: datetime, all_anew: bool = False) -> int:
    """Measures public pages that were never measured or by other rules; returns how many."""
    pages = Page.objects.live().filter(alias_of=None, locale__language_code__startswith="en", depth__gt=1)
    if not all_anew:
        pages = pages.filter(Q(kept_reading=None) | ~Q(kept_reading__measured_by=RULES))
    wanted = list(pages.order_by("pk").values_list("pk", flat=True))
    measured = 0
    for start in range(0, len(wanted), AT_ONCE):
        for page in Page.objects.filter(pk__in=wanted[start : start + AT_ONCE]).specific():
            if hasattr(page, "reading_kind"):
                keep_reading(page=page, now=now)
                measured += 1
    return measured
