"""Pure rules of the e-mail alerts. The moment is passed in."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

CONFIRM_WITHIN = timedelta(days=7)
# What was published less than this ago is told of in the next round: a slip can be taken back, and nothing is missed
# that was being saved while we looked.
SECOND_THOUGHTS = timedelta(minutes=2)
GIVE_UP_AFTER = timedelta(days=7)
WAITS = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8)]
WEEKLY_DAY, WEEKLY_HOUR = 4, 9  # Friday, nine in the morning
LONGEST_LINE = 150
# One local part and one host, in letters that no header can be broken with. Django's own rule allows quoted parts too.
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@<>\"(),:;\\\[\]]+")


def tidy_address(address: str) -> str:
    """The same for all ways of typing one address: mailboxes that differ only by capitals are unheard of."""
    return address.strip().lower()


def is_plain_address(address: str) -> bool:
    return bool(ADDRESS.fullmatch(address)) and address.isprintable()


def one_line(words: str, longest: int = LONGEST_LINE) -> str:
    """Words for a header or a heading: no breaks, no control characters, not too long."""
    clean = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return clean if len(clean) <= longest else f"{clean[: longest - 1].rstrip()}…"


def is_too_late(asked_at: datetime, now: datetime) -> bool:
    """Whether a request can no longer be confirmed."""
    return now - asked_at > CONFIRM_WITHIN


def next_try(tries: int, now: datetime) -> datetime:
    """When to try again after so many tries in vain."""
    return now + WAITS[min(max(tries, 1), len(WAITS)) - 1]


def last_weekly_moment(now: datetime, zone: tzinfo) -> datetime:
    """The last Friday morning, as the clock on the wall shows it; now, when it is just that."""
    local = now.astimezone(zone)
    friday = local.date() - timedelta(days=(local.weekday() - WEEKLY_DAY) % 7)
    moment = datetime(friday.year, friday.month, friday.day, WEEKLY_HOUR, tzinfo=zone)
    if moment > now:
        earlier = friday - timedelta(days=7)
        moment = datetime(earlier.year, earlier.month, earlier.day, WEEKLY_HOUR, tzinfo=zone)
    return moment


def items_for(items: Iterable[Mapping[str, Any]], subjects: Iterable[str], language: str) -> list[dict[str, str]]:
    """Of a mailing's items those of these subjects, as they read in that language where they do, else in the first one."""
    wanted = set(subjects)
    return [
        item["others"].get(language, item["own"]) | {"subject": next(key for key in item["subjects"] if key in wanted)}
        for item in items
        if wanted & set(item["subjects"])
    ]
