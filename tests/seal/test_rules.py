"""In what state an award is, and which dates cannot be right: each rule on both sides of its boundary."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from localoffer.seal.choices import Ending, State
from localoffer.seal.rules import LONGEST, date_problems, state_on

GIVEN, ENDS, DAY = date(2026, 3, 2), date(2028, 3, 1), timedelta(days=1)


@dataclass
class Dates:
    given_on: date = GIVEN
    ends_on: date = ENDS
    ending: str = ""


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (GIVEN - DAY, State.NOT_YET),
        (GIVEN, State.CURRENT),
        (GIVEN + DAY, State.CURRENT),
        (ENDS - DAY, State.CURRENT),
        (ENDS, State.CURRENT),
        (ENDS + DAY, State.EXPIRED),
    ],
)
def test_an_award_is_current_from_its_first_day_to_its_last(day: date, state: State) -> None:
    assert state_on(Dates(), day) is state


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
