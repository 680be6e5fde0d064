"""School terms and bank holidays around today. The terms are made by rules that give likely days, not those of a council."""

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, relativedelta

from localoffer.events.models import SchoolTerm
from localoffer.events.services import keep_bank_holidays

MARCH, SEPTEMBER, SATURDAY = 3, 9, 5


def load_school_years(today: date) -> int:
    """Adds the terms of the last, this and the next two school years, and bank holidays, where none are there.

    Returns how many terms there are now.
    """
    this = today.year if today.month >= SEPTEMBER else today.year - 1
    for year in range(this - 1, this + 3):
        for name, first_day, last_day in six_terms(year):
            if not SchoolTerm.objects.touching(first_day, last_day).exists():
                SchoolTerm.objects.create(name=name, first_day=first_day, last_day=last_day)
    keep_bank_holidays(first_year=this - 1, last_year=this + 3)
    return SchoolTerm.objects.count()


def six_terms(year: int) -> list[tuple[str, date, date]]:
    """Name, first and last day of the six terms of the school year that begins in September of ``year``.

    A week off at the last Monday of October, the third of February and the last of May; two weeks at Easter, which
    begin after it when it is in March.
    """
    october = date(year, 10, 31) + relativedelta(weekday=MO(-1))
    february = date(year + 1, 2, 1) + relativedelta(weekday=MO(3))
    may = date(year + 1, 5, 31) + relativedelta(weekday=MO(-1))
    sunday = easter(year + 1)
    spring = sunday + relativedelta(weekday=MO if sunday.month == MARCH else MO(-1))
    names = [
        f"{season} term, {half} half, {year if season == 'Autumn' else year + 1}"
        for season in ("Autumn", "Spring", "Summer")
        for half in ("first", "second")
    ]
    days = [
        (school_day_from(date(year, 9, 2)), friday_before(october)),
        (october + timedelta(weeks=1), date(year, 12, 21) + relativedelta(weekday=FR(-1))),
        (school_day_from(date(year + 1, 1, 4)), friday_before(february)),
        (february + timedelta(weeks=1), friday_before(spring)),
        (spring + timedelta(weeks=2), friday_before(may)),
        (may + timedelta(weeks=1), date(year + 1, 7, 22) + relativedelta(weekday=FR(-1))),
    ]
    return [(name, first_day, last_day) for name, (first_day, last_day) in zip(names, days, strict=True)]


def school_day_from(day: date) -> date:
    """That day, or the Monday after its weekend."""
    return day if day.weekday() < SATURDAY else day + relativedelta(weekday=MO)


def friday_before(monday: date) -> date:
    return monday - timedelta(days=3)
