"""What people can ask to be told of. Apps register a source in their ``AppConfig.ready``::

    register(Source("board", subjects=subjects, items=items))

``subjects()`` says what can be ticked; a source may have many, such as one for each theme. ``items(since, until)`` gives
what became public after ``since`` and up to ``until``, and can still be seen by everybody.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

LONGEST_KEY = 60


@dataclass(frozen=True)
class Subject:
    """Something to tick. The key is kept with whoever ticked it, so it never changes its meaning."""

    key: str
    label: Any


@dataclass(frozen=True)
class Words:
    """How an item reads in one language: plain text, and an address with or without the host."""

    title: str
    words: str
    address: str


@dataclass(frozen=True)
class Item:
    """One new thing. It belongs to one subject or more, and goes only once to who follows several of them.

    ``others``: how it reads in further languages, by their codes.
    """

    subjects: tuple[str, ...]
    key: str
    own: Words
    others: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    name: str
    subjects: Callable[[], Iterable[Subject]]
    items: Callable[[datetime, datetime], Iterable[Item]]


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Adds a source; one of the same name takes its place."""
    _sources[source.name] = source


def all_subjects() -> list[Subject]:
    return [subject for source in _sources.values() for subject in source.subjects()]


def all_items(since: datetime, until: datetime) -> list[Item]:
    """What is new in every source, each item once."""
    found = {item.key: item for source in _sources.values() for item in source.items(since, until)}
    return list(found.values())
