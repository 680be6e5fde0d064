"""A calendar file (iCalendar, RFC 5545), for the calendar of a telephone or a computer.

Each schedule is one series, so that whoever adds it can take it away in one step: a rule, and the dates on which it is
not on. Apple, Google and Outlook all read rules with such exceptions; lists of dates (RDATE) they do not. Times are those
of Europe/London with the zone's rule in the file, so that a session at 4pm stays at 4pm when the clocks change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar as CalendarFile
from icalendar import Event, Timezone

from .choices import Freq
from .models import Meeting
from .rules import LONDON, MIDNIGHT, Calendar, Closed, Occurrence, Pattern, occurrences, planned_days

CONTENT_TYPE = "text/calendar; charset=utf-8"
# The Summer Time Order 2002. The library writes the single changes of some years, one of them an hour late.
EUROPE_LONDON = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


@dataclass(frozen=True)
class Series:
    """One schedule of a calendar file. ``uid`` is the same each time, so that adding it again makes no second one."""

    uid: str
    pattern: Pattern
    summary: str
    location: str = ""
    url: str = ""
    description: str = ""
    closed: tuple[Closed, ...] = ()
    cancelled: bool = False


def calendar_file(
    series: Iterable[Series], calendar: Calendar, *, name: str, today: date, stamp: datetime, days: int = 366
) -> str:
    """The text of an .ics file with what is on from ``today`` for ``days`` days; a series that is not on is left out.

    ``stamp`` is when the listing was last changed, with a time zone. A session without known times is an entry of the day.
    """
    file = CalendarFile()
    file.add("prodid", "-//Local Offer//Calendar//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    file.add_component(Timezone.from_ical(EUROPE_LONDON))
    for one in series:
        found = occurrences(one.pattern, calendar, one.closed, today, today + timedelta(days=days))
        if found:
            file.add_component(_event(one, found, stamp))
    return file.to_ical().decode()


def _event(one: Series, found: list[Occurrence], stamp: datetime) -> Event:
    first, last = found[0], found[-1]
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", stamp.astimezone(UTC))
    for field, value in (("summary", one.summary), ("location", one.location), ("description", one.description)):
        if value:
            event.add(field, value)
    if one.url:
        event.add("url", one.url)
    if one.cancelled:  # left out, it would stay in the calendars that have it
        event.add("status", "CANCELLED")
    event.add("dtstart", _start(first))
    if first.opens is None:
        event.add("dtend", first.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # nobody is busy all day because of a club without times
    elif first.closes is not None:
        day = first.day + timedelta(days=1) if first.closes == MIDNIGHT else first.day
        event.add("dtend", datetime.combine(day, first.closes, LONDON))
    if len(found) > 1:
        event.add("rrule", _rule(one.pattern, last))
        on = {occurrence.day for occurrence in found}
        off = [day for day in planned_days(one.pattern, first.day, last.day) if day not in on]
        if off:
            event.add("exdate", [_start(Occurrence(day, first.opens)) for day in off])
    return event


def _start(occurrence: Occurrence) -> date | datetime:
    return occurrence.day if occurrence.opens is None else datetime.combine(occurrence.day, occurrence.opens, LONDON)


def _rule(pattern: Pattern, last: Occurrence) -> dict[str, Any]:
    monthly = pattern.freq == Freq.MONTHLY
    return {
        "freq": "MONTHLY" if monthly else "WEEKLY",
        "interval": pattern.interval,
        "byday": [f"{pattern.week_of_month}{day}" if monthly else day for day in pattern.weekdays],
        "wkst": "MO",
        # In UTC where the start has a time; a date where it is a date (RFC 5545, 3.3.10).
        "until": last.day if last.opens is None else last.begins,
    }


def meeting_series(meeting: Meeting, *, host: str, url: str = "") -> Series:
    """A meeting as an entry of a calendar file."""
    return Series(
        uid=f"{meeting.uid}@{host}",
        pattern=meeting.pattern,
        summary=f"{meeting.get_body_display()}: {meeting.title}",
        location=meeting.place,
        url=url,
        description="\n".join(meeting.agenda_lines),
    )


def day_series(*, uid: str, day: date, summary: str, url: str = "") -> Series:
    """A day to remember as an entry of a calendar file."""
    return Series(uid=uid, pattern=Pattern(freq=Freq.ONCE, starts_on=day), summary=summary, url=url)
