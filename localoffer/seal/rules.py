"""What state an award is in, and what an award must be. Pure: the day is always passed in."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol

from dateutil.relativedelta import relativedelta

from .choices import SHOWING, Ending, State

LONGEST = timedelta(days=5 * 366)
FARTHEST_VISIT = timedelta(days=2 * 366)
OLDEST_VISIT = timedelta(days=5 * 366)
# How long the register tells of seals that have ended.
ENDED_SHOWN_FOR = timedelta(days=365)
# How long others may keep the embedded badge: after the end it is gone within this time.
BADGE_KEPT_FOR = timedelta(minutes=10)
A_DAY = timedelta(days=1)
# What somebody may look for in the register.
LONGEST_QUESTION, MOST_WORDS, LONGEST_WORD = 200, 12, 40


class AwardDates(Protocol):
    given_on: date
    ends_on: date
    review_on: date
    paused_at: datetime | None
    ending: str


def state_on(award: AwardDates, day: date) -> State:
    """Approved from the day it is given up to and including the day it ends, unless it was closed or is paused.

    From ``review_on`` on the next visit is due; the seal still counts. The end counts for more than a pause.
    """
    if award.ending == Ending.WITHDRAWN:
        return State.WITHDRAWN
    if award.ending == Ending.REPLACED:
        return State.REPLACED
    if day < award.given_on:
        return State.NOT_YET
    if day > award.ends_on:
        return State.EXPIRED
    if award.paused_at is not None:
        return State.PAUSED
    return State.REVIEW_DUE if day >= award.review_on else State.CURRENT


def shows_on(award: AwardDates, day: date) -> bool:
    """Whether the badge shows on that day."""
    return state_on(award, day) in SHOWING


def usual_end(given_on: date, months: int) -> date:
    """The last day of a seal that lasts so many months: given on 2 March 2026 for 24, it ends on 1 March 2028."""
    return given_on + relativedelta(months=months) - A_DAY


def review_day(*, given_on: date, ends_on: date, months_before: int) -> date:
    """From which day on the next visit is due: so many months before the end, but never before the day after it is given."""
    return max(ends_on - relativedelta(months=months_before), given_on + A_DAY)


def reminder_day(review_on: date, days_before: int) -> date:
    return review_on - timedelta(days=days_before)


def date_problems(*, decided_on: date, given_on: date, ends_on: date, today: date) -> dict[str, str]:
    """Sentences by field name for dates that cannot be right; empty when they can."""
    problems = {}
    if decided_on > today:
        problems["decided_on"] = "The forum’s decision cannot be in the future."
    elif decided_on < today - OLDEST_VISIT:
        problems["decided_on"] = "That decision is more than 5 years old. Check the year, or visit again."
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


def planning_problem(planned_for: date, today: date) -> str:
    """A sentence when a visit cannot be planned for that day; else ""."""
    if planned_for < today:
        return "That day is over. Choose a later day, or record the visit as made."
    if planned_for > today + FARTHEST_VISIT:
        return "That is more than two years away. Check the year."
    return ""


def visit_day_problem(visited_on: date, today: date) -> str:
    """A sentence when a visit cannot have been made on that day; else ""."""
    if visited_on > today:
        return "That day is still to come. Record the visit when it is made."
    if visited_on < today - OLDEST_VISIT:
        return "That is more than five years ago. Check the year."
    return ""


def badge_may_be_kept(award: AwardDates | None, now: datetime) -> int:
    """How many seconds others may keep the picture of the badge: ten minutes, or less when the day changes its state before.

    ``now`` is in local time, since a seal ends with the local day.
    """
    until_midnight = datetime.combine(now.date() + A_DAY, datetime.min.time(), tzinfo=now.tzinfo) - now
    longest = int(BADGE_KEPT_FOR.total_seconds())
    if award is None or state_on(award, now.date()) == state_on(award, now.date() + A_DAY):
        return longest
    return max(1, min(longest, int(until_midnight.total_seconds())))


def asked_words(typed: str) -> list[str]:
    """The words that somebody looks for in the register, folded; at most twelve, each of at most 40 letters."""
    return [word[:LONGEST_WORD] for word in folded(typed[:LONGEST_QUESTION]).split()[:MOST_WORDS]]


def tells_of(texts: Iterable[str], words: Iterable[str]) -> bool:
    """Whether each of the words stands somewhere in these texts, also as a part of a longer word. ``words`` are folded."""
    text = folded(" ".join(texts))
    return all(word in text for word in words)


def folded(text: str) -> str:
    """Small letters without accents; whatever is no letter or figure is a space, but for apostrophes, which go."""
    joined = text.replace("’", "").replace("'", "")
    plain = unicodedata.normalize("NFKD", joined.casefold())
    return "".join(letter if letter.isalnum() else "" if unicodedata.combining(letter) else " " for letter in plain)


def broken(words: str, most: int) -> list[str]:
    """The words in lines of at most ``most`` letters; a longer word has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
