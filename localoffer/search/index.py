"""The index: putting pages in, taking them out, asking it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction
from wagtail.models import Page

from .backends import BACKENDS, Question
from .models import SearchEntry
from .registry import searchable_models, source_of
from .rules import cleaned, terms_of


@dataclass(frozen=True)
class Answer:
    """What was looked for, and the ids of the pages that match, the best first, with the kind of each."""

    question: str
    terms: tuple[str, ...] = ()
    found: tuple[tuple[int, str], ...] = ()
    any_term: bool = False  # no page had all the terms: these have some of them

    @property
    def page_ids(self) -> list[int]:
        return [page_id for page_id, _ in self.found]

    def of_kind(self, *kinds: str) -> list[int]:
        return [page_id for page_id, kind in self.found if kind in kinds]


def find(question: str, *, kinds: Iterable[str], language: str = settings.LANGUAGE_CODE, first: str = "") -> Answer:
    """Looks for all the question's terms, and if no page has all, for any of them. Never raises for what was typed.

    With ``first``, that kind decides: when none of it has all the terms, any of them will do.
    """
    asked = cleaned(question)
    terms = tuple(terms_of(asked))
    if not terms:
        return Answer(asked)
    answer = Answer(asked, terms, _ask(Question(terms, tuple(kinds), language)))
    if (answer.of_kind(first) if first else answer.found) or len(terms) == 1:
        return answer
    return Answer(asked, terms, _ask(Question(terms, tuple(kinds), language, any_term=True)), any_term=True)


def _ask(question: Question) -> tuple[tuple[int, str], ...]:
    sql, values = BACKENDS[connection.vendor](question)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return tuple((page_id, kind) for page_id, kind, _ in cursor.fetchall())


def put(page: Page) -> None:
    """Puts the published state of a page into the index, or takes it out if the public cannot see it."""
    source = source_of(page)
    if source is None:
        return
    if not page.live:
        take_out([page.pk])
        return
    fresh = page.specific_class.objects.get(pk=page.pk)  # a page in hand may carry draft values
    SearchEntry.objects.update_or_create(
        page_id=page.pk,
        defaults={"kind": source.kind, "language": page.locale.language_code, **vars(source.describe(fresh))},
    )


def take_out(page_ids: Iterable[int]) -> None:
    SearchEntry.objects.filter(page_id__in=list(page_ids)).delete()


def rebuild() -> int:
    """Makes the whole index anew in one transaction, so that readers always have one. Returns how many pages are in it."""
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        for model in searchable_models():
            for page in model.objects.live().iterator():
                put(page)
    return SearchEntry.objects.count()
