"""The calendar of the site: read once and kept; bank holidays filled in."""

from datetime import date, datetime

import holidays
from django.db import transaction
from django.utils import timezone

from localoffer.pages.keeping import forget, kept

from .models import BankHoliday, SchoolTerm
from .rules import Calendar, Term

YEARS_AHEAD = 2
FIRST_YEAR, LAST_YEAR = 1978, 2100  # May Day became a bank holiday in 1978; later laws are not known


class YearsNotKnown(Exception):
    """The words say which years can be asked for."""


def the_calendar() -> Calendar:
    """The school terms and bank holidays that the site keeps. No query while nothing of them changes."""
    return kept("events.calendar", _read_calendar)


def _read_calendar() -> Calendar:
    return Calendar(
        terms=tuple(Term(*days) for days in SchoolTerm.objects.values_list("first_day", "last_day")),
        bank_holidays=frozenset(BankHoliday.objects.values_list("day", flat=True)),
    )


@transaction.atomic
def keep_bank_holidays(*, first_year: int, last_year: int) -> int:
    """Adds the bank holidays of England that are missing from these years. Returns how many were added.

    Never changes or removes a day that is there. Raises YearsNotKnown for years out of order or out of reach.
    Source: the ``holidays`` package, which follows GOV.UK's list, with the days kept instead and days given once.
    """
    if not FIRST_YEAR <= first_year <= last_year <= LAST_YEAR:
        raise YearsNotKnown(f"The first year comes before the last, and both are from {FIRST_YEAR} to {LAST_YEAR}.")
    found = holidays.country_holidays("GB", subdiv="ENG", years=range(first_year, last_year + 1), language="en_GB")
    there = set(BankHoliday.objects.values_list("day", flat=True))
    missing = [BankHoliday(day=day, name=_plain(name)) for day, name in sorted(found.items()) if day not in there]
    # Somebody else may add the same day meanwhile.
    BankHoliday.objects.bulk_create(missing, ignore_conflicts=True)
    if missing:
        transaction.on_commit(forget)  # bulk_create sends no signals
    return len(missing)


def _plain(name: str) -> str:
    return name.replace("(observed)", "(day instead)")


def years_from(today: date) -> tuple[int, int]:
    """The first and last year that are kept filled."""
    return today.year, today.year + YEARS_AHEAD


def keep_coming_bank_holidays(now: datetime) -> str:
    """The scheduled job."""
    first_year, last_year = years_from(timezone.localdate(now))
    added = keep_bank_holidays(first_year=first_year, last_year=last_year)
    return f"{added} bank holidays added" if added else ""
