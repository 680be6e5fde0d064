"""Writes beside the index: questions that found nothing, the starter set of synonyms, and work for later."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.db import IntegrityError, transaction
from django.db.models import F
from django_tasks import task
from wagtail.models import Page

from .keeping import put_all, renew
from .models import SynonymGroup, UnmetOnDay, UnmetSearch
from .rules import groups_terms, unmet_question
from .stems import words_in

STARTER_SET = Path(__file__).parent / "synonyms.json"
MOST_IN_A_MONTH = 5000  # different questions; more are programs that try things


def note_unmet(question: str, language: str, day: date) -> None:
    """Counts a question that found nothing: its words in their month, and one more, without words, on its day.

    Nothing is written when no words are left of it, and no new words when the month's list is full.
    """
    words, month = unmet_question(question), day.replace(day=1)
    if not words:
        return
    today = UnmetOnDay.objects.filter(day=day)
    if not today.update(count=F("count") + 1):
        UnmetOnDay.objects.bulk_create([UnmetOnDay(day=day)], ignore_conflicts=True)
        today.update(count=F("count") + 1)
    row = UnmetSearch.uncounted.filter(question=words, language=language, month=month)
    if row.update(count=F("count") + 1) or UnmetSearch.uncounted.filter(month=month).count() >= MOST_IN_A_MONTH:
        return
    try:
        with transaction.atomic():
            UnmetSearch.uncounted.create(question=words, language=language, month=month, count=1)
    except IntegrityError:  # somebody asked the same at the same moment
        row.update(count=F("count") + 1)


def load_synonyms() -> int:
    """Adds the groups of the starter set whose main words are in no group yet, and returns how many were added.

    What editors changed stays. A group that they deleted comes back, so this runs by hand and for the demonstration.
    """
    with transaction.atomic():
        have = {(group.language, tuple(words_in(term))) for group in SynonymGroup.objects.all() for term in group.all_terms[:1]}
        new = [
            SynonymGroup(terms="\n".join(described["terms"]), language=described["language"], one_way=described["one_way"])
            for described in starter_groups()
            if (described["language"], tuple(words_in(described["terms"][0]))) not in have
        ]
        SynonymGroup.objects.bulk_create(new)
        renew()
    return len(new)


def starter_groups() -> list[dict]:
    """The starter set: of each group its terms (the main one first), its language, and whether it is one-way."""
    found = json.loads(STARTER_SET.read_text(encoding="utf-8"))
    return [
        {"terms": groups_terms(terms), "language": language, "one_way": way == "one_way"}
        for language, ways in found.items()
        for way, groups in ways.items()
        for terms in groups
    ]


@task()
def reindex(page_ids: list[int]) -> None:
    """Puts pages and their translations into the index again, in the background."""
    put_all([*page_ids, *translations_of(page_ids)])


def translations_of(page_ids: Iterable[int]) -> list[int]:
    """The ids of the translations of these pages, themselves left out. One query."""
    keys = Page.objects.filter(pk__in=page_ids).order_by().values("translation_key")
    found = Page.objects.filter(translation_key__in=keys, alias_of=None).exclude(pk__in=page_ids)
    return list(found.values_list("pk", flat=True))


def enqueue_reindex(page_ids: list[int]) -> None:
    """Has pages put into the index again soon: for what changed without publishing, such as a renamed topic."""
    if page_ids:
        reindex.enqueue(sorted(page_ids))
