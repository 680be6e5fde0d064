"""What state an award is in, and what an award must be. Pure: the day is always passed in."""

from datetime import date, timedelta
from typing import Protocol

from .choices import Ending, State

USUAL_LENGTH = timedelta(days=730)
LONGEST = timedelta(days=5 * 366)


class AwardDates(Protocol):
    given_on: date
    ends_on: date
    ending: str


def state_on(award: AwardDates, day: date) -> State:
    """Current from the day it is given up to and including the day it ends, unless it was closed."""
    if award.ending == Ending.WITHDRAWN:
        return State.WITHDRAWN
    if award.ending == Ending.REPLACED:
        return State.REPLACED
    if day < award.given_on:
        return State.NOT_YET
    return State.CURRENT if day <= award.ends_on else State.EXPIRED


def date_problems(*, decided_on: date, given_on: date, ends_on: date, today: date) -> dict[str, str]:
    """Sentences by field name for dates that cannot be right; empty when they can."""
    problems = {}
    if decided_on > today:
        problems["decided_on"] = "The forum’s decision cannot be in the future."
    if given_on < decided_on:
        problems["given_on"] = "The seal cannot begin before the forum decided."
    elif given_on > today:
        problems["given_on"] = "The seal cannot begin in the future. Come back on that day."
    if ends_on <= given_on:
        problems["ends_on"] = "The seal would end before it begins. Choose a later day."
    elif ends_on < today:
        problems["ends_on"] = "That day is over: the seal would show for nobody."
    elif ends_on - given_on > LONGEST:
        problems["ends_on"] = "A seal lasts at most 5 years, so that somebody looks again."
    return problems
