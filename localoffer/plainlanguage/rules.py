"""How hard a text is to read. Pure functions over plain text.

The grade is that of Flesch and Kincaid (Kincaid, Fishburne, Rogers, Chissom, 1975, "Derivation of
New Readability Formulas", Naval Technical Training Command, report 8-75):
0.39 x words per sentence + 11.8 x syllables per word - 15.59. A grade of 6 is about reading age 11.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

SENTENCE_END = re.compile(r"[.!?:;]+(?:\s+|$)|\n+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
VOWELS = re.compile(r"[aeiouy]+")
LIKE_WHAT = (
    (8, "like a first story book"),
    (10, "like a book for children"),
    (12, "like a text for the end of primary school"),
    (14, "like a newspaper that many people read"),
    (16, "like a text for GCSEs"),
    (18, "like an official letter"),
)
ENOUGH_WORDS = 30  # of fewer, one long name makes any grade
LONGEST_PLAIN_SENTENCE = 25  # words; the limit of the GOV.UK style guide
# Vowels side by side that are said as two syllables: "idea", "society", "going", "museum", "autism".
PARTED = re.compile(
    r"(?<![cstgx])i(?=a(?!ge)|[ou])(?!on)|(?<=[cs])i(?=at)|(?<![cgstxlnu])ion|ie(?=ty|ts?$|nt|nc|st$|rs?$)(?<![ct]i)"
    r"|(?<![gq])ua(?!r[dt])|uou|eo(?!u|p|n)|(?:[aeiou]|(?<=[^aeiou])y)(?=ing)|rea(?=t[eio]|ct|l(?:i|$)|rr)|(?:[dr]ea|via)$"
    r"|dea(?=ls?$)|eatre|seum|(?<=[^aeiouq])ue(?=ls?$|t$)|sms?$|thms?$|[aou]ye(?=rs?$)|oe(?=[mt])|coe|rein"
)
# An "e" inside a word that nobody says: "safely", "homework", "statement".
SILENT_INSIDE = re.compile(
    r"[aeiouy][^aeiouy]+e(?:ly|ful|fully|less|ments?|ness|works?|things?|times|where|fore|land|side|room|mates?)$"
)
SILENT_ENDINGS = (
    re.compile(r"(?<!ee)(?<!ye)(?<!oe)(?<![^aeiouylrw]le)(?<=e)$"),
    re.compile(r"(?<![^aeiouylr][lr])(?<=[^aeiouytd])ed$"),
    re.compile(r"(?<!ch)(?<!sh)(?<![^aeiouylrw]l)(?<=[^aeiousxzgc])es$"),
)
# Words that are often on our pages and keep to no rule.
ODD_WORDS = {
    word: count
    for count, words in (
        (1, "whole real"),
        (
            2,
            "every business wednesday chocolate people union cafe science service something someone create million maybe",
        ),
        (3, "vegetable comfortable different family area idea recipe services opinion everyone"),
        (4, "catastrophe"),
    )
    for word in words.split()
}


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; the end of a line also ends one (a heading, a list item)."""
    return [part.strip() for part in SENTENCE_END.split(text) if WORD.search(part)]


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, less silent letters, plus vowels that part.

    Counted by hand against 470 words it is right for 19 of 20 (tests/plainlanguage/test_syllables.py). The hyphenation
    tables of pyphen are right for 8 of 10 (American) and 6 of 10 (British): they leave out breaks that nobody prints.
    """
    lower = word.lower().replace("’", "'").split("'")[0]
    if lower in ODD_WORDS:
        return ODD_WORDS[lower]
    count = len(VOWELS.findall(lower)) + len(PARTED.findall(lower)) - len(SILENT_INSIDE.findall(lower))
    if count > 1 and any(ending.search(lower) for ending in SILENT_ENDINGS):
        count -= 1
    return max(count, 1)


def words_in(text: str) -> int:
    return len(WORD.findall(text))


@dataclass(frozen=True)
class Limits:
    """How hard a page may be: its reading grade, and the words of its longest sentence."""

    grade: int
    sentence: int


@dataclass(frozen=True)
class Figures:
    """How hard a text is."""

    words: int
    grade: float
    mean_sentence: float
    longest_sentence: int


def figures(text: str) -> Figures:
    lengths = [words_in(part) for part in sentences(text)]
    mean = sum(lengths) / len(lengths) if lengths else 0.0
    return Figures(words_in(text), reading_grade(text), round(mean, 1), max(lengths, default=0))


def reading_age(grade: float) -> int:
    """The age at which most people can read a text of that grade: school begins at 5, and a grade is a year."""
    return max(ceil(grade), 0) + 5


def like_what(age: int) -> str:
    """What else has that reading age, in words that editors know."""
    for oldest, words in LIKE_WHAT:
        if age <= oldest:
            return words
    return "like a law or an academic paper"


def over_limits(found: Figures, limits: Limits) -> list[str]:
    """What is over its limit, in sentences; [] when nothing is. Of a few words a grade says nothing."""
    said = []
    if found.words >= ENOUGH_WORDS and found.grade > limits.grade:
        said.append(f"The reading age is {reading_age(found.grade)}. The limit is {reading_age(limits.grade)}.")
    if found.longest_sentence > limits.sentence:
        said.append(f"The longest sentence has {found.longest_sentence} words. The limit is {limits.sentence}.")
    return said


def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade of a plain text; 0.0 when it has no words."""
    parts = sentences(text)
    words = WORD.findall(text)
    if not parts or not words:
        return 0.0
    per_sentence = len(words) / len(parts)
    per_word = sum(map(syllables, words)) / len(words)
    return round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1)


def long_sentences(text: str, limit: int = LONGEST_PLAIN_SENTENCE) -> list[str]:
    """The sentences with more than ``limit`` words."""
    return [part for part in sentences(text) if words_in(part) > limit]


# --- The glossary -----------------------------------------------------------------------------

LONGEST_MEANING = 30  # words; what one reads in a glance, and what fits a small screen


@dataclass(frozen=True)
class Taken:
    """A way to write a word of the glossary that is already another word's."""

    form: str
    owner: str

    def __str__(self) -> str:
        return f"“{self.form}” already belongs to “{self.owner}”. A word can have only one meaning here."


def forms_of(term: str, others: str) -> list[str]:
    """All ways to write a term, itself first, from a text with one on each line; each once."""
    written = [term, *others.split("\n")]
    return list(dict.fromkeys(words for form in written if (words := " ".join(form.split()))))


def meaning_problem(meaning: str) -> str:
    """What is wrong with a plain meaning, as a sentence for the editor; "" when nothing is."""
    count = len(meaning.split())
    if count > LONGEST_MEANING:
        return f"This has {count} words. Write the meaning in at most {LONGEST_MEANING}, so that people read it at a glance."
    return "" if count else "Write what it means."


def taken(forms: Iterable[str], owners: dict[str, str]) -> Taken | None:
    """The first of ``forms`` that is in ``owners`` (who has which form); None when none is.

    Small and capital letters are the same here, so that nobody has to guess which of two is found.
    """
    known = {form.casefold(): owner for form, owner in owners.items()}
    return next((Taken(form, known[form.casefold()]) for form in forms if form.casefold() in known), None)
