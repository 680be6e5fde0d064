"""What a statement of accessibility may say. Pure: the list and the day are passed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from .choices import CRITERIA, Reason, Status

ORDER = list(Status)


@dataclass(frozen=True)
class Standing:
    """A problem that is there now: why, and which success criterion it fails ("" for none)."""

    reason: str
    criterion: str


def status_of(problems: Iterable[Standing], *, tested: bool, at_most: str = "") -> Status:
    """How well the site meets the standard: as the list says, and never more than ``at_most`` ("" for no limit).

    Not compliant: more than half of the criteria are failed. Partially: anything is listed, or nobody has tested the site.
    """
    listed = list(problems)
    failed = {problem.criterion for problem in listed if problem.reason != Reason.OUT_OF_SCOPE and problem.criterion}
    if 2 * len(failed) > len(CRITERIA):
        status = Status.NOT
    elif listed or not tested:
        status = Status.PARTIALLY
    else:
        status = Status.FULLY
    return min(status, Status(at_most), key=ORDER.index) if at_most else status


def has_exemptions(problems: Iterable[Standing]) -> bool:
    """Whether the law lets anything of the list be as it is."""
    return any(problem.reason != Reason.NOT_COMPLIANT for problem in problems)


def review_is_due(last: date | None, today: date) -> bool:
    """True once a year is over since the last review, and when there was none."""
    return last is None or last + relativedelta(years=1) < today


def may_remind(reminded: date | None, today: date) -> bool:
    """Staff are reminded once a month, until the statement is reviewed."""
    return reminded is None or reminded + relativedelta(months=1) <= today
