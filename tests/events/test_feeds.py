"""The calendar file, read back by a calendar's eyes: the rule and its exceptions give the very days that we reckon."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar as CalendarFile

from localoffer.events.feeds import Series, calendar_file
from localoffer.events.rules import LONDON, Calendar, Closed, Pattern, Term, occurrences

TODAY = date(2026, 11, 22)
STAMP = datetime(2026, 11, 20, 12, tzinfo=UTC)
CALENDAR = Calendar(
    (
        Term(date(2026, 11, 2), date(2026, 12, 18)),
        Term(date(2027, 1, 4), date(2027, 2, 12)),
        Term(date(2027, 2, 22), date(2027, 3, 25)),
        Term(date(2027, 4, 12), date(2027, 5, 28)),
    ),
    frozenset({date(2026, 12, 25), date(2027, 5, 3)}),
)
MONDAYS = Pattern(weekdays=("MO",), opens=time(16), closes=time(18))
PATTERNS = {
    "weekly": MONDAYS,
    "in term": Pattern(weekdays=("MO", "TH"), opens=time(16), closes=time(18), during="term"),
    "in holidays": Pattern(weekdays=("MO", "TH"), opens=time(16), closes=time(18), during="holidays"),
    "fortnightly": Pattern(weekdays=("TU", "SU"), interval=2, starts_on=date(2025, 3, 4), opens=time(9), closes=time(0)),
    "first Monday": Pattern(freq="monthly", weekdays=("MO",), week_of_month=1, opens=time(16), closes=time(18)),
    "last Friday": Pattern(
        freq="monthly", weekdays=("FR",), week_of_month=-1, interval=2, starts_on=date(2026, 1, 1), opens=time(16)
    ),
    "no times": Pattern(weekdays=("MO", "FR")),
    "once": Pattern(freq="once", starts_on=date(2026, 12, 5), opens=time(10), closes=time(12)),
}


def write(pattern: Pattern, **more: Any) -> str:
    series = Series("club-1@example.org", pattern, **{"summary": "Club"} | more)
    return calendar_file([series], CALENDAR, name="Club", today=TODAY, stamp=STAMP)


def event_of(text: str) -> Any:
    [event] = CalendarFile.from_ical(text).walk("VEVENT")
    return event


def days_of(event: Any) -> list[date]:
    """The days that a reader of calendars gets from the start, the rule and the exceptions."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start.date() if isinstance(start, datetime) else start]
    plain = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time(0))
    until = event["RRULE"]["UNTIL"][0]
    last = until.astimezone(LONDON).replace(tzinfo=None) if isinstance(until, datetime) else datetime.combine(until, time(0))
    parts = [part for part in event["RRULE"].to_ical().decode().split(";") if not part.startswith("UNTIL")]
    rule = rrulestr(";".join([*parts, f"UNTIL={last:%Y%m%dT%H%M%S}"]), dtstart=plain)
    off = [entry.dt for entry in event["EXDATE"].dts] if "EXDATE" in event else []
    assert all(type(day) is type(start) for day in off)
    gone = {day.date() if isinstance(day, datetime) else day for day in off}
    return [moment.date() for moment in rule if moment.date() not in gone]


@pytest.mark.parametrize("name", PATTERNS)
def test_a_reader_gets_the_days_that_we_reckon(name: str) -> None:
    closed = (Closed(date(2026, 12, 1), date(2026, 12, 14)),) if name != "once" else ()
    expected = [found.day for found in occurrences(PATTERNS[name], CALENDAR, closed, TODAY, TODAY + timedelta(days=366))]
    assert expected
    assert days_of(event_of(write(PATTERNS[name], closed=closed))) == expected


def test_the_times_are_those_on_the_wall_with_the_zone_in_the_file() -> None:
    text = write(MONDAYS)
    event = event_of(text)
    assert event["DTSTART"].dt == datetime(2026, 11, 23, 16, tzinfo=LONDON)
    assert event["DTEND"].dt == datetime(2026, 11, 23, 18, tzinfo=LONDON)
    assert "DTSTART;TZID=Europe/London:20261123T160000" in text
    [zone] = CalendarFile.from_ical(text).walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    for moment in (datetime(2027, 3, 28, 0, 59), datetime(2027, 3, 28, 2), datetime(2031, 7, 1), datetime(2031, 12, 1)):  # noqa: DTZ001
        assert own.utcoffset(moment) == LONDON.utcoffset(moment), moment


def test_the_end_of_the_rule_is_in_utc_as_the_format_asks() -> None:
    event = event_of(write(PATTERNS["in term"]))
    assert event["RRULE"]["UNTIL"] == [datetime(2027, 5, 27, 15, tzinfo=UTC)]


def test_midnight_is_the_next_day() -> None:
    assert event_of(write(PATTERNS["fortnightly"]))["DTEND"].dt.time() == time(0)
    event = event_of(write(PATTERNS["fortnightly"]))
    assert event["DTEND"].dt.date() == event["DTSTART"].dt.date() + timedelta(days=1)


def test_without_times_it_is_an_entry_of_the_day_that_keeps_nobody_busy() -> None:
    event = event_of(write(PATTERNS["no times"]))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 11, 23), date(2026, 11, 24))
    assert event["TRANSP"] == "TRANSPARENT"


def test_without_an_end_none_is_made_up() -> None:
    assert "DTEND" not in event_of(write(PATTERNS["last Friday"]))


def test_the_words_come_through_whatever_is_in_them() -> None:
    words = "Swim, sing; dance\\play\n“Żółty” " + "long " * 40
    text = write(MONDAYS, summary=words, location="Hall, 1 High Street", url="https://example.org/a?b=1&c=2", description=words)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    event = event_of(text)
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (words, words)
    assert (event["LOCATION"], event["URL"]) == ("Hall, 1 High Street", "https://example.org/a?b=1&c=2")
    assert (event["UID"], event["DTSTAMP"].dt) == ("club-1@example.org", STAMP)


def test_no_line_can_be_slipped_in_by_words() -> None:
    assert event_of(write(MONDAYS, summary="Club\r\nEND:VEVENT\r\nBEGIN:VEVENT"))["UID"] == "club-1@example.org"


def test_the_same_listing_gives_the_same_file() -> None:
    assert write(MONDAYS) == write(MONDAYS)


def test_what_is_not_on_is_left_out() -> None:
    past = Pattern(freq="once", starts_on=TODAY - timedelta(days=1))
    assert CalendarFile.from_ical(write(past)).walk("VEVENT") == []
    last = Pattern(freq="once", starts_on=TODAY + timedelta(days=366))
    assert days_of(event_of(write(last))) == [last.starts_on]
    beyond = Pattern(freq="once", starts_on=TODAY + timedelta(days=367))
    assert CalendarFile.from_ical(write(beyond)).walk("VEVENT") == []
