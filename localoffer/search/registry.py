"""Which pages the public can search, and what of each. Apps register in their ``AppConfig.ready``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from wagtail.models import Page


@dataclass(frozen=True)
class Shown:
    """What the index holds of a page: plain text, by how much each part counts. ``topics``: names with commas between.

    ``facts`` (what JSON can hold) are kept beside it for whoever filters what was found.
    """

    title: str
    other_names: str = ""
    topics: str = ""
    summary: str = ""
    body: str = ""
    organisation: str = ""
    place: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    kind: str
    describe: Callable[[Any], Shown]
    read: Callable[[Any], Any] | None = None

    def pages(self, queryset: Any) -> Any:
        """The pages of a QuerySet, with whatever ``describe`` reads of them fetched beforehand."""
        return self.read(queryset) if self.read else queryset


_sources: dict[type[Page], Source] = {}
Names = Callable[[str], Iterable[tuple[str, str]]]
_names: list[Names] = []


def register(model: type[Page], *, kind: str, describe: Callable[[Any], Shown], read: Callable[[Any], Any] | None = None) -> None:
    """Makes pages of that type searchable under ``kind`` ("service", "information" …).

    ``read`` adds to a QuerySet of them what ``describe`` needs (select_related, prefetch_related), so that many pages
    take no more queries than a few.
    """
    _sources[model] = Source(kind, describe, read)


def source_of(page: Page) -> Source | None:
    return _sources.get(page.specific_class)


def searchable_models() -> list[type[Page]]:
    return list(_sources)


def source_for(model: type[Page]) -> Source | None:
    return _sources.get(model)


def names(read: Names) -> None:
    """Registers what things are called in other languages: from a language to pairs of (English name, name in it).

    Who types a name of their language finds what has the English one, and suggestions show the former.
    """
    _names.append(read)


def names_in(language: str) -> list[tuple[str, str]]:
    """All pairs of (English name, name in that language); none for English."""
    return [] if language == settings.LANGUAGE_CODE else [pair for read in _names for pair in read(language)]
