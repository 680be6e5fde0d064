"""Times in plain words, in the reader's language. In English 9.30am and 12 noon; elsewhere 09:30 and 12:00."""

from datetime import date, datetime, time, timedelta

from django.utils.dateformat import format as date_words
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from .choices import During, Freq, Weekday, WeekOfMonth
from .rules import LONDON, LOOK_AHEAD_DAYS, MIDNIGHT, Occurrence, Pattern, planned_days

WORKING_WEEK, WEEKEND = ("MO", "TU", "WE", "TH", "FR"), ("SA", "SU")


def in_words(pattern: Pattern, today: date | None = None) -> str:
    """ "Mondays and Thursdays, 9.30am to 11.30am, in term time", "Every other Tuesday from 3 November 2026, 4pm to 6pm".

    With ``today`` the year is left out where it is this one, and a beginning that is past where it does not matter.
    "" for a pattern that is not complete.
    """
    if not pattern.is_complete:
        return ""
    parts = [_days(pattern, today), hours_in_words(pattern.opens, pattern.closes)]
    if pattern.freq != Freq.ONCE:
        parts += [_season(pattern), _("bank holidays too") if pattern.on_bank_holidays else ""]
    return ", ".join(part for part in parts if part)


def occurrence_in_words(occurrence: Occurrence, now: datetime) -> str:
    """ "Today, 4pm to 6pm", "Tomorrow, …", "Saturday 28 November, 10am to 12 noon"; with the year when it is not this one."""
    today = now.astimezone(LONDON).date()
    if occurrence.day == today:
        day = _("Today")
    elif occurrence.day == today + timedelta(days=1):
        day = _("Tomorrow")
    else:
        day = date_words(occurrence.day, "l j E" if occurrence.day.year == today.year else "l j E Y")
    return ", ".join(part for part in (day, hours_in_words(occurrence.opens, occurrence.closes)) if part)


def hours_in_words(opens: time | None, closes: time | None) -> str:
    """ "4pm to 6pm", "from 4pm", "all day and night"; "" when the times are not known."""
    if opens is None:
        return ""
    if closes is None:
        return _("from %(opens)s") % {"opens": clock_in_words(opens)}
    if opens == closes == MIDNIGHT:
        return _("all day and night")
    return _("%(opens)s to %(closes)s") % {"opens": clock_in_words(opens), "closes": clock_in_words(closes)}


def clock_in_words(clock: time) -> str:
    """ "9.30am", "12 noon", "midnight"; other languages have the 24 hours that their readers know."""
    if not (get_language() or "en").startswith("en"):
        return f"{clock:%H:%M}"
    if clock.minute == 0 and clock.hour in (0, 12):
        return _("12 noon") if clock.hour else _("midnight")
    minutes = f".{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'}"


def _days(pattern: Pattern, today: date | None) -> str:
    if pattern.freq == Freq.ONCE and pattern.starts_on:
        return date_words(pattern.starts_on, "l j E Y")
    days = _weekly(pattern) if pattern.freq == Freq.WEEKLY else _monthly(pattern)
    return days + _range(pattern, today)


def _weekly(pattern: Pattern) -> str:
    days = tuple(pattern.weekdays)
    every = {
        tuple(Weekday.values): _("Every day"),
        WORKING_WEEK: _("Weekdays"),
        WEEKEND: _("Weekends"),
    }.get(days) or _and([_plural(day) for day in days])
    if pattern.interval == 1:
        return every
    if pattern.interval == 2 and len(days) == 1:
        return _("Every other %(day)s") % {"day": Weekday(days[0]).label}
    if pattern.interval == 2:
        return _("%(days)s, every other week") % {"days": every}
    return _("%(days)s, every %(count)d weeks") % {"days": every, "count": pattern.interval}


def _monthly(pattern: Pattern) -> str:
    words = {
        "nth": WeekOfMonth(pattern.week_of_month or 1).label,
        "days": _and([str(Weekday(day).label) for day in pattern.weekdays]),
        "count": pattern.interval,
    }
    if pattern.interval == 1:
        return _("%(nth)s %(days)s of the month") % words
    if pattern.interval == 2:
        return _("%(nth)s %(days)s of every other month") % words
    return _("%(nth)s %(days)s of the month, every %(count)d months") % words


def _range(pattern: Pattern, today: date | None) -> str:
    """ " from 3 November until 18 December"; "" for what goes on and on."""
    words = ""
    if pattern.starts_on and (pattern.interval > 1 or today is None or today < pattern.starts_on):
        last = pattern.starts_on + timedelta(days=LOOK_AHEAD_DAYS)
        first = next(planned_days(pattern, pattern.starts_on, last), pattern.starts_on)
        words += _(" from %(day)s") % {"day": _date(first, today)}
    if pattern.ends_on:
        words += _(" until %(day)s") % {"day": _date(pattern.ends_on, today)}
    return words


def _date(day: date, today: date | None) -> str:
    return date_words(day, "j E" if today and day.year == today.year else "j E Y")


def _season(pattern: Pattern) -> str:
    if pattern.during == During.ALL_YEAR:
        return ""
    return _("in term time") if pattern.during == During.TERM else _("in school holidays")


def _and(things: list[str]) -> str:
    return _(" and ").join([part for part in (", ".join(things[:-1]), things[-1]) if part])


def _plural(day: str) -> str:
    return {
        "MO": pgettext("each week", "Mondays"),
        "TU": pgettext("each week", "Tuesdays"),
        "WE": pgettext("each week", "Wednesdays"),
        "TH": pgettext("each week", "Thursdays"),
        "FR": pgettext("each week", "Fridays"),
        "SA": pgettext("each week", "Saturdays"),
        "SU": pgettext("each week", "Sundays"),
    }[day]
