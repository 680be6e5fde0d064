"""How much a page answers a question: the one formula for both databases. Pure functions.

For each thing that was asked, the best place where it stands (``WEIGHTS``) times how rare it is; synonyms and
beginnings of words count 0.8 of it. The whole counts a little more when the words stand together in the order that was
typed, and more when they are the whole title.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

WEIGHTS = {"title_words": 10, "other_names": 8, "topics": 6, "summary": 4, "organisation": 3, "place": 3}
BODY = 1  # also for words that stand in several places only together
TYPED, MEANT = 1.0, 0.8  # what was typed; synonyms, and words that only begin so
IN_ORDER, WHOLE_TITLE = 1.15, 1.5
ENOUGH = 0.5  # of the best page's information, where no page has all that was asked
IN_PASSING = 2  # points for each bit of information: below, the words stand in the body alone, or nearly so
IN_ORDER_FIELDS = ("title_words", "other_names", "topics", "summary")


@dataclass(frozen=True)
class Alternative:
    """One way to say a thing, in stems: all the words (or, ``together``, as a phrase), or the beginning of one."""

    words: tuple[str, ...]
    factor: float = TYPED
    together: bool = False
    beginning: bool = False

    def is_in(self, text: str) -> bool:
        """Whether a field's stems, with a space before and after, have it."""
        if self.beginning:
            return f" {self.words[0]}" in text
        if self.together:
            return f" {' '.join(self.words)} " in text
        return all(f" {word} " in text for word in self.words)


@dataclass(frozen=True)
class Clause:
    """One thing that was asked, and how rare it is (``rarity``: a whole number from 1)."""

    alternatives: tuple[Alternative, ...]
    rarity: int


def rarity(uses: int, entries: int) -> int:
    """How much a word tells, of which ``uses`` of all ``entries`` have it: from 100 (all) to some 1,400, rounded."""
    return max(1, round(100 * log2(1 + entries / (1 + uses))))


def points(clauses: Sequence[Clause], fields: Mapping[str, str], matched: int, typed: Sequence[str]) -> float:
    """The score of one page. ``fields``: its stems by name; ``matched``: a bit for each clause that it has at all."""
    padded = {name: f" {fields[name]} " for name in WEIGHTS}
    total = 0.0
    for number, clause in enumerate(clauses):
        if matched & (1 << number):
            total += _best(clause, padded) * clause.rarity
    phrase = " ".join(typed)
    if len(typed) > 1 and any(f" {phrase} " in padded[name] for name in IN_ORDER_FIELDS):
        total *= IN_ORDER
    return total * WHOLE_TITLE if fields["title_words"] == phrase else total


def _best(clause: Clause, padded: Mapping[str, str]) -> float:
    found = [
        weight * alternative.factor
        for name, weight in WEIGHTS.items()
        for alternative in clause.alternatives
        if alternative.is_in(padded[name])
    ]
    return max(found, default=BODY * max(alternative.factor for alternative in clause.alternatives))


def information(clauses: Sequence[Clause], matched: int) -> int:
    return sum(clause.rarity for number, clause in enumerate(clauses) if matched & (1 << number))
