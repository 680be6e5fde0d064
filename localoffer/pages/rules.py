"""What a page must have before the public may see it. Pure functions over plain data.

Each returns sentences for the editor: which field, and what to do. At the end: which answers may be kept (decision 42).
"""

import re
from collections.abc import Container, Iterable

SUMMARY_LONGEST = 250
PHONE = re.compile(r"\+?[0-9 ()-]+")
SHORTEST_NUMBER = 3


def summary_problem(summary: str) -> str:
    """ "" when the summary is there and not too long."""
    length = len(summary.strip())
    if not length:
        return "Write a summary: one or two plain sentences that say what this page is for."
    if length > SUMMARY_LONGEST:
        return f"The summary has {length} characters. Shorten it to {SUMMARY_LONGEST}."
    return ""


def phone_link(number: object) -> str:
    """The address that a telephone dials."""
    return "tel:" + "".join(letter for letter in str(number) if letter.isdigit() or letter == "+")


def is_phone_number(value: str) -> bool:
    """True for at least three figures with spaces between, perhaps after a "+" or with brackets: "01632 960123", "999"."""
    return bool(PHONE.fullmatch(value.strip())) and sum(letter.isdigit() for letter in value) >= SHORTEST_NUMBER


MINUTE = 60
# What answers to one person, to machines, or with files; and what has a token in its address.
NEVER_KEPT = re.compile(
    r"/(?:(?:admin|documents|media|static|_util|alerts|board-draft|contact|display|shortlist|tell-us)(?:/|$)"
    r"|healthz|readyz|seal/(?:sent|ask|suggest)(?:/|$))"
)
LANGUAGE = re.compile(r"^/[a-z]{2}(?=/)")
# Signed values and random words, beside the places above: a name of a page has hyphens between its words.
KEY = re.compile(r"/(?=[^/]*\d)[^/]*[\w:.~=]{25,}")
LONGEST_ASKED = 300
READS = re.compile(r"[\s(]*(?:SELECT|PRAGMA|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|EXPLAIN|SET|SHOW|ANALYZE)\b", re.IGNORECASE)
WRITES = re.compile(r"\b(?:INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
TABLE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)


def end_of_minute(moment: float) -> float:
    """The next full minute after the moment, in seconds of the epoch: what shows times changes then, and not before."""
    return moment - moment % MINUTE + MINUTE


def is_asked_by_anybody(path: str, asked: Iterable[tuple[str, list[str]]], known: Container[str]) -> bool:
    """Whether one answer serves all: nothing typed, nothing that few ask for, no token.

    ``known`` are the names of parameters that are chosen from lists; others count as typed unless they are blank.
    """
    if NEVER_KEPT.match(LANGUAGE.sub("", path)) or KEY.search(path):
        return False
    length = 0
    for name, values in asked:
        if name not in known and any(values):
            return False
        length += sum(len(name) + len(value) for value in values)
    return length <= LONGEST_ASKED


def table_written(sql: str) -> str | None:
    """The table that a query writes to, "" where it cannot be told, None where it only reads."""
    if READS.match(sql) or (sql.lstrip()[:4].upper() == "WITH" and not WRITES.search(sql)):
        return None
    found = TABLE.match(sql)
    return found.group(1) if found else ""
