"""Reading a page: its words in order, what makes them hard, and its limits.

A page type says what is read of it (localoffer.pages): ``reading_kind``; ``reading_fields``, in reading order (bodies that
are not named come last); ``reading_rows``, the words of its rows below ("answers": "answer").
"""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site

from localoffer.blocks.rules import lines_of
from localoffer.blocks.words import passages_of
from localoffer.plainlanguage.checking import Checked, Passage, check
from localoffer.plainlanguage.registry import known_terms
from localoffer.plainlanguage.rules import Figures, Limits, figures, over_limits

from .models import ReadingLimits


def is_read(page: Any) -> bool:
    """True for our pages in English: the rules know no other language."""
    language = page.locale.language_code if page.locale_id else settings.LANGUAGE_CODE
    return hasattr(page, "reading_kind") and language.startswith("en")


def passages(page: Any) -> list[Passage]:
    """All that a page says, in reading order."""
    return [passage for passage in _passages(page) if passage.words.strip()]


def _passages(page: Any) -> Iterator[Passage]:
    streams = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
    for name in dict.fromkeys((*page.reading_fields, *streams)):
        value = getattr(page, name)
        if name in streams:
            yield from passages_of(value, name) if value else ()
            continue
        field = page._meta.get_field(name)
        words = lines_of(str(value or "")) if isinstance(field, RichTextField) else str(value or "")
        label = str(field.verbose_name)
        yield Passage(words, label[:1].upper() + label[1:], name)
    for rows, name in page.reading_rows.items():
        for row in getattr(page, rows).all():
            yield Passage(str(getattr(row, name) or ""), str(row._meta.verbose_name).capitalize(), rows)


def figures_of(page: Any) -> Figures:
    return figures("\n".join(passage.words for passage in passages(page)))


def limits_of(page: Any, site: Site | None = None) -> Limits:
    """The limits for a page: those of its site; of the default site while it stands nowhere yet."""
    site = site or (page.get_site() if page.pk else None) or Site.objects.filter(is_default_site=True).first()
    kept = ReadingLimits.objects.filter(site=site).first() if site else None
    return (kept or ReadingLimits()).of(page.reading_kind)


def check_page(page: Any) -> Checked:
    return check(passages(page), limits_of(page), known_terms())


def too_hard(page: Any) -> list[str]:
    """What is over the page's limits, in sentences; [] when nothing is, and for other languages."""
    return over_limits(figures_of(page), limits_of(page)) if is_read(page) else []


def saved_draft(page: Page) -> Any:
    return page.get_latest_revision_as_object()
