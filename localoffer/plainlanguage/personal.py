"""What in a text could tell who somebody is: surnames, schools, numbers, addresses. Pure functions over plain text.

A warning for a person to judge, never a proof: rules by the shape of words find more than they should, so that
they miss little. After the NSPCC's guidance (never a full name, beware of details that identify) and our content
rules: first or chosen names only, no school of a young person.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .choices import Detail

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z0-9_.]{3,}")
# A number of 10 or 11 digits after 0 or +44, with whatever spaces; not one within an identifier or an amount.
PHONE = re.compile(r"(?<![\w./-])\(?(?:\+44|0044|0)(?:[\s().–-]*\d){9,10}(?!\w)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
LONGEST_NAME = 6  # words; a longer row of capitals is several findings
STREETS = "Street|Road|Lane|Close|Avenue|Drive|Way|Crescent|Court|Gardens|Place|Terrace|Hill|Row|Walk|Green|Square|Mews"
HOUSE = re.compile(rf"\b(?:Flat\s+\w+,?\s+)?\d{{1,4}}[a-zA-Z]?,?\s+(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{STREETS})\b")
# Letters with marks and those of Ukrainian too: names are written in all of them.
UP, LOW = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЄІЇҐ", "a-zß-öø-ÿĀ-žа-яєіїґ"
NAME_PART = rf"[{UP}][{LOW}’'-]*(?:[{UP}][{LOW}’'-]+)?"
SCHOOL_KINDS = "School|Academy|College|Primary|Secondary|Infants|Juniors|Grammar|Sixth Form"
SCHOOL = re.compile(rf"\b(?:(?:St\.?|of|the|{NAME_PART})\s+){{1,5}}(?:{SCHOOL_KINDS})\b")
TITLED = re.compile(rf"\b(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.?\s+{NAME_PART}")
CAPITALS = re.compile(rf"{NAME_PART}(?:\s+{NAME_PART})+")
INITIAL = re.compile(rf"\b([{UP}][{LOW}’'-]+)\s+([{UP}])\b(?![.]?[\w’'])")
# Words that often have a capital and are no name of a person: days, months, openings of sentences, places and things.
NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn winter christmas easter ramadan eid diwali
    i we you he she they it the a an this that these those my our your his her their its who what when where why how and but or so
    if as at by for from in of on to with no not yes one two three four five six seven eight nine ten all some every each
    first then now today tomorrow yesterday next last there here after before because ask call text tell go come bring take say
    send ehc nhs gp sendco senco sendiass camhs autism adhd english british bsl makaton easy read
    forum youth club group centre center park pool library museum theatre cinema hospital clinic surgery council county city town
    village hall church community sports football swimming drama music art dance gym street road lane avenue station bus train
    school academy college university primary secondary service team trust house room garden farm line shop bank holiday half term
    disabled persons people railcard card allowance payment benefit grant fund scheme act law code practice rights
    north south east west upper lower great little new old high local offer board plan day week year night morning evening
    oxfordshire oxford england london uk britain europe""".split()
)


@dataclass(frozen=True)
class Finding:
    """Something in a text that could tell who somebody is: of what kind, and the very words."""

    kind: Detail
    words: str

    @property
    def warning(self) -> str:
        """A sentence for the person who checks the text."""
        return f"“{self.words}” {self.kind.label}"


def personal_details(text: str, *, known: Iterable[str] = (), schools: Iterable[str] = ()) -> list[Finding]:
    """What in ``text`` could tell who somebody is, each words once, in the order of the kinds.

    ``known``: names that are none of a person (the service, its organisation, towns); they are never taken for one.
    ``schools``: names of schools and colleges, found also where they do not end in "School".
    """
    found: dict[str, Finding] = {}
    rest = " ".join(text.split())

    def take(kind: Detail, pattern: re.Pattern[str]) -> None:
        nonlocal rest
        for match in pattern.finditer(rest):
            words = match.group().strip(" (,")
            found.setdefault(words, Finding(kind, words))
        rest = pattern.sub(" · ", rest)

    take(Detail.MAIL, MAIL)
    take(Detail.MAIL, HANDLE)
    take(Detail.PHONE, PHONE)
    take(Detail.ADDRESS, HOUSE)
    take(Detail.ADDRESS, POSTCODE)
    if named := _any_of(schools, rest):
        take(Detail.SCHOOL, named)
    if taken := _any_of(known, rest):
        rest = taken.sub(" · ", rest)
    take(Detail.SCHOOL, SCHOOL)
    take(Detail.SURNAME, TITLED)
    for words in _names(rest):
        found.setdefault(words, Finding(Detail.SURNAME, words))
    return list(found.values())


def _any_of(names: Iterable[str], text: str) -> re.Pattern[str] | None:
    """A pattern for those of the names that stand in the text, the longest first, whole words in any case; None for none."""
    lower = text.casefold()
    there = {name.strip() for name in names if len(name.strip()) > 3 and name.strip().casefold() in lower}
    wanted = sorted(there, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b", re.IGNORECASE) if wanted else None


def _names(text: str) -> Iterable[str]:
    """Two or more words with capitals in a row that are no known words: "Jo Smith", and "Jo S"."""
    for match in CAPITALS.finditer(text):
        run: list[str] = []
        for word in [*match.group().split(), "and"]:
            if word.lower().removesuffix("’s").removesuffix("'s") in NO_NAME:
                if len(run) > 1:
                    yield " ".join(run)
                run = []
            else:
                run.append(word)
                if len(run) == LONGEST_NAME:
                    yield " ".join(run)
                    run = []
    for match in INITIAL.finditer(text):
        if match[1].lower() not in NO_NAME and match[2] not in "AI":
            yield match.group()
