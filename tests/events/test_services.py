"""The calendar that the site keeps: read once, new after a change; bank holidays filled in and left alone."""

from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from localoffer.events import jobs
from localoffer.events.models import BankHoliday, SchoolTerm
from localoffer.events.rules import Calendar, Term
from localoffer.events.services import YearsNotKnown, keep_bank_holidays, keep_coming_bank_holidays, the_calendar, years_from
from localoffer.scheduling.registry import all_jobs

pytestmark = pytest.mark.django_db
CHRISTMAS = date(2026, 12, 25)
AUTUMN = Term(date(2026, 9, 2), date(2026, 10, 23))


def save_term(term: Term) -> SchoolTerm:
    return SchoolTerm.objects.create(name="Autumn", first_day=term.first, last_day=term.last)


def test_the_calendar_holds_the_terms_and_the_bank_holidays() -> None:
    save_term(AUTUMN)
    BankHoliday.objects.create(day=CHRISTMAS, name="Christmas Day")
    assert the_calendar() == Calendar((AUTUMN,), frozenset({CHRISTMAS}))


def test_it_is_read_once(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        the_calendar()
    with django_assert_num_queries(0):
        assert the_calendar() == Calendar()


def test_each_change_is_seen_once_it_is_committed(django_capture_on_commit_callbacks: Any) -> None:
    the_calendar()
    with django_capture_on_commit_callbacks(execute=True):
        term = save_term(AUTUMN)
        holiday = BankHoliday.objects.create(day=CHRISTMAS, name="Christmas Day")
    assert the_calendar() == Calendar((AUTUMN,), frozenset({CHRISTMAS}))
    with django_capture_on_commit_callbacks(execute=True):
        term.delete()
    assert the_calendar().terms == ()
    with django_capture_on_commit_callbacks(execute=True):
        holiday.delete()
    assert the_calendar() == Calendar()
    with django_capture_on_commit_callbacks(execute=True):
        keep_bank_holidays(first_year=2026, last_year=2026)
    assert CHRISTMAS in the_calendar().bank_holidays


def test_the_bank_holidays_of_england_are_filled_in() -> None:
    """The list of GOV.UK for England and Wales, with the days that they stand in for."""
    keep_bank_holidays(first_year=2027, last_year=2027)
    assert [f"{holiday.day:%m-%d}" for holiday in BankHoliday.objects.all()] == [
        *("01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-25", "12-26", "12-27", "12-28"),
    ]
    assert BankHoliday.objects.get(day=date(2027, 12, 27)).name == "Christmas Day (day instead)"


def test_filling_in_again_adds_nothing_and_leaves_what_editors_wrote() -> None:
    own = BankHoliday.objects.create(day=date(2026, 7, 10), name="A day that only we keep")
    renamed = BankHoliday.objects.create(day=CHRISTMAS, name="Christmas")
    assert keep_bank_holidays(first_year=2026, last_year=2027) > 10
    before = list(BankHoliday.objects.values_list("pk", "day", "name"))
    assert keep_bank_holidays(first_year=2026, last_year=2027) == 0
    assert list(BankHoliday.objects.values_list("pk", "day", "name")) == before
    assert {(own.pk, own.day, own.name), (renamed.pk, renamed.day, renamed.name)} <= set(before)


@pytest.mark.parametrize(("first", "last"), [(2027, 2026), (1977, 2026), (2026, 2101)])
def test_years_out_of_order_or_reach_are_refused(first: int, last: int) -> None:
    with pytest.raises(YearsNotKnown, match="from 1978 to 2100"):
        keep_bank_holidays(first_year=first, last_year=last)
    assert not BankHoliday.objects.exists()


@pytest.mark.parametrize("year", [1978, 2100])
def test_the_first_and_the_last_known_year_are_taken(year: int) -> None:
    assert keep_bank_holidays(first_year=year, last_year=year) >= 8


def test_the_job_keeps_this_year_and_the_next_two() -> None:
    now = datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert keep_coming_bank_holidays(now).endswith("bank holidays added")
    assert {holiday.day.year for holiday in BankHoliday.objects.all()} == {2026, 2027, 2028}
    assert keep_coming_bank_holidays(now) == ""


def test_the_year_is_that_of_london() -> None:
    assert years_from(date(2026, 12, 31)) == (2026, 2028)
    keep_coming_bank_holidays(datetime(2026, 12, 31, 23, 59, tzinfo=UTC))
    assert BankHoliday.objects.earliest("day").day.year == 2026


def test_the_job_is_on_the_list_of_scheduled_work() -> None:
    [job] = [job for job in all_jobs() if job.name == "bank-holidays"]
    assert job.run is jobs.keep_coming_bank_holidays
    assert job.every.days == 7


def test_the_command_says_what_it_added() -> None:
    out = StringIO()
    call_command("keep_bank_holidays", "--from", "2026", "--to", "2026", stdout=out)
    assert out.getvalue() == f"{BankHoliday.objects.count()} bank holidays added, from 2026 to 2026.\n"
    call_command("keep_bank_holidays", stdout=out)
    with pytest.raises(CommandError, match="1978 to 2100"):
        call_command("keep_bank_holidays", "--from", "1900")
