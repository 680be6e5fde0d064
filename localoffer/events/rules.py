"""When something is on. Pure functions; the day or the moment is passed in.

Days and times are those of Europe/London. Repeating is reckoned by dateutil, after RFC 5545: weeks begin on Monday,
and "every other week" counts from the week of the first date. No session goes past midnight; one that closes at 0:00
ends with its day. What it says in words is in ``words``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil import rrule

from .choices import During, Freq, PartOfDay, Weekday

LONDON = ZoneInfo("Europe/London")
LOOK_AHEAD_DAYS = 400
# No holiday of English schools is longer. A longer gap between two terms means that a term between them is not kept.
LONGEST_HOLIDAY_DAYS = 56
ENOUGH_MINUTES = 30
MIDNIGHT = time(0)
PARTS = ((PartOfDay.MORNING, 0, 12 * 60), (PartOfDay.AFTERNOON, 12 * 60, 17 * 60), (PartOfDay.EVENING, 17 * 60, 24 * 60))


@dataclass(frozen=True)
class Pattern:
    """What one row of a schedule says. ``opens`` None: the times are not known. For ``ONCE`` only ``starts_on`` and
    the times count: a date that somebody wrote is meant, also on a bank holiday or out of term."""

    freq: str = Freq.WEEKLY
    interval: int = 1
    weekdays: tuple[str, ...] = ()
    week_of_month: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    opens: time | None = None
    closes: time | None = None
    during: str = During.ALL_YEAR
    on_bank_holidays: bool = False
    quieter: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether its days can be reckoned. Drafts may lack something; then it is never on."""
        if self.freq == Freq.ONCE:
            return self.starts_on is not None
        counts = self.interval == 1 or (self.interval > 1 and self.starts_on is not None)
        return bool(self.weekdays) and counts and (self.freq == Freq.WEEKLY or bool(self.week_of_month))


@dataclass(frozen=True)
class Occurrence:
    """One time that something is on. Times as in Pattern; ``closes`` 0:00 is the end of the day."""

    day: date
    opens: time | None = None
    closes: time | None = None
    quieter: bool = False

    @property
    def begins(self) -> datetime:
        """In UTC, so that it can be compared. The beginning of the day when the times are not known."""
        return _moment(self.day, self.opens or MIDNIGHT)

    @property
    def ends(self) -> datetime:
        """In UTC. The end of the day when the times are not known."""
        if self.closes in (None, MIDNIGHT):
            return _moment(self.day + timedelta(days=1), MIDNIGHT)
        return _moment(self.day, self.closes or MIDNIGHT)


@dataclass(frozen=True)
class Closed:
    """Days, both included, on which nothing is on. None: from ever, or until further notice."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Term:
    """A school term, or half of one, from its first to its last day."""

    first: date
    last: date


@dataclass(frozen=True)
class Calendar:
    """The school terms and bank holidays that the site keeps. Terms do not overlap."""

    terms: tuple[Term, ...] = ()
    bank_holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", tuple(sorted(self.terms, key=lambda term: term.first)))

    def is_term(self, day: date) -> bool:
        """Also at weekends between a term's first and last day."""
        begun = self._begun(day)
        return begun > 0 and day <= self.terms[begun - 1].last

    def is_known(self, day: date) -> bool:
        """Whether the kept terms say if the day is in term or in the holidays between two terms."""
        begun = self._begun(day)
        if self.is_term(day) or not 0 < begun < len(self.terms):
            return self.is_term(day)
        return (self.terms[begun].first - self.terms[begun - 1].last).days - 1 <= LONGEST_HOLIDAY_DAYS

    def _begun(self, day: date) -> int:
        """How many terms have begun by that day."""
        return bisect_right(self.terms, day, key=lambda term: term.first)


def planned_days(pattern: Pattern, first_day: date, last_day: date) -> Iterator[date]:
    """The days of the pattern from ``first_day`` to ``last_day``, in order, whatever the calendar says."""
    first = max(first_day, pattern.starts_on or first_day)
    last = min(last_day, pattern.ends_on or last_day)
    if not pattern.is_complete:
        return
    if pattern.freq == Freq.ONCE:
        if pattern.starts_on == first <= last_day:
            yield first
        return
    days = [getattr(rrule, weekday) for weekday in pattern.weekdays]
    rule = rrule.rrule(
        rrule.WEEKLY if pattern.freq == Freq.WEEKLY else rrule.MONTHLY,
        interval=pattern.interval,
        wkst=rrule.MO,
        byweekday=days if pattern.freq == Freq.WEEKLY else [day(pattern.week_of_month) for day in days],
        dtstart=datetime.combine(_period(pattern, first), MIDNIGHT),
        until=datetime.combine(last, MIDNIGHT),
    )
    yield from (day for moment in rule if (day := moment.date()) >= first)


