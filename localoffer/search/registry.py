"""Which pages the public can search, and what of each. Apps register in their ``AppConfig.ready``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page


@dataclass(frozen=True)
class Shown:
    """What the index holds of a page: plain text, by how much each part counts."""

    title: str
    other_names: str = ""
    topics: str = ""
    summary: str = ""
    body: str = ""
    organisation: str = ""
    place: str = ""


@dataclass(frozen=True)
class Source:
    kind: str
    describe: Callable[[Any], Shown]


_sources: dict[type[Page], Source] = {}


def register(model: type[Page], *, kind: str, describe: Callable[[Any], Shown]) -> None:
    """Makes pages of that type searchable under ``kind`` ("service", "information" …)."""
    _sources[model] = Source(kind, describe)


def source_of(page: Page) -> Source | None:
    return _sources.get(page.specific_class)


def searchable_models() -> list[type[Page]]:
    return list(_sources)
