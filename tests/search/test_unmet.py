"""Searches that found nothing: counted by month, shown from five on, nothing of the visitor kept."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from localoffer.search import services
from localoffer.search.jobs import forget_unmet_searches
from localoffer.search.models import UnmetOnDay, UnmetSearch
from localoffer.search.services import note_unmet

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
ENGLISH = "en-gb"


def note(question: str, times: int = 1, day: date = DAY) -> None:
    for _ in range(times):
        note_unmet(question, ENGLISH, day)


def kept() -> list[tuple[str, date, int]]:
    return sorted(UnmetSearch.uncounted.values_list("question", "month", "count"))


def test_the_same_words_are_counted_in_one_row_a_month() -> None:
    note("Horse riding")
    note("horse   RIDING!")
    note("horse riding", day=date(2026, 12, 1))
    assert kept() == [("horse riding", date(2026, 11, 1), 2), ("horse riding", date(2026, 12, 1), 1)]


@pytest.mark.parametrize(("times", "shown"), [(4, False), (5, True), (6, True)])
def test_only_what_five_have_asked_is_shown(times: int, shown: bool) -> None:
    note("horse riding", times)
    assert UnmetSearch.objects.exists() is shown
    assert UnmetSearch.objects.in_month(DAY).exists() is shown
    assert not UnmetSearch.objects.in_month(date(2026, 10, 31)).exists()


@pytest.mark.parametrize("question", ["", "the", "OX4 1AB", "a.person@example.org", "01632 960123", "\x00", "🙂"])
def test_a_question_without_words_of_its_own_is_not_kept(question: str) -> None:
    note(question)
    assert kept() == []


def test_of_a_question_with_a_postcode_only_the_words_are_kept() -> None:
    note("horse riding OX4 1AB")
    assert kept() == [("horse riding", date(2026, 11, 1), 1)]


def test_the_list_of_a_month_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_IN_A_MONTH", 2)
    for question in ("one thing", "other thing", "third thing", "one thing"):
        note(question)
    assert [(question, count) for question, _, count in kept()] == [("one thing", 2), ("other thing", 1)]


def test_nothing_of_the_visitor_is_a_column() -> None:
    assert {field.name for field in UnmetSearch._meta.fields} == {"id", "question", "language", "month", "count"}
    assert {field.name for field in UnmetOnDay._meta.fields} == {"id", "day", "count"}


def test_each_day_has_one_number_of_all_that_found_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_IN_A_MONTH", 1)
    for question, day in (("horse riding", DAY), ("other thing", DAY), ("OX4 1AB", DAY), ("horse riding", date(2026, 11, 23))):
        note(question, day=day)
    assert list(UnmetOnDay.objects.order_by("day").values_list("day", "count")) == [(DAY, 2), (date(2026, 11, 23), 1)]


def test_numbers_by_day_are_kept_for_25_months() -> None:
    for day in (date(2024, 10, 21), date(2024, 10, 22)):
        note("horse riding", day=day)
    forget_unmet_searches(datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert [row.day for row in UnmetOnDay.objects.all()] == [date(2024, 10, 22)]


def test_rare_searches_of_months_that_are_over_and_old_ones_are_forgotten() -> None:
    note("rare now", 4)
    note("rare before", 4, day=date(2026, 10, 31))
    note("often before", 5, day=date(2026, 10, 1))
    note("often long ago", 5, day=date(2025, 10, 1))
    said = forget_unmet_searches(datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert said == "2 unmet searches forgotten"
    assert [question for question, *_ in kept()] == ["often before", "rare now"]
    assert forget_unmet_searches(datetime(2026, 11, 22, 12, tzinfo=UTC)) == ""


def test_counting_takes_two_queries_when_the_day_and_the_words_are_known(django_assert_num_queries: Any) -> None:
    note("horse riding")
    with django_assert_num_queries(2):
        note("horse riding")
