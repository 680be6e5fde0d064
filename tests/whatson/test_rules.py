"""How an event stands at a moment."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from localoffer.events.rules import Calendar, Closed, Pattern, Term
from localoffer.whatson.rules import last_day_of, last_time_of, never_happens, standing_at

TODAY = date(2026, 11, 22)
TERM = Calendar((Term(date(2026, 11, 2), date(2026, 12, 18)),), frozenset({date(2026, 12, 25)}))
ONCE = Pattern(freq="once", starts_on=TODAY, opens=time(10), closes=time(12))


def moment(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "is_on", "is_over"),
    [(moment(9, 59), False, False), (moment(10), True, False), (moment(11, 59), True, False), (moment(12), False, True)],
    ids=["before", "at its start", "last minute", "at its end"],
)
def test_it_is_on_from_its_first_minute_and_over_with_its_last(now: datetime, is_on: bool, is_over: bool) -> None:
    standing = standing_at([ONCE], Calendar(), (), now)
    assert (standing.is_on(now), standing.is_over) == (is_on, is_over)


def test_the_hour_is_that_of_london_in_summer() -> None:
    summer = Pattern(freq="once", starts_on=date(2026, 6, 3), opens=time(10), closes=time(12))
    assert not standing_at([summer], Calendar(), (), moment(10, 59, date(2026, 6, 3))).is_over
    assert standing_at([summer], Calendar(), (), moment(11, 0, date(2026, 6, 3))).is_over


def test_a_date_further_away_than_the_usual_look_ahead_is_found() -> None:
    far = TODAY + timedelta(days=900)
    assert standing_at([Pattern(freq="once", starts_on=far)], Calendar(), (), moment(12)).next.day == far


def test_a_series_is_over_with_its_last_day_though_its_end_is_later() -> None:
    tuesdays = Pattern(weekdays=("TU",), starts_on=date(2026, 11, 3), ends_on=date(2026, 11, 27), opens=time(9), closes=time(10))
    assert not standing_at([tuesdays], Calendar(), (), moment(9, 59, date(2026, 11, 24))).is_over
    assert standing_at([tuesdays], Calendar(), (), moment(10, 0, date(2026, 11, 24))).is_over


def test_a_series_whose_days_left_are_all_ruled_out_is_over() -> None:
    mondays = Pattern(weekdays=("MO",), starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 30))
    off = [Closed(date(2026, 11, 23), date(2026, 11, 30))]
    assert standing_at([mondays], Calendar(), off, moment(12)).is_over
    assert not standing_at([mondays], Calendar(), [Closed(date(2026, 11, 23), date(2026, 11, 29))], moment(12)).is_over


def test_where_it_depends_on_terms_that_are_not_known_it_is_not_over_and_no_day_is_claimed() -> None:
    standing = standing_at([Pattern(weekdays=("MO",), during="term")], TERM, (), moment(12, 0, date(2027, 1, 3)))
    assert (standing.next, standing.is_over) == (None, False)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        standing_at([ONCE], Calendar(), (), datetime(2026, 11, 22, 12))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("patterns", "closed", "expected"),
    [
        ([ONCE], (), TODAY),
        ([ONCE, Pattern(freq="once", starts_on=date(2026, 12, 1))], (), date(2026, 12, 1)),
        ([ONCE, Pattern(weekdays=("MO",))], (), None),
        ([Pattern(weekdays=("MO",), ends_on=date(2026, 12, 1))], (), date(2026, 11, 30)),
        ([Pattern(weekdays=("MO",), ends_on=date(2026, 12, 1))], (Closed(date(2026, 11, 30), None),), date(2026, 11, 23)),
        ([Pattern(freq="once")], (), None),
    ],
    ids=["one date", "two dates", "goes on", "a series", "its last day off", "not complete"],
)
def test_the_last_day(patterns: Any, closed: Any, expected: date | None) -> None:
    assert last_day_of(patterns, closed) == expected


def test_of_two_times_on_the_last_day_the_later_counts() -> None:
    later = Pattern(freq="once", starts_on=TODAY, opens=time(14))
    assert last_time_of([later, ONCE], TODAY).opens == time(14)
    assert last_time_of([ONCE], TODAY + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("pattern", "closed", "expected"),
    [
        (ONCE, (), False),
        (ONCE, (Closed(TODAY, TODAY),), True),
        (Pattern(weekdays=("FR",), starts_on=date(2026, 12, 25), ends_on=date(2026, 12, 31)), (), True),
        (Pattern(weekdays=("FR",), starts_on=date(2026, 12, 25), ends_on=date(2027, 1, 1)), (), False),
        (Pattern(weekdays=("MO",), starts_on=date(2026, 11, 2), ends_on=date(2026, 12, 18), during="holidays"), (), True),
        (Pattern(weekdays=("MO",), during="term"), (), False),
    ],
    ids=["a date", "a date off", "bank holiday only", "and a day more", "holidays in term", "in term"],
)
def test_what_can_never_be_on(pattern: Pattern, closed: Any, expected: bool) -> None:
    assert never_happens([pattern], TERM, closed, TODAY) is expected
