"""When things are on: repeating dates, the school year, bank holidays, closed days, and clocks that change."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest

from localoffer.events.choices import Weekday
from localoffer.events.rules import (
    LONDON,
    LONGEST_HOLIDAY_DAYS,
    LOOK_AHEAD_DAYS,
    Calendar,
    Closed,
    Occurrence,
    Pattern,
    Term,
    days_of_week,
    next_on,
    occurrences,
    open_now,
    parts_of_day,
    planned_days,
)

CHRISTMAS, BOXING = date(2026, 12, 25), date(2026, 12, 26)
AUTUMN_1, AUTUMN_2 = Term(date(2026, 9, 2), date(2026, 10, 23)), Term(date(2026, 11, 2), date(2026, 12, 18))
CALENDAR = Calendar((AUTUMN_2, AUTUMN_1), frozenset({CHRISTMAS, BOXING}))
EMPTY = Calendar()
EVERY_DAY = tuple(Weekday.values)
MONDAYS = Pattern(weekdays=("MO",), opens=time(16), closes=time(18))
DAILY = Pattern(weekdays=EVERY_DAY, opens=time(9), closes=time(17))
ONCE = Pattern(freq="once", starts_on=date(2026, 12, 5), opens=time(10), closes=time(12))
BEFORE_DST, AFTER_DST = date(2026, 10, 24), date(2026, 10, 25)


def with_(pattern: Pattern, **changes: object) -> Pattern:
    return Pattern(**(vars(pattern) | changes))  # type: ignore[arg-type]


def days(pattern: Pattern, first: date, last: date, calendar: Calendar = CALENDAR, closed: tuple[Closed, ...] = ()) -> list[date]:
    return [found.day for found in occurrences(pattern, calendar, closed, first, last)]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


# --- Repeating -------------------------------------------------------------------------------


def test_each_week_is_on_from_the_first_asked_day_to_the_last() -> None:
    assert days(MONDAYS, date(2026, 11, 2), date(2026, 11, 16)) == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    assert days(MONDAYS, date(2026, 11, 3), date(2026, 11, 15)) == [date(2026, 11, 9)]


def test_it_begins_on_its_first_date_and_ends_on_its_last() -> None:
    bounded = with_(DAILY, starts_on=date(2026, 11, 3), ends_on=date(2026, 11, 5))
    assert days(bounded, date(2026, 1, 1), date(2027, 1, 1)) == [date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5)]


def test_every_other_week_keeps_its_weeks_across_years() -> None:
    fortnightly = with_(MONDAYS, weekdays=("TU",), interval=2, starts_on=date(2026, 12, 15))
    assert days(fortnightly, date(2026, 12, 20), date(2027, 1, 31), EMPTY) == [
        date(2026, 12, 29),
        date(2027, 1, 12),
        date(2027, 1, 26),
    ]


def test_every_other_week_counts_weeks_from_monday_whatever_day_it_began() -> None:
    """RFC 5545, 3.3.10, the example with WKST=MO."""
    pattern = Pattern(weekdays=("TU", "SU"), interval=2, starts_on=date(1997, 8, 5))
    assert days(pattern, date(1997, 8, 1), date(1997, 8, 31), EMPTY) == [
        date(1997, 8, 5),
        date(1997, 8, 10),
        date(1997, 8, 19),
        date(1997, 8, 24),
    ]


@pytest.mark.parametrize("seed", range(30))
def test_a_window_shows_the_same_days_as_the_whole(seed: int) -> None:
    """However late one looks, the days are those counted from the first date."""
    random = Random(seed)  # noqa: S311
    start = date(2020, 1, 1) + timedelta(days=random.randrange(1500))
    pattern = Pattern(
        freq=random.choice(["weekly", "monthly"]),
        weekdays=tuple(day for day in EVERY_DAY if random.random() < 0.4) or ("WE",),
        week_of_month=random.choice([1, 2, 3, 4, -1]),
        interval=random.randrange(1, 6),
        starts_on=start,
    )
    whole = list(planned_days(pattern, start, start + timedelta(days=2000)))
    first = start + timedelta(days=random.randrange(1500))
    last = first + timedelta(days=random.randrange(400))
    assert list(planned_days(pattern, first, last)) == [day for day in whole if first <= day <= last]
    assert whole


@pytest.mark.parametrize("seed", range(10))
def test_weeks_and_months_are_as_an_independent_count_says(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    start = date(2026, 1, 1) + timedelta(days=random.randrange(700))
    every = [start + timedelta(days=number) for number in range(800)]
    interval, weekday = random.randrange(1, 5), random.randrange(7)
    weekly = Pattern(weekdays=(EVERY_DAY[weekday],), interval=interval, starts_on=start)
    monday = start.toordinal() - start.weekday()
    assert list(planned_days(weekly, every[0], every[-1])) == [
        day for day in every if day.weekday() == weekday and (day.toordinal() - monday) // 7 % interval == 0
    ]
    nth = Pattern(freq="monthly", weekdays=(EVERY_DAY[weekday],), week_of_month=2, interval=interval, starts_on=start)
    months = start.year * 12 + start.month
    assert list(planned_days(nth, every[0], every[-1])) == [
        day
        for day in every
        if day.weekday() == weekday and 8 <= day.day <= 14 and (day.year * 12 + day.month - months) % interval == 0
    ]


def test_the_first_and_the_last_of_the_month() -> None:
    first = Pattern(freq="monthly", weekdays=("MO",), week_of_month=1)
    last = Pattern(freq="monthly", weekdays=("FR",), week_of_month=-1)
    assert days(first, date(2026, 6, 1), date(2026, 8, 31), EMPTY) == [date(2026, 6, 1), date(2026, 7, 6), date(2026, 8, 3)]
    assert days(last, date(2026, 6, 1), date(2026, 7, 31), EMPTY) == [date(2026, 6, 26), date(2026, 7, 31)]


def test_the_leap_day_is_a_day_like_any_other() -> None:
    last = Pattern(freq="monthly", weekdays=("TU",), week_of_month=-1)
    assert days(last, date(2028, 2, 1), date(2028, 2, 29), EMPTY) == [date(2028, 2, 29)]
    assert days(last, date(2027, 2, 1), date(2027, 3, 1), EMPTY) == [date(2027, 2, 23)]
    assert days(with_(ONCE, starts_on=date(2028, 2, 29)), date(2028, 2, 29), date(2028, 2, 29)) == [date(2028, 2, 29)]


@pytest.mark.parametrize(
    "pattern",
    [
        Pattern(freq="once"),
        Pattern(weekdays=()),
        Pattern(freq="monthly", weekdays=("MO",)),
        Pattern(weekdays=("MO",), interval=2),
        Pattern(weekdays=("MO",), interval=0),
        with_(DAILY, starts_on=date(2026, 11, 5), ends_on=date(2026, 11, 4)),
    ],
)
def test_a_draft_that_lacks_something_is_never_on(pattern: Pattern) -> None:
    assert days(pattern, date(2026, 1, 1), date(2027, 1, 1)) == []


def test_a_single_date_is_on_that_day_only() -> None:
    assert days(ONCE, date(2026, 12, 5), date(2026, 12, 5)) == [date(2026, 12, 5)]
    assert days(ONCE, date(2026, 12, 6), date(2027, 12, 5)) == []
    assert days(ONCE, date(2026, 12, 1), date(2026, 12, 4)) == []


# --- The school year -------------------------------------------------------------------------


@pytest.mark.parametrize("term", [AUTUMN_1, AUTUMN_2])
def test_a_term_holds_its_first_and_last_day(term: Term) -> None:
    assert CALENDAR.is_term(term.first)
    assert CALENDAR.is_term(term.last)
    assert not CALENDAR.is_term(term.first - timedelta(days=1))
    assert not CALENDAR.is_term(term.last + timedelta(days=1))


def test_days_are_known_from_the_first_day_of_the_first_term_to_the_last_of_the_last() -> None:
    assert not CALENDAR.is_known(AUTUMN_1.first - timedelta(days=1))
    assert all(CALENDAR.is_known(AUTUMN_1.first + timedelta(days=number)) for number in range(108))
    assert AUTUMN_1.first + timedelta(days=107) == AUTUMN_2.last
    assert not CALENDAR.is_known(AUTUMN_2.last + timedelta(days=1))
    assert not EMPTY.is_known(AUTUMN_2.first)


@pytest.mark.parametrize(("gap", "known"), [(LONGEST_HOLIDAY_DAYS, True), (LONGEST_HOLIDAY_DAYS + 1, False)])
def test_a_gap_too_long_for_a_holiday_is_a_term_that_nobody_wrote_down(gap: int, known: bool) -> None:
    first = AUTUMN_2.last + timedelta(days=gap + 1)
    calendar = Calendar((AUTUMN_2, Term(first, first)))
    assert calendar.is_known(first - timedelta(days=1)) is known
    assert calendar.is_known(AUTUMN_2.last + timedelta(days=1)) is known


def test_term_time_and_holidays_share_out_the_known_days() -> None:
    first, last = date(2026, 8, 1), date(2027, 1, 31)
    term = days(with_(DAILY, during="term"), first, last)
    holidays = days(with_(DAILY, during="holidays"), first, last)
    assert (term[0], term[-1]) == (AUTUMN_1.first, AUTUMN_2.last)
    assert (holidays[0], holidays[-1]) == (date(2026, 10, 24), date(2026, 11, 1))
    assert sorted(term + holidays) == days(DAILY, AUTUMN_1.first, AUTUMN_2.last)


# --- Bank holidays and closed days -----------------------------------------------------------


def test_on_bank_holidays_it_is_closed_unless_it_says_otherwise() -> None:
    assert days(DAILY, date(2026, 12, 24), date(2026, 12, 27)) == [date(2026, 12, 24), date(2026, 12, 27)]
    assert CHRISTMAS in days(with_(DAILY, on_bank_holidays=True), CHRISTMAS, CHRISTMAS)


def test_a_single_date_is_meant_also_on_a_bank_holiday_and_out_of_term() -> None:
    assert days(with_(ONCE, starts_on=CHRISTMAS, during="term"), CHRISTMAS, CHRISTMAS) == [CHRISTMAS]


def test_closed_days_count_from_the_first_to_the_last() -> None:
    closed = (Closed(date(2026, 11, 4), date(2026, 11, 6)),)
    first, last = date(2026, 11, 2), date(2026, 11, 8)
    assert days(DAILY, first, last, closed=closed) == [first, date(2026, 11, 3), date(2026, 11, 7), last]
    assert days(with_(ONCE, starts_on=date(2026, 11, 6)), first, last, closed=closed) == []


def test_closing_may_have_no_end_and_no_beginning() -> None:
    day = date(2026, 11, 4)
    assert days(DAILY, day, day + timedelta(days=3), closed=(Closed(first=day + timedelta(days=1)),)) == [day]
    assert days(DAILY, day - timedelta(days=3), day, closed=(Closed(last=day - timedelta(days=1)),)) == [day]
    assert days(DAILY, day, day, closed=(Closed(),)) == []


# --- Next on ---------------------------------------------------------------------------------


def test_what_is_on_now_is_the_next_until_the_minute_it_ends() -> None:
    monday = date(2026, 11, 9)
    found = Occurrence(monday, time(16), time(18))
    assert next_on([MONDAYS], EMPTY, [], at(monday, 15, 59)) == found
    assert next_on([MONDAYS], EMPTY, [], at(monday, 17, 59)) == found
    assert next_on([MONDAYS], EMPTY, [], at(monday, 18)) == Occurrence(date(2026, 11, 16), time(16), time(18))


def test_of_several_patterns_the_earliest_is_next_and_says_whether_it_is_quieter() -> None:
    quiet = with_(MONDAYS, opens=time(15), closes=time(16), quieter=True)
    found = next_on([MONDAYS, quiet], EMPTY, [], at(date(2026, 11, 9), 8))
    assert found == Occurrence(date(2026, 11, 9), time(15), time(16), quieter=True)


def test_nothing_is_next_without_patterns_or_after_a_single_date() -> None:
    assert next_on([], EMPTY, [], at(date(2026, 12, 5), 8)) is None
    assert next_on([ONCE], EMPTY, [], at(date(2026, 12, 5), 12)) is None
    assert next_on([Pattern(freq="once")], EMPTY, [], at(date(2026, 12, 5), 12)) is None


@pytest.mark.parametrize(("ahead", "seen"), [(LOOK_AHEAD_DAYS, True), (LOOK_AHEAD_DAYS + 1, False)])
def test_it_looks_four_hundred_days_ahead_and_no_further(ahead: int, seen: bool) -> None:
    today = date(2026, 11, 22)
    far = with_(ONCE, starts_on=today + timedelta(days=ahead))
    assert (next_on([far], EMPTY, [], at(today, 0)) is not None) is seen


def test_a_session_in_term_time_has_no_next_when_no_terms_are_kept() -> None:
    assert next_on([with_(MONDAYS, during="term")], EMPTY, [], at(date(2026, 11, 9), 8)) is None
    assert next_on([with_(MONDAYS, during="holidays")], CALENDAR, [], at(date(2026, 12, 19), 8)) is None


def test_without_times_it_is_next_until_its_day_is_over() -> None:
    timeless = with_(MONDAYS, opens=None, closes=None)
    assert next_on([timeless], EMPTY, [], at(date(2026, 11, 9), 23, 59)) == Occurrence(date(2026, 11, 9))


@pytest.mark.parametrize("ask", [next_on, open_now])
def test_a_moment_without_a_zone_is_refused(ask: object) -> None:
    with pytest.raises(ValueError, match="time zone"):
        ask([DAILY], EMPTY, [], datetime(2026, 11, 9, 8))  # type: ignore[operator]  # noqa: DTZ001


# --- Open now --------------------------------------------------------------------------------


@pytest.mark.parametrize(("hour", "minute", "answer"), [(8, 59, False), (9, 0, True), (16, 59, True), (17, 0, False)])
def test_it_is_open_from_the_minute_it_opens_to_the_minute_before_it_closes(hour: int, minute: int, answer: bool) -> None:
    assert open_now([DAILY], EMPTY, [], at(date(2026, 11, 9), hour, minute)) is answer


def test_on_other_days_it_is_not_open() -> None:
    assert open_now([MONDAYS], EMPTY, [], at(date(2026, 11, 10), 17)) is False
    assert open_now([with_(MONDAYS, opens=None, closes=None)], EMPTY, [], at(date(2026, 11, 10), 17)) is False


def test_whether_it_is_open_is_not_known_without_patterns_or_times() -> None:
    monday = at(date(2026, 11, 9), 17)
    assert open_now([], EMPTY, [], monday) is None
    assert open_now([Pattern(weekdays=())], EMPTY, [], monday) is None
    assert open_now([with_(MONDAYS, opens=None, closes=None)], EMPTY, [], monday) is None
    assert open_now([with_(MONDAYS, closes=None)], EMPTY, [], monday) is None
    assert open_now([with_(MONDAYS, closes=None)], EMPTY, [], at(date(2026, 11, 9), 15)) is False


def test_one_pattern_that_is_open_is_enough() -> None:
    timeless = with_(MONDAYS, opens=None, closes=None)
    assert open_now([timeless, MONDAYS], EMPTY, [], at(date(2026, 11, 9), 17)) is True
    assert open_now([timeless, MONDAYS], EMPTY, [], at(date(2026, 11, 9), 19)) is None


def test_term_time_that_is_not_known_is_not_claimed_either_way() -> None:
    in_term = with_(DAILY, during="term")
    assert open_now([in_term], CALENDAR, [], at(AUTUMN_2.last, 10)) is True
    assert open_now([in_term], CALENDAR, [], at(AUTUMN_1.last + timedelta(days=1), 10)) is False
    assert open_now([in_term], CALENDAR, [], at(AUTUMN_2.last + timedelta(days=1), 10)) is None
    assert open_now([in_term], CALENDAR, [], at(AUTUMN_2.last + timedelta(days=1), 8)) is False
    assert open_now([in_term], CALENDAR, [], at(CHRISTMAS, 10)) is False


def test_on_a_closed_day_it_is_not_open_whatever_else_is_not_known() -> None:
    day = date(2026, 11, 9)
    assert open_now([DAILY], EMPTY, [Closed(day, day)], at(day, 10)) is False
    assert open_now([], EMPTY, [Closed(day, day)], at(day, 10)) is False
    assert open_now([DAILY], EMPTY, [Closed(day, day)], at(day + timedelta(days=1), 10)) is True


def test_midnight_as_closing_time_is_the_end_of_the_day() -> None:
    late, always = with_(DAILY, opens=time(19), closes=time(0)), with_(DAILY, opens=time(0), closes=time(0))
    day = date(2026, 11, 9)
    assert open_now([late], EMPTY, [], at(day, 23, 59)) is True
    assert open_now([late], EMPTY, [], at(day, 0)) is False
    assert open_now([always], EMPTY, [], at(day, 0)) is True
    assert open_now([always], EMPTY, [], at(day, 23, 59)) is True


# --- Clocks that change ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "opens_utc"),
    [(BEFORE_DST, 8), (AFTER_DST, 9), (date(2027, 3, 27), 9), (date(2027, 3, 28), 8)],
)
def test_nine_in_the_morning_is_nine_by_the_clock_on_the_wall(day: date, opens_utc: int) -> None:
    opens = datetime(day.year, day.month, day.day, opens_utc, tzinfo=UTC)
    assert open_now([DAILY], EMPTY, [], opens) is True
    assert open_now([DAILY], EMPTY, [], opens - timedelta(minutes=1)) is False


def test_the_day_is_that_of_london_not_of_utc() -> None:
    """At 23:30 UTC in summer it is half past midnight in London, of the next day."""
    tuesday = with_(MONDAYS, weekdays=("TU",), opens=time(0), closes=time(1))
    assert open_now([tuesday], EMPTY, [], datetime(2026, 6, 1, 23, 30, tzinfo=UTC)) is True


def test_in_the_hour_that_comes_twice_a_session_lasts_through_both() -> None:
    night = with_(DAILY, opens=time(1), closes=time(2))
    for utc, answer in (((0, 0), True), ((1, 59), True), ((2, 0), False)):
        assert open_now([night], EMPTY, [], datetime(2026, 10, 25, *utc, tzinfo=UTC)) is answer
    twice = at(AFTER_DST, 1, 30).replace(fold=1)
    assert open_now([night], EMPTY, [], twice) is True
    assert open_now([with_(night, closes=time(1, 20))], EMPTY, [], twice) is False


# --- For the filters -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opens", "closes", "parts"),
    [
        (time(9), time(12), {"morning"}),
        (time(9), time(12, 29), {"morning"}),
        (time(9), time(12, 30), {"morning", "afternoon"}),
        (time(16, 30), time(18), {"afternoon", "evening"}),
        (time(16, 31), time(18), {"evening"}),
        (time(11, 45), time(12, 15), {"morning"}),
        (time(17), time(17, 10), {"evening"}),
        (time(19), time(0), {"evening"}),
        (time(0), time(0), {"morning", "afternoon", "evening"}),
        (time(12), None, {"afternoon"}),
        (None, None, set()),
    ],
)
def test_it_is_on_in_the_parts_of_the_day_of_which_it_fills_half_an_hour(
    opens: time | None, closes: time | None, parts: set[str]
) -> None:
    assert parts_of_day(with_(DAILY, opens=opens, closes=closes)) == parts


def test_its_days_of_the_week_are_those_it_names_or_that_of_its_date() -> None:
    assert days_of_week(with_(MONDAYS, weekdays=("MO", "TH"))) == {"MO", "TH"}
    assert days_of_week(ONCE) == {"SA"}
    assert days_of_week(Pattern(freq="once")) == set()
