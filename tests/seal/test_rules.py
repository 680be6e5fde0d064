"""In what state an award is, and which dates cannot be right: each rule on both sides of its boundary."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from localoffer.seal import rules
from localoffer.seal.choices import Ending, State
from localoffer.seal.rules import LONGEST, date_problems, shows_on, state_on

GIVEN, REVIEW, ENDS, DAY = date(2026, 3, 2), date(2027, 12, 1), date(2028, 3, 1), timedelta(days=1)
PAUSED_AT = datetime(2026, 6, 1, 12, tzinfo=UTC)


@dataclass
class Dates:
    given_on: date = GIVEN
    ends_on: date = ENDS
    review_on: date = REVIEW
    paused_at: datetime | None = None
    ending: str = ""


@pytest.mark.parametrize(
    ("day", "state", "shows"),
    [
        (GIVEN - DAY, State.NOT_YET, False),
        (GIVEN, State.CURRENT, True),
        (GIVEN + DAY, State.CURRENT, True),
        (REVIEW - DAY, State.CURRENT, True),
        (REVIEW, State.REVIEW_DUE, True),
        (REVIEW + DAY, State.REVIEW_DUE, True),
        (ENDS - DAY, State.REVIEW_DUE, True),
        (ENDS, State.REVIEW_DUE, True),
        (ENDS + DAY, State.EXPIRED, False),
    ],
)
def test_an_award_counts_from_its_first_day_to_its_last_and_is_due_for_a_visit_before_that(
    day: date, state: State, shows: bool
) -> None:
    assert state_on(Dates(), day) is state
    assert shows_on(Dates(), day) is shows


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (GIVEN - DAY, State.NOT_YET),
        (GIVEN, State.PAUSED),
        (REVIEW, State.PAUSED),
        (ENDS, State.PAUSED),
        (ENDS + DAY, State.EXPIRED),
    ],
)
def test_a_paused_award_shows_on_no_day_and_still_runs_out(day: date, state: State) -> None:
    assert state_on(Dates(paused_at=PAUSED_AT), day) is state
    assert not shows_on(Dates(paused_at=PAUSED_AT), day)


@pytest.mark.parametrize(("months", "ends"), [(1, date(2026, 4, 1)), (12, date(2027, 3, 1)), (24, date(2028, 3, 1))])
def test_a_seal_of_so_many_months_ends_on_the_day_before(months: int, ends: date) -> None:
    assert rules.usual_end(GIVEN, months) == ends


def test_a_seal_given_on_the_last_day_of_february_has_an_end() -> None:
    assert rules.usual_end(date(2028, 2, 29), 12) == date(2029, 2, 27)


@pytest.mark.parametrize(
    ("months", "day"), [(0, ENDS), (3, REVIEW), (23, date(2026, 4, 1)), (24, GIVEN + DAY), (60, GIVEN + DAY)]
)
def test_the_next_visit_is_due_some_months_before_the_end_and_never_at_once(months: int, day: date) -> None:
    assert rules.review_day(given_on=GIVEN, ends_on=ENDS, months_before=months) == day


@pytest.mark.parametrize(("days", "wrong"), [(-1, True), (0, False), (1, False), (732, False), (733, True)])
def test_a_visit_is_planned_from_today_to_two_years_on(today: date, days: int, wrong: bool) -> None:
    assert bool(rules.planning_problem(today + days * DAY, today)) is wrong


@pytest.mark.parametrize(("days", "wrong"), [(1, True), (0, False), (-1, False), (-1830, False), (-1831, True)])
def test_a_visit_was_made_by_today_and_not_long_ago(today: date, days: int, wrong: bool) -> None:
    assert bool(rules.visit_day_problem(today + days * DAY, today)) is wrong


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        ("2026-11-22 12:00:00", 600),
        ("2028-03-01 23:49:59", 600),
        ("2028-03-01 23:50:00", 600),
        ("2028-03-01 23:50:01", 599),
        ("2028-03-01 23:59:59", 1),
        ("2028-03-02 00:00:00", 600),
    ],
)
def test_others_keep_the_badge_ten_minutes_and_never_past_the_midnight_that_ends_it(moment: str, seconds: int) -> None:
    now = timezone.make_aware(datetime.fromisoformat(moment))
    assert rules.badge_may_be_kept(Dates(), now) == seconds
    assert rules.badge_may_be_kept(None, now) == 600


@pytest.mark.parametrize("day", [GIVEN - DAY, GIVEN, ENDS, ENDS + DAY])
def test_a_withdrawn_award_is_withdrawn_on_every_day(day: date) -> None:
    assert state_on(Dates(ending=Ending.WITHDRAWN), day) is State.WITHDRAWN


@pytest.mark.parametrize("day", [GIVEN - DAY, GIVEN, ENDS, ENDS + DAY])
def test_a_replaced_award_is_replaced_on_every_day(day: date) -> None:
    assert state_on(Dates(ending=Ending.REPLACED), day) is State.REPLACED


def problems(today: date, *, decided: int = 0, given: int = 0, ends: int = 730) -> dict[str, str]:
    """What is wrong with dates that are so many days after today (before, when negative)."""
    days = {"decided_on": decided, "given_on": given, "ends_on": ends}
    return date_problems(today=today, **{name: today + timedelta(days=number) for name, number in days.items()})


def test_usual_dates_have_no_problem(today: date) -> None:
    assert problems(today) == {}


@pytest.mark.parametrize(("decided", "wrong"), [(-1, False), (0, False), (1, True)])
def test_the_forum_cannot_have_decided_in_the_future(today: date, decided: int, wrong: bool) -> None:
    assert ("decided_on" in problems(today, decided=decided)) is wrong


@pytest.mark.parametrize(("given", "wrong"), [(-11, True), (-10, False), (-9, False), (0, False), (1, True)])
def test_the_seal_begins_between_the_decision_and_today(today: date, given: int, wrong: bool) -> None:
    assert list(problems(today, decided=-10, given=given)) == (["given_on"] if wrong else [])


@pytest.mark.parametrize(("ends", "wrong"), [(-10, True), (-1, True), (0, False), (1, False)])
def test_the_seal_cannot_end_before_today(today: date, ends: int, wrong: bool) -> None:
    assert list(problems(today, decided=-20, given=-10, ends=ends)) == (["ends_on"] if wrong else [])


@pytest.mark.parametrize(("ends", "wrong"), [(-1, True), (0, True), (1, False)])
def test_the_seal_ends_after_the_day_on_which_it_begins(today: date, ends: int, wrong: bool) -> None:
    assert list(problems(today, ends=ends)) == (["ends_on"] if wrong else [])


@pytest.mark.parametrize(("more", "wrong"), [(-1, False), (0, False), (1, True)])
def test_the_seal_lasts_at_most_five_years(today: date, more: int, wrong: bool) -> None:
    assert list(problems(today, ends=LONGEST.days + more)) == (["ends_on"] if wrong else [])


def test_all_that_is_wrong_is_said_at_once(today: date) -> None:
    assert set(problems(today, decided=1, given=-3, ends=-5)) == {"decided_on", "given_on", "ends_on"}


def test_each_problem_is_a_sentence(today: date) -> None:
    for sentence in problems(today, decided=1, given=-3, ends=-5).values():
        assert sentence[0].isupper()
        assert sentence.endswith(".")
