"""Times as families read them."""

from datetime import date, time

import pytest
from django.utils import translation

from localoffer.events.rules import LONDON, Occurrence, Pattern
from localoffer.events.words import clock_in_words, in_words, occurrence_in_words
from tests.events.test_rules import EVERY_DAY, at

FORTNIGHT = Pattern(weekdays=("TU",), interval=2, starts_on=date(2026, 11, 3), opens=time(16), closes=time(18))
WORDS = {
    "Mondays and Thursdays, 9.30am to 11.30am, in term time": Pattern(
        weekdays=("MO", "TH"), opens=time(9, 30), closes=time(11, 30), during="term"
    ),
    "Every other Tuesday from 3 November 2026, 4pm to 6pm": FORTNIGHT,
    "Mondays and Thursdays, every other week from 5 November 2026": Pattern(
        weekdays=("MO", "TH"), interval=2, starts_on=date(2026, 11, 3)
    ),
    "Mondays, every 3 weeks from 2 November 2026": Pattern(weekdays=("MO",), interval=3, starts_on=date(2026, 11, 2)),
    "First Monday of the month": Pattern(freq="monthly", weekdays=("MO",), week_of_month=1),
    "Last Friday of the month, in school holidays": Pattern(
        freq="monthly", weekdays=("FR",), week_of_month=-1, during="holidays"
    ),
    "Second Monday of every other month from 9 November 2026": Pattern(
        freq="monthly", weekdays=("MO",), week_of_month=2, interval=2, starts_on=date(2026, 11, 1)
    ),
    "Third Monday of the month, every 3 months from 16 November 2026": Pattern(
        freq="monthly", weekdays=("MO",), week_of_month=3, interval=3, starts_on=date(2026, 11, 1)
    ),
    "Saturday 5 December 2026, 10am to 12 noon": Pattern(
        freq="once", starts_on=date(2026, 12, 5), opens=time(10), closes=time(12), during="term", on_bank_holidays=True
    ),
    "Weekdays, 9am to 5pm": Pattern(weekdays=("MO", "TU", "WE", "TH", "FR"), opens=time(9), closes=time(17)),
    "Weekends, from 10.05am": Pattern(weekdays=("SA", "SU"), opens=time(10, 5)),
    "Every day, all day and night, bank holidays too": Pattern(
        weekdays=EVERY_DAY, opens=time(0), closes=time(0), on_bank_holidays=True
    ),
    "Mondays, Tuesdays and Sundays, 7pm to midnight": Pattern(weekdays=("MO", "TU", "SU"), opens=time(19), closes=time(0)),
    "Weekdays from 10 August 2026 until 14 August 2026": Pattern(
        weekdays=("MO", "TU", "WE", "TH", "FR"), starts_on=date(2026, 8, 10), ends_on=date(2026, 8, 14)
    ),
    "": Pattern(),
}


@pytest.mark.parametrize(("words", "pattern"), WORDS.items())
def test_a_pattern_is_said_in_plain_words(words: str, pattern: Pattern) -> None:
    assert in_words(pattern) == words


def test_with_the_day_of_today_this_year_needs_no_number() -> None:
    assert in_words(FORTNIGHT, date(2026, 11, 22)) == "Every other Tuesday from 3 November, 4pm to 6pm"
    assert in_words(FORTNIGHT, date(2027, 1, 1)) == "Every other Tuesday from 3 November 2026, 4pm to 6pm"


@pytest.mark.parametrize(("today", "words"), [(date(2026, 11, 1), "Mondays from 2 November"), (date(2026, 11, 2), "Mondays")])
def test_with_the_day_of_today_a_beginning_that_is_past_is_not_said(today: date, words: str) -> None:
    assert in_words(Pattern(weekdays=("MO",), starts_on=date(2026, 11, 2)), today) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "Today, 4pm to 6pm"),
        (date(2026, 11, 23), "Tomorrow, 4pm to 6pm"),
        (date(2026, 11, 24), "Tuesday 24 November, 4pm to 6pm"),
        (date(2027, 1, 2), "Saturday 2 January 2027, 4pm to 6pm"),
    ],
)
def test_one_time_is_said_by_how_near_it_is(day: date, words: str) -> None:
    now = at(date(2026, 11, 22), 23, 59)
    assert now.tzinfo is LONDON
    assert occurrence_in_words(Occurrence(day, time(16), time(18)), now) == words


def test_without_times_only_the_day_is_said() -> None:
    assert occurrence_in_words(Occurrence(date(2026, 11, 22)), at(date(2026, 11, 22), 8)) == "Today"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (time(0), "midnight"),
        (time(0, 30), "12.30am"),
        (time(11, 59), "11.59am"),
        (time(12), "12 noon"),
        (time(12, 5), "12.05pm"),
        (time(13), "1pm"),
    ],
)
def test_clocks_are_said_as_people_here_say_them(clock: time, words: str) -> None:
    assert clock_in_words(clock) == words


def test_other_languages_have_the_twenty_four_hours_and_their_own_months() -> None:
    with translation.override("pl"):
        assert clock_in_words(time(16, 5)) == "16:05"
        assert "listopada" in occurrence_in_words(Occurrence(date(2026, 11, 28)), at(date(2026, 11, 22), 8))
