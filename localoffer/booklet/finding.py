"""From what a booklet is about to all that stands in it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from localoffer.directory.facets import AGE, Selection, members
from localoffer.directory.filters import areas_of, years_of
from localoffer.directory.keeping import terms_in_use, the_facets
from localoffer.pages.explaining import explained_terms
from localoffer.plainlanguage.marking import Explained, find_terms
from localoffer.shortlist.finding import Entry, entries

from .models import Booklet
from .rules import MOST, Chapter, chapters, values_of


@dataclass(frozen=True)
class Contents:
    """What stands in a booklet: ``total`` services would fit, ``shown`` are in it, ``unsure`` did not say enough."""

    booklet: Booklet
    chapters: list[Chapter]
    words: list[Explained]
    total: int
    shown: int
    unsure: int
    day: date

    @property
    def left_out(self) -> int:
        return self.total - self.shown


def now_called(term: Any) -> Any:
    """The term that stays, for one that was merged into another."""
    return (term.merged_into or term) if term else None


def selection_of(booklet: Booklet) -> Selection:
    """The services that a booklet is about. It reads nothing but the facts that every search reads."""
    area, topic, ages = (now_called(term) for term in (booklet.area, booklet.topic, booklet.ages))
    chosen: dict[str, dict[str, tuple[str, ...]]] = {
        "area": {area.slug: areas_of(area)} if area else {},
        "topic": {topic.slug: (topic.slug,)} if topic else {},
        AGE: {ages.slug: years_of(f"{ages.minimum_age}-{ages.maximum_age}")} if ages else {},
    }
    facets = the_facets()
    return facets.select(chosen, facets.everything)


def number_of_services(booklet: Booklet) -> int:
    return selection_of(booklet).matching.bit_count()


def contents_of(booklet: Booklet, today: date, most: int = MOST) -> Contents:
    """All of a booklet in the same number of queries however many services fit; the first ``most`` by the alphabet."""
    selection = selection_of(booklet)
    facets = selection.facets
    numbers = list(members(selection.matching))
    found = entries([facets.ids[number] for number in numbers[:most]], today)
    topic = now_called(booklet.topic)
    listed = [(entry, values_of(facets.facts[facets.number[entry.service.pk]], "topic")) for entry in found]
    return Contents(
        booklet=booklet,
        chapters=chapters(listed, terms_in_use().topics, about=topic.slug if topic else "", rest=_("More services")),
        words=words_in(found),
        total=len(numbers) - (len(numbers[:most]) - len(found)),
        shown=len(found),
        unsure=sum(selection.did_not_say(name) for name in selection.chosen),
        day=today,
    )


def words_in(found: list[Entry]) -> list[Explained]:
    """The hard words that the booklet uses, by the alphabet."""
    text = "\n".join(line for entry in found for line in (entry.service.summary, entry.service.cost_in_words, *entry.times))
    used = {term.explained.anchor: term.explained for term in find_terms(text, explained_terms())}
    return sorted(used.values(), key=lambda explained: explained.term.casefold())
