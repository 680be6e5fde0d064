"""What became of a measure, in words: "Down from 40% to 20% in three months: worse"."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..choices import DatesAs, Direction, Verdict
from .figures import Figure, Unit

FORMATS = {DatesAs.DAY: "j E Y", DatesAs.MONTH: "F Y", DatesAs.YEAR: "Y"}
WEEK, FEW_DAYS, FEW_WEEKS = 7, 14, 63
YEAR, TWO_YEARS = 12, 24  # in months
DAYS_IN_A_MONTH = 30.44


def shown_day(day: date, dates_as: str) -> str:
    """The date as exactly as it is known."""
    return date_format(day, FORMATS[DatesAs(dates_as)])


def judged(before: Decimal, after: Decimal, direction: str) -> Verdict:
    """Whether the later figure is better."""
    if before == after:
        return Verdict.SAME
    if direction == Direction.NEITHER:
        return Verdict.NONE
    return Verdict.BETTER if (after > before) is (direction == Direction.HIGHER) else Verdict.WORSE


def change_words(before: Figure, after: Figure, *, unit: Unit, direction: str, dates_as: str = DatesAs.DAY) -> str:
    """What changed between two figures, and whether that is better."""
    said = {
        "old": unit.shown(before.value),
        "new": unit.shown(after.value),
        "period": period_words(before.day, after.day, dates_as),
    }
    verdict = judged(before.value, after.value, direction)
    if verdict == Verdict.SAME:
        return _("No change in %(period)s: still %(new)s") % said
    is_up = after.value > before.value
    if verdict == Verdict.NONE:
        words = _("Up from %(old)s to %(new)s in %(period)s") if is_up else _("Down from %(old)s to %(new)s in %(period)s")
    elif verdict == Verdict.BETTER:
        words = (
            _("Up from %(old)s to %(new)s in %(period)s: better")
            if is_up
            else _("Down from %(old)s to %(new)s in %(period)s: better")
        )
    else:
        words = (
            _("Up from %(old)s to %(new)s in %(period)s: worse")
            if is_up
            else _("Down from %(old)s to %(new)s in %(period)s: worse")
        )
    return words % said


def target_words(latest: Decimal, target: Decimal, *, unit: Unit, direction: str, by: date | None = None) -> str:
    """The target, and whether the latest figure has reached it."""
    said = {"target": unit.shown(target), "day": date_format(by, "j E Y") if by else ""}
    if direction == Direction.NEITHER:
        words = _("Expected: %(target)s by %(day)s") if by else _("Expected: %(target)s")
    elif latest >= target if direction == Direction.HIGHER else latest <= target:
        words = _("Target: %(target)s by %(day)s. It is reached.") if by else _("Target: %(target)s. It is reached.")
    else:
        words = _("Target: %(target)s by %(day)s. It is not reached.") if by else _("Target: %(target)s. It is not reached.")
    return words % said


def period_words(start: date, end: date, dates_as: str = DatesAs.DAY) -> str:
    """How long it is from one date to another: "9 days", "three months", "two years and one month".

    Where only months or years are known, it counts only those.
    """
    months = (end.year - start.year) * YEAR + end.month - start.month
    if dates_as == DatesAs.YEAR:
        return _months(max(end.year - start.year, 1) * YEAR)
    if dates_as == DatesAs.MONTH:
        return _months(max(months, 1))
    if months and (start.day == end.day or (_is_last(start) and _is_last(end))):
        return _months(months)
    days = (end - start).days
    if days >= FEW_WEEKS:
        return _("about %(period)s") % {"period": _months(max(round(days / DAYS_IN_A_MONTH), 2))}
    if days >= FEW_DAYS and days % WEEK == 0:
        weeks = days // WEEK
        return ngettext("%(number)s week", "%(number)s weeks", weeks) % {"number": apnumber(weeks)}
    return ngettext("%(number)s day", "%(number)s days", days) % {"number": apnumber(days)}


def _is_last(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _months(number: int) -> str:
    years, left = divmod(number, YEAR)
    in_years = ngettext("%(number)s year", "%(number)s years", years) % {"number": apnumber(years)}
    if not left:
        return in_years
    if number < TWO_YEARS:
        return ngettext("%(number)s month", "%(number)s months", number) % {"number": apnumber(number)}
    in_months = ngettext("%(number)s month", "%(number)s months", left) % {"number": apnumber(left)}
    return _("%(years)s and %(months)s") % {"years": in_years, "months": in_months}
