"""The demonstration's school years: six terms a year, around whatever day it is, added once."""

from datetime import date, timedelta

import pytest

from home.demo.school_year import load_school_years, six_terms
from localoffer.events.models import BankHoliday, SchoolTerm
from localoffer.events.services import the_calendar


@pytest.fixture
def no_year(db: None) -> None:
    """Nothing is kept yet; the other tests of this folder have loaded the demonstration."""
    SchoolTerm.objects.all().delete()
    BankHoliday.objects.all().delete()


@pytest.mark.parametrize("year", range(2020, 2060))
def test_each_year_has_six_likely_terms(year: int) -> None:
    terms = six_terms(year)
    assert len({name for name, _, _ in terms}) == 6
    for _, first, last in terms:
        assert first.weekday() < 5
        assert last.weekday() == 4
        assert 24 <= (last - first).days < 60
    starts = [*(first for _, first, _ in terms[1:]), six_terms(year + 1)[0][1]]
    holidays = [(start - last).days - 1 for (_, _, last), start in zip(terms, starts, strict=True)]
    assert holidays[0] == holidays[2] == holidays[4] == 9  # a week and two weekends
    assert holidays[3] == 16
    assert 9 < holidays[1] < 24
    assert 37 < holidays[5] < 56
    assert terms[0][0] == f"Autumn term, first half, {year}"
    assert terms[5][0] == f"Summer term, second half, {year + 1}"


@pytest.mark.usefixtures("no_year")
@pytest.mark.parametrize("today", [date(2026, 8, 31), date(2026, 9, 1), date(2026, 11, 22), date(2028, 2, 29)])
def test_a_year_back_and_four_hundred_days_ahead_are_known(today: date) -> None:
    assert load_school_years(today) == 24
    calendar = the_calendar()
    assert all(calendar.is_known(today + timedelta(days=days)) for days in range(-300, 401))
    for term in SchoolTerm.objects.all():
        term.full_clean()
    assert {today.year, today.year + 1} <= {holiday.day.year for holiday in BankHoliday.objects.all()}


@pytest.mark.usefixtures("no_year")
def test_loading_again_adds_nothing_and_keeps_what_editors_changed() -> None:
    load_school_years(date(2026, 11, 22))
    term = SchoolTerm.objects.first()
    term.first_day += timedelta(days=1)
    term.save()
    BankHoliday.objects.update(name="Renamed")
    assert load_school_years(date(2026, 11, 22)) == 24
    assert SchoolTerm.objects.first() == term
    assert SchoolTerm.objects.first().first_day == term.first_day
    assert set(BankHoliday.objects.values_list("name", flat=True)) == {"Renamed"}
