"""From the numbers in an address to what the list shows of each service."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

from django.utils.formats import date_format
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from localoffer.directory.cards import cards
from localoffer.directory.choices import NOT_KNOWN, AccessAnswer, Wait
from localoffer.directory.listing.reading import mark_rows
from localoffer.directory.listing.times import is_over, public_name
from localoffer.directory.models import (
    ServiceAccess,
    ServiceContact,
    ServiceCost,
    ServicePage,
    ServicePlace,
    ServiceSchedule,
    say_terms,
)
from localoffer.directory.rules import place_called
from localoffer.events.words import in_words
from localoffer.pages.rules import in_english, readers_language

from .rules import joined, moved_up, without

MARKS = {AccessAnswer.YES: "✓", AccessAnswer.PARTLY: "~", AccessAnswer.NO: "✗"}


@dataclass
class Entry:
    """A service with all that a saved list tells of it, and the lists that its links lead to."""

    service: ServicePage
    contacts: list[ServiceContact] = field(default_factory=list)
    places: list[ServicePlace] = field(default_factory=list)
    access: list[ServiceAccess] = field(default_factory=list)
    schedules: list[ServiceSchedule] = field(default_factory=list)
    costs: list[ServiceCost] = field(default_factory=list)
    today: date | None = None
    list_without: str = ""
    list_moved_up: str = ""

    @property
    def phones(self) -> list[ServiceContact]:
        return [contact for contact in self.contacts if contact.phone]

    @property
    def times(self) -> list[str]:
        """When it is on, in lines: its table of times, then what only words can say."""
        rows = [self._at(row.at_place, in_words(row.pattern, self.today)) for row in self.schedules if self._counts(row)]
        words = [in_english(line, readers_language()) for line in self.service.opening_times.splitlines()]
        several = len(self.places) > 1
        words += [f"{public_name(place)}: {place.times}" if several else place.times for place in self.places if place.times]
        return list(dict.fromkeys([*rows, *words]))

    def _counts(self, row: ServiceSchedule) -> bool:
        return row.pattern.is_complete and not is_over(row.pattern, self.today)

    def _at(self, name: str, words: str) -> str:
        place = place_called(name, self.places) if name else None
        return f"{public_name(place)}: {words}" if place and len(self.places) > 1 else words

    @property
    def prices(self) -> list[str]:
        """The cost in words, and each price that holds today."""
        rows = [cost.words for cost in self.costs if not (cost.valid_to and cost.valid_to < self.today)]
        return [self.service.cost_in_words, *rows]

    @property
    def ways_to_reach_it(self) -> list[str]:
        ways = {
            _("Comes to your home"): self.service.comes_to_you,
            _("Online"): self.service.online,
            _("By telephone"): self.service.by_phone,
        }
        return [words for words, holds in ways.items() if holds]


@dataclass(frozen=True)
class Fact:
    """One row of a comparison: what it is about, and each service's title with the lines to say; none: nobody knows."""

    label: str
    answers: list[tuple[str, list[str]]]


def entries(ids: Sequence[int], today: date) -> list[Entry]:
    """Those of these services that the public may see, in this order. Eight queries, however many there are."""
    services = cards(ids, today)
    language = readers_language()
    shown = [service.pk for service in services]
    contacts = _by_page(ServiceContact.objects.filter(page_id__in=shown).order_by("sort_order", "pk"))
    places = _by_page(ServicePlace.objects.filter(page_id__in=shown).order_by("sort_order", "pk"))
    access = _by_page(ServiceAccess.objects.filter(page_id__in=shown).select_related("feature").order_by("sort_order", "pk"))
    schedules = _by_page(ServiceSchedule.objects.filter(page_id__in=shown).order_by("sort_order", "pk"))
    costs = _by_page(ServiceCost.objects.filter(page_id__in=shown).order_by("sort_order", "pk"))
    for relation, rows in (("contacts", contacts), ("places", places), ("access", access), ("schedules", schedules)):
        mark_rows(relation, chain.from_iterable(rows.values()), language)
    say_terms((row.feature for rows in access.values() for row in rows), language)
    return [
        Entry(
            service=service,
            schedules=schedules[service.pk],
            costs=costs[service.pk],
            today=today,
            contacts=contacts[service.pk],
            places=places[service.pk],
            access=access[service.pk],
            list_without=joined(without(shown, service.pk)),
            list_moved_up=joined(moved_up(shown, service.pk)),
        )
        for service in services
    ]


def _by_page(rows: Any) -> dict[int, list[Any]]:
    found = defaultdict(list)
    for row in rows:
        found[row.page_id].append(row)
    return found


def compared(chosen: Sequence[Entry]) -> list[Fact]:
    """The facts of two or three services side by side. It asks the database nothing."""
    return [Fact(label, [(entry.service.title, _known(read(entry))) for entry in chosen]) for label, read in _facts()]


def _facts() -> list[tuple[str, Callable[[Entry], list[str]]]]:
    return [
        (_("For"), lambda entry: [entry.service.ages_words, entry.service.age_note, entry.service.who_for]),
        (_("Cost"), lambda entry: entry.prices),
        (_("When"), lambda entry: entry.times),
        (_("Where"), lambda entry: [*(", ".join(place.lines) for place in entry.places), *entry.ways_to_reach_it]),
        (_("Getting in"), lambda entry: [entry.service.getting_in_words]),
        (_("Waiting time"), _waiting),
        (_("Access"), lambda entry: [_answer(item) for item in entry.access]),
        (_("Young people’s seal"), _seal),
        (_("Last checked"), lambda entry: [_day(entry.service.last_checked)]),
    ]


def _known(lines: list[str]) -> list[str]:
    """The lines that say something."""
    return [line for line in lines if line and line != str(NOT_KNOWN)]


def _day(day: date | None) -> str:
    return date_format(day, "j E Y") if day else ""


class Marked(SafeString):
    """A line with the answer that it gives (yes, partly, no) and a mark for the eye; the words say the same."""

    kind: str
    mark: str


def _answer(item: ServiceAccess) -> str:
    answer = {"feature": conditional_escape(item.feature.name), "answer": conditional_escape(item.get_answer_display())}
    said = _("%(feature)s: %(answer)s") % answer
    line = Marked(f"{said}. {conditional_escape(item.note)}" if item.note else said)
    line.kind, line.mark = item.answer, MARKS.get(item.answer, "")
    return line


def _waiting(entry: Entry) -> list[str]:
    service = entry.service
    band = "" if service.wait == Wait.UNKNOWN else service.get_wait_display()
    lines = _known([band, service.wait_words])
    if lines and service.wait_true_on:
        lines.append(_("As of %(day)s") % {"day": _day(service.wait_true_on)})
    return lines


def _seal(entry: Entry) -> list[str]:
    """A service without the seal is not worse: young people may not have gone there yet."""
    award = entry.service.award
    if not award:
        return [_("Not yet")]
    return [_("Approved by young people until %(until)s") % {"until": date_format(award.ends_on, "E Y")}]
