"""The words of the vocabularies in the reader's language, where they have been translated."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings

from localoffer.pages.keeping import kept
from localoffer.pages.rules import in_english

from .drafts import VOCABULARIES, model_called

Names = dict[UUID, tuple[str, str]]


def names_in(language: str) -> Names:
    """Name and meaning of each term that is there in that language, by its translation key; {} for English.

    Kept until a vocabulary changes; one query before that.
    """
    if language == settings.LANGUAGE_CODE:
        return {}

    def read() -> Names:
        there = [
            model_called(name)
            .objects.filter(locale__language_code=language)
            .order_by()
            .values_list("translation_key", "name", "summary")
            for name in VOCABULARIES
        ]
        return {key: (name, summary) for key, name, summary in there[0].union(*there[1:], all=True)}

    return kept(f"directory-names-{language}", read)


def said(term: Any, language: str) -> tuple[str, str]:
    """Name and meaning of an English term for a reader of that language: in it, else in English and marked so."""
    name, summary = names_in(language).get(term.translation_key, ("", ""))
    return name or in_english(term.name, language), summary or in_english(term.summary, language)


def say_terms(terms: Iterable[Any], language: str) -> None:
    """Gives these English terms the names that a reader of that language is shown. Not for terms that will be saved."""
    if language == settings.LANGUAGE_CODE:
        return
    names = names_in(language)
    for term in terms:
        name, summary = names.get(term.translation_key, ("", ""))
        term.name, term.summary = name or in_english(term.name, language), summary or in_english(term.summary, language)


def pairs_in(language: str) -> list[tuple[str, str]]:
    """(English name, name in that language) of each term in use that has been translated. Six queries."""
    names = names_in(language)
    rows = [
        row
        for name in VOCABULARIES
        for row in (model_called(name).objects.in_use().values_list("translation_key", "name") if names else ())
    ]
    return [(english, names[key][0]) for key, english in rows if key in names and names[key][0] != english]
