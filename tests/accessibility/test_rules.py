"""What a statement may say, and when it is to be reviewed again."""

from datetime import date

import pytest

from localoffer.accessibility.choices import CRITERIA, Reason, Status
from localoffer.accessibility.rules import Standing, has_exemptions, may_remind, review_is_due, status_of

FAILED = Standing(Reason.NOT_COMPLIANT, "1.1.1")
LEFT_OUT = Standing(Reason.OUT_OF_SCOPE, "")


def failing(number: int) -> list[Standing]:
    return [Standing(Reason.NOT_COMPLIANT, criterion) for criterion, _ in CRITERIA[:number]]


def test_the_standard_has_55_criteria_at_both_levels_and_each_is_there_once() -> None:
    assert len({number for number, _ in CRITERIA}) == len(CRITERIA) == 55


def test_a_tested_site_with_an_empty_list_is_fully_compliant() -> None:
    assert status_of([], tested=True) == Status.FULLY


@pytest.mark.parametrize(
    ("problems", "tested"), [([], False), ([FAILED], True), ([LEFT_OUT], True)], ids=["untested", "one failed", "one left out"]
)
def test_an_untested_site_or_anything_on_the_list_is_at_most_partial(problems: list[Standing], tested: bool) -> None:
    assert status_of(problems, tested=tested) == Status.PARTIALLY


def test_a_site_that_fails_more_than_half_of_the_criteria_is_not_compliant() -> None:
    assert status_of(failing(27), tested=True) == Status.PARTIALLY
    assert status_of(failing(28), tested=True) == Status.NOT


def test_a_criterion_counts_once_however_many_problems_fail_it_and_not_for_what_is_out_of_scope() -> None:
    assert status_of([*failing(27), *failing(27), Standing(Reason.OUT_OF_SCOPE, "4.1.3")], tested=True) == Status.PARTIALLY


@pytest.mark.parametrize(
    ("problems", "at_most", "said"),
    [([], "partially", Status.PARTIALLY), ([FAILED], "not", Status.NOT), (failing(28), "partially", Status.NOT)],
    ids=["less than the list", "much less", "more than the list"],
)
def test_an_editor_may_say_less_than_the_list_and_never_more(problems: list[Standing], at_most: str, said: Status) -> None:
    assert status_of(problems, tested=True, at_most=at_most) == said


def test_exemptions_are_what_the_law_lets_be_as_it_is() -> None:
    assert not has_exemptions([FAILED])
    assert has_exemptions([FAILED, Standing(Reason.BURDEN, "1.1.1")])
    assert has_exemptions([LEFT_OUT])


def test_the_review_is_due_once_a_year_is_over_and_where_there_was_none() -> None:
    last = date(2025, 11, 29)
    assert not review_is_due(last, date(2026, 11, 29))
    assert review_is_due(last, date(2026, 11, 30))
    assert review_is_due(None, date(2026, 11, 29))


def test_staff_are_reminded_at_most_once_a_month() -> None:
    reminded = date(2026, 11, 29)
    assert not may_remind(reminded, date(2026, 12, 28))
    assert may_remind(reminded, date(2026, 12, 29))
    assert may_remind(None, reminded)
