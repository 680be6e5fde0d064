"""Which events are still to come at a moment, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _

from localoffer.events.rules import LONDON, Calendar
from localoffer.events.words import in_words, occurrence_in_words

from .models import EventPage
from .rules import standing_at


@dataclass
class Sorted:
    """``coming``: the next one first, those whose next day is not known last. ``over``: the numbers of those that are over."""

    coming: list[EventPage] = field(default_factory=list)
    over: list[int] = field(default_factory=list)


def sort_events(events: Iterable[EventPage], calendar: Calendar, now: datetime) -> Sorted:
    """Gives each of those to come what its card shows: ``next_words``, ``is_on``, ``repeats``, ``month``."""
    found = Sorted()
    dated: list[tuple[Any, EventPage]] = []
    today = now.astimezone(LONDON).date()
    for event in events:
        patterns = event.patterns
        standing = standing_at(patterns, calendar, event.closed, now)
        if standing.is_over:
            found.over.append(event.pk)
            continue
        event.is_on = standing.is_on(now)
        event.next_words = occurrence_in_words(standing.next, now) if standing.next else ""
        event.repeats = [in_words(pattern, today) for pattern in patterns if pattern.freq != "once" and pattern.is_complete]
        event.month = date_words(standing.next.day, "F Y") if standing.next else _("The next day is not known yet")
        dated.append(((standing.next is None, standing.next.begins if standing.next else now, event.pk), event))
    found.coming = [event for _key, event in sorted(dated, key=lambda pair: pair[0])]
    return found


def by_month(events: Iterable[EventPage]) -> list[tuple[str, list[EventPage]]]:
    """The same, under the month of the next time of each."""
    months: dict[str, list[EventPage]] = {}
    for event in events:
        months.setdefault(event.month, []).append(event)
    return list(months.items())
