"""What a page must have before the public may see it. Pure functions over plain data.

Each returns sentences for the editor: which field, and what to do. At the end: which answers may be kept (decision 42).
"""

import re
from collections.abc import Container, Iterable
from typing import Any

from django.conf import settings
from django.utils.html import conditional_escape, escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

SUMMARY_LONGEST = 250
PHONE = re.compile(r"\+?[0-9 ()-]+")
SHORTEST_NUMBER = 3
NO_ENGLISH_PAGE = "The English page of this translation was deleted, so nobody can be shown it. Delete this page too."


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


# --- English words on a page in another language ---------------------------------------------

ENGLISH_ATTRIBUTES = mark_safe(' lang="en-GB" dir="ltr"')


class InEnglish(str):
    """English words for a reader of another language. Templates mark them so wherever they show them.

    Elsewhere they are plain text. An attribute, a title or an option can hold no mark: there goes ``|force_escape``.
    """

    def __html__(self) -> SafeString:
        return mark_safe(f"<span{ENGLISH_ATTRIBUTES}>{escape(self.plain)}</span>") if self else mark_safe("")  # noqa: S308

    @property
    def plain(self) -> str:
        return str(self)

    def strip(self, *characters: Any) -> "InEnglish":
        return InEnglish(super().strip(*characters))


def readers_language() -> str:
    """The code of the language in which a page, or the part of it in hand, speaks to its reader."""
    return get_language() or settings.LANGUAGE_CODE


def in_english(words: str, language: str) -> str:
    """These English words for a reader of that language: marked, unless the reader's language is English."""
    return words if not words or language == settings.LANGUAGE_CODE else InEnglish(words)


def filled(sentence: str, **words: str) -> str:
    """The sentence with these words in it ("%(words)s"); the marks of English ones are kept, and then it is HTML."""
    if not any(hasattr(word, "__html__") for word in words.values()):
        return sentence % words
    safe = {name: conditional_escape(word) for name, word in words.items()}
    return mark_safe(escape(sentence) % safe)  # noqa: S308


def joined(between: str, parts: Iterable[str]) -> str:
    """Those that say something; the marks of English ones are kept, and then it is HTML."""
    words = [part for part in parts if part]
    if len(words) == 1:
        return words[0]
    if any(hasattr(part, "__html__") for part in words):
        return format_html_join(between, "{}", ((part,) for part in words))
    return between.join(words)


MINUTE = 60
# What answers to one person, to machines, or with files; and what has a token in its address.
NEVER_KEPT = re.compile(
    r"/(?:(?:account|admin|documents|media|static|_util|alerts|board-draft|contact|display|shortlist|tell-us)(?:/|$)"
    r"|healthz|readyz|seal/(?:sent|ask|suggest)(?:/|$))"
)
LANGUAGE = re.compile(r"^/[a-z]{2}(?=/)")
# Signed values and random words, beside the places above: a name of a page has hyphens between its words.
KEY = re.compile(r"/(?=[^/]*\d)[^/]*[\w:.~=]{25,}")
LONGEST_ASKED = 300
READS = re.compile(r"[\s(]*(?:SELECT|PRAGMA|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|EXPLAIN|SET|SHOW|ANALYZE)\b", re.IGNORECASE)
WRITES = re.compile(r"\b(?:INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
TABLE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
# An update whose values are all given, and the names of its columns.
ASSIGNED = re.compile(r'\s*UPDATE "\w+" SET ((?:"\w+" = (?:%s|NULL)(?:, )?)+) WHERE ')
COLUMN = re.compile(r'"(\w+)" = ')


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


def columns_written(sql: str) -> frozenset[str]:
    """The columns that an update gives values; none where it cannot be told, and for what is no update."""
    found = ASSIGNED.match(sql)
    return frozenset(COLUMN.findall(found.group(1))) if found else frozenset()
