"""When a service is on, for its page: by place, the next time, and whether it is open now. The moment is passed in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from localoffer.events.choices import Freq
from localoffer.events.rules import LONDON, Calendar, Closed, Pattern, next_on, open_now
from localoffer.events.words import clock_in_words, in_words, occurrence_in_words

from .. import rules
from ..choices import Status
from ..models import ServicePage, ServicePlace


@dataclass(frozen=True)
class Time:
    """One row of the table of times, in words."""

    words: str
    quieter: bool = False
    note: str = ""


@dataclass(frozen=True)
class AtPlace:
    """The times at one place; ``name`` is "" for times at all of its places."""

    name: str
    times: tuple[Time, ...]
    next: str = ""


@dataclass(frozen=True)
class Shut:
    """Days on which it is closed, in words, and why."""

    words: str
    note: str = ""


@dataclass(frozen=True)
class Times:
    """All that the page says of times. ``is_open`` None: not known."""

    places: tuple[AtPlace, ...] = ()
    shut: tuple[Shut, ...] = ()
    is_open: bool | None = None
    until: str = ""
    next: str = ""
    at: str = ""  # where it is open now or on next, if it has several places

    @property
    def lines(self) -> list[str]:
        """What repeats, in words, each once."""
        return list(dict.fromkeys(time.words for place in self.places for time in place.times))


def public_name(place: ServicePlace) -> str:
    """What the public may call a place; of somebody's home its town and district."""
    return place.lines[0] if place.is_home else place.name or place.town


def closed_days(page: ServicePage) -> list[Closed]:
    """Its closed dates, and the days of a temporary closing."""
    days = [row.closed for row in page.closed_dates.all()]
    if page.status == Status.TEMPORARILY_CLOSED:
        days.append(Closed(page.closed_from, page.closed_until))
    return days


def is_over(pattern: Pattern, today: date) -> bool:
    last = pattern.starts_on if pattern.freq == Freq.ONCE else pattern.ends_on
    return last is not None and last < today


def times_of(page: ServicePage, calendar: Calendar, now: datetime) -> Times:
    """What stands in its table of times and is not over."""
    today = now.astimezone(LONDON).date()
    closed = closed_days(page)
    grouped: dict[str, list[Any]] = {}
    for row in page.schedules.all():
        if row.pattern.is_complete and not is_over(row.pattern, today):
            place = page.place_called(row.at_place) if row.at_place else None
            grouped.setdefault(public_name(place) if place else "", []).append(row)
    several = len(page.places.all()) > 1
    groups: list[AtPlace] = []
    states: set[bool | None] = set()
    running = soonest = None
    for name, rows in sorted(grouped.items(), key=lambda group: group[0] != ""):
        patterns = [row.pattern for row in rows]
        coming = next_on(patterns, calendar, closed, now)
        times = tuple(Time(in_words(row.pattern, today), row.quieter, row.note) for row in rows)
        groups.append(AtPlace(name, times, occurrence_in_words(coming, now) if coming else ""))
        states.add(state := open_now(patterns, calendar, closed, now))
        if coming and state and running is None:
            running = (coming, name)
        if coming and (soonest is None or coming.begins < soonest[0].begins):
            soonest = (coming, name)
    first = running or soonest
    return Times(
        places=tuple(groups),
        shut=tuple(
            Shut(rules.days_in_words(row.first_day, row.last_day, today), row.note)
            for row in sorted(page.closed_dates.all(), key=lambda row: row.first_day)
            if row.last_day >= today
        ),
        is_open=True if running else False if states == {False} else None,
        until=clock_in_words(running[0].closes) if running and running[0].closes else "",
        next=occurrence_in_words(first[0], now) if first else "",
        at=first[1] if first and several else "",
    )
