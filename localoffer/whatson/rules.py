"""How an event stands at a moment: when it is on next, and whether it is over. Pure functions; the moment is passed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from localoffer.events.choices import Freq
from localoffer.events.rules import (
    LONDON,
    LOOK_AHEAD_DAYS,
    Calendar,
    Closed,
    Occurrence,
    Pattern,
    next_on,
    occurrences,
    planned_days,
    takes_place,
)


@dataclass(frozen=True)
class Standing:
    """``next``: the time that is on now, or the next one. None with ``is_over`` False: it may come, but the day is not known."""

    next: Occurrence | None
    is_over: bool

    def is_on(self, now: datetime) -> bool:
        return self.next is not None and self.next.opens is not None and self.next.begins <= now


def days_to_look(patterns: Iterable[Pattern], today: date) -> int:
    """How many days ahead to look: 400, and as many more as the last of them has to wait for its first day."""
    waits = [(pattern.starts_on - today).days for pattern in patterns if pattern.starts_on]
    return LOOK_AHEAD_DAYS + max([0, *waits])


def standing_at(patterns: Sequence[Pattern], calendar: Calendar, closed: Sequence[Closed], now: datetime) -> Standing:
    """How an event with these times stands. It is over from the minute in which the last of them ends.

    Raises ValueError when ``now`` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("The moment has no time zone. Use django.utils.timezone.now().")
    today = now.astimezone(LONDON).date()
    days = days_to_look(patterns, today)
    if found := next_on(patterns, calendar, closed, now, days=days):
        return Standing(found, False)
    last = today + timedelta(days=days)
    waits_for_terms = any(
        takes_place(pattern, calendar, day) is None
        for pattern in patterns
        for day in planned_days(pattern, today, last)
        if not any(day in stretch for stretch in closed)
    )
    return Standing(None, not waits_for_terms)


def last_day_of(patterns: Iterable[Pattern], closed: Sequence[Closed]) -> date | None:
    """The last day on which one of them may be on, whatever terms and bank holidays say; None when one has no end."""
    found = []
    for pattern in patterns:
        end = pattern.starts_on if pattern.freq == Freq.ONCE else pattern.ends_on
        if not pattern.is_complete:
            continue
        if end is None:
            return None
        planned = planned_days(pattern, end - timedelta(days=LOOK_AHEAD_DAYS), end)
        found.append(max((day for day in planned if not any(day in stretch for stretch in closed)), default=end))
    return max(found, default=None)


def last_time_of(patterns: Iterable[Pattern], day: date) -> Occurrence | None:
    """The last of the times on that day."""
    on_the_day = [one for pattern in patterns for one in occurrences(pattern, Calendar(), (), day, day)]
    return max(on_the_day, key=lambda one: one.begins, default=None)


def never_happens(patterns: Sequence[Pattern], calendar: Calendar, closed: Sequence[Closed], today: date) -> bool:
    """Whether each day of all of them is ruled out: by bank holidays, by terms, or by the days off. Past days count as days."""
    for pattern in patterns:
        first = pattern.starts_on or (pattern.ends_on - timedelta(days=LOOK_AHEAD_DAYS) if pattern.ends_on else today)
        last = pattern.ends_on or first + timedelta(days=LOOK_AHEAD_DAYS)
        for day in planned_days(pattern, first, last):
            if takes_place(pattern, calendar, day) is not False and not any(day in stretch for stretch in closed):
                return False
    return True
