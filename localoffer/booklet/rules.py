"""How the services of a booklet are put into chapters. Pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

MOST = 300  # services in one booklet: about 100 pages


class Word(Protocol):
    """A topic, as the directory keeps it: the first level has no parent."""

    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def parent(self) -> str: ...


@dataclass
class Chapter:
    """A topic with what belongs to it; ``anchor`` is its place on the page."""

    name: str
    anchor: str
    entries: list[Any] = field(default_factory=list)


def chapters(
    services: Iterable[tuple[Any, Iterable[str]]], topics: Iterable[Word], *, about: str = "", rest: str
) -> list[Chapter]:
    """The services, each once, under the first topic that it has, in the order of the topics.

    ``services``: pairs of a service and the slugs of its topics, those above them too. ``about``: the slug of the one topic
    that the booklet is about: its chapters are that topic's own ones. Whatever fits no topic stands last, under ``rest``.
    """
    known = [word for word in topics if word.parent == about]
    found = {word.slug: Chapter(word.name, f"topic-{word.slug}") for word in known}
    last = Chapter(rest, "topic-rest")
    for service, slugs in services:
        having = set(slugs)
        first = next((word.slug for word in known if word.slug in having), None)
        (found[first] if first else last).entries.append(service)
    return [chapter for chapter in (*found.values(), last) if chapter.entries]


def values_of(facts: Mapping[str, Any], name: str) -> list[str]:
    """What a listing says of itself under that name; nothing when it does not say."""
    return list(facts.get("values", {}).get(name, ()))
