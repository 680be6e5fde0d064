"""How hard a text is to read. Pure functions over plain text.

The grade is that of Flesch and Kincaid (Kincaid, Fishburne, Rogers, Chissom, 1975, "Derivation of
New Readability Formulas", Naval Technical Training Command, report 8-75):
0.39 x words per sentence + 11.8 x syllables per word - 15.59. A grade of 6 is about reading age 11.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SENTENCE_END = re.compile(r"[.!?:;]+(?:\s+|$)|\n+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
VOWELS = re.compile(r"[aeiouy]+")
LONGEST_PLAIN_SENTENCE = 25  # words; the limit of the GOV.UK style guide


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; the end of a line also ends one (a heading, a list item)."""
    return [part.strip() for part in SENTENCE_END.split(text) if WORD.search(part)]


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, less a silent ending."""
    lower = word.lower().replace("’", "'").split("'")[0]
    count = len(VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if re.search(r"[^aeiouytd]ed$", lower) and count > 1:
        count -= 1
    if re.search(r"[^aeiousxz]es$", lower) and not re.search(r"(ch|sh|ge|ce)s$", lower) and count > 1:
        count -= 1
    return max(count, 1)


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
    return [part for part in sentences(text) if len(WORD.findall(part)) > limit]


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