def _period(pattern: Pattern, day: date) -> date:
    """The beginning of the week or month of ``day``, or of an earlier one that counts by the interval.

    So a schedule that began ten years ago is not reckoned from there.
    """
    anchor = pattern.starts_on or day
    if pattern.freq == Freq.WEEKLY:
        monday = day - timedelta(days=day.weekday())
        weeks = (monday - (anchor - timedelta(days=anchor.weekday()))).days // 7
        return monday - timedelta(weeks=weeks % pattern.interval)
    months = (day.year - anchor.year) * 12 + day.month - anchor.month
    index = day.year * 12 + day.month - 1 - months % pattern.interval
    return date(index // 12, index % 12 + 1, 1)


def takes_place(pattern: Pattern, calendar: Calendar, day: date) -> bool | None:
    """Whether a day of the pattern counts. None: it depends on school terms that the site does not know."""
    if pattern.freq == Freq.ONCE:
        return True
    if day in calendar.bank_holidays and not pattern.on_bank_holidays:
        return False
    if pattern.during == During.ALL_YEAR:
        return True
    return calendar.is_term(day) == (pattern.during == During.TERM) if calendar.is_known(day) else None


def occurrences(
    pattern: Pattern, calendar: Calendar, closed: Sequence[Closed], first_day: date, last_day: date
) -> list[Occurrence]:
    """Each time from ``first_day`` to ``last_day``, both included. Days that the terms do not reach are not claimed."""
    return list(_occurrences(pattern, calendar, closed, first_day, last_day))


def _occurrences(
    pattern: Pattern, calendar: Calendar, closed: Sequence[Closed], first_day: date, last_day: date
) -> Iterator[Occurrence]:
    for day in planned_days(pattern, first_day, last_day):
        if takes_place(pattern, calendar, day) and not any(day in stretch for stretch in closed):
            yield Occurrence(day, pattern.opens, pattern.closes, pattern.quieter)


def next_on(
    patterns: Iterable[Pattern],
    calendar: Calendar,
    closed: Sequence[Closed],
    now: datetime,
    days: int = LOOK_AHEAD_DAYS,
) -> Occurrence | None:
    """The first time that is not over at ``now``: one that is on counts. None when there is none within so many days.

    Raises ValueError when ``now`` has no time zone.
    """
    today = _day(now)
    last_day = today + timedelta(days=days)
    firsts = (
        next((found for found in _occurrences(pattern, calendar, closed, today, last_day) if now < found.ends), None)
        for pattern in patterns
    )
    return min((first for first in firsts if first), key=lambda first: (first.begins, first.ends), default=None)


def open_now(patterns: Iterable[Pattern], calendar: Calendar, closed: Sequence[Closed], now: datetime) -> bool | None:
    """Whether it is open at ``now``: from the minute it opens until the minute before it closes.

    None when that is not known: there is no pattern, or the only ones of today lack times, or school terms. Raises
    ValueError when ``now`` has no time zone.
    """
    today = _day(now)
    if any(today in stretch for stretch in closed):
        return False
    answers = {_is_on(pattern, calendar, today, now) for pattern in patterns if pattern.is_complete}
    if True in answers:
        return True
    return False if answers == {False} else None


def _is_on(pattern: Pattern, calendar: Calendar, today: date, now: datetime) -> bool | None:
    if next(planned_days(pattern, today, today), None) is None:
        return False
    counts = takes_place(pattern, calendar, today)
    occurrence = Occurrence(today, pattern.opens, pattern.closes)
    if counts is False or not occurrence.begins <= now < occurrence.ends:
        return False
    return None if counts is None or pattern.opens is None or pattern.closes is None else True


def days_of_week(pattern: Pattern) -> frozenset[str]:
    """The weekdays it is on, as in ``Weekday``; of a single date, its own."""
    if pattern.freq != Freq.ONCE:
        return frozenset(pattern.weekdays)
    return frozenset() if pattern.starts_on is None else frozenset({Weekday.values[pattern.starts_on.weekday()]})


def parts_of_day(pattern: Pattern) -> frozenset[str]:
    """Before 12, 12 to 5pm, from 5pm: the parts of which it fills half an hour; else the one in which it begins.

    Empty when the times are not known.
    """
    if pattern.opens is None:
        return frozenset()
    opens = _minutes(pattern.opens)
    closes = opens if pattern.closes is None else _minutes(pattern.closes) or 24 * 60
    filled = {part.value for part, start, end in PARTS if min(closes, end) - max(opens, start) >= ENOUGH_MINUTES}
    return frozenset(filled or {part.value for part, start, end in PARTS if start <= opens < end})


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _moment(day: date, clock: time) -> datetime:
    # In UTC: Python compares two times of one zone by their clocks, which is wrong in the hour that comes twice.
    return datetime.combine(day, clock, LONDON).astimezone(UTC)


def _day(now: datetime) -> date:
    if now.tzinfo is None:
        raise ValueError("The moment has no time zone. Use django.utils.timezone.now().")
    return now.astimezone(LONDON).date()
