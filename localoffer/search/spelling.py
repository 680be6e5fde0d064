"""Which known word somebody meant who typed an unknown one. Pure functions over the site's own words."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # letters of a word that is corrected
SHORTEST_BEGINNING = 3
SHORTEST_BY_SOUND = 5
MOST_CANDIDATES = 25
# English as it is heard, good enough to bring "occupashunal" to "occupational" and "fizio" to "physio".
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        *(("[stc]ions?|shuns?|tians?", "X"), ("ph|gh(?=t|$)", "f"), ("^kn", "n"), ("^ps", "s"), ("^wh?", "w")),
        *(("sch", "sk"), ("ck|qu?|x", "k"), ("c(?=[eiy])|z", "s"), ("c(?!h)", "k"), ("e[ae]|ie|ey?$", "i"), ("y", "i")),
        *(("a[iy]", "a"), ("o[aeu]|ow", "o"), (r"(.)\1+", r"\1")),
    )
]


@dataclass(frozen=True)
class Correction:
    """What was typed and what was meant; ``sure`` enough to look for it unasked."""

    typed: str
    meant: str
    sure: bool


def most_edits(letters: int) -> int:
    """How many letters may be wrong in a word of that length: 1 from 4, 2 from 6, 3 from 9."""
    return 0 if letters < SHORTEST else 1 if letters < 6 else 2 if letters < 9 else 3


def sound_of(word: str) -> str:
    """A key that is the same for words that sound alike in English."""
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


class Vocabulary:
    """The words of the entries, as readers write them, with the number of entries that have each.

    ``rows``: (word, stem, uses). ``more``: words that are right though no entry has them (of synonyms).
    """

    def __init__(self, rows: Iterable[tuple[str, str, int]], more: Iterable[str] = (), entries: int = 0) -> None:
        self.uses: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        for word, stem, uses in rows:
            self.uses[word] = max(uses, self.uses.get(word, 0))  # a word can be there in two languages
            self.stems[stem] = max(uses, self.stems.get(stem, 0))
        self.more = frozenset(more)
        self.entries = max(entries, max(self.stems.values(), default=0))

    @cached_property
    def in_order(self) -> list[str]:
        return sorted({*self.uses, *self.stems, *self.more})

    @cached_property
    def targets(self) -> list[str]:
        return sorted(word for word in {*self.uses, *self.more} if len(word) >= SHORTEST and word.isalpha())

    @cached_property
    def by_sound(self) -> dict[str, list[str]]:
        words = defaultdict(list)
        for word in self.targets:
            words[sound_of(word)].append(word)
        return dict(words)

    def begins(self, start: str) -> bool:
        """Whether some known word begins so; at least three letters."""
        place = bisect_left(self.in_order, start)
        return (
            len(start) >= SHORTEST_BEGINNING and self.in_order[place : place + 1] != [] and self.in_order[place].startswith(start)
        )

    def knows(self, word: str, stem: str) -> bool:
        return word in self.uses or stem in self.stems or word in self.more

    def beginning(self, start: str) -> list[str]:
        """The words of entries that begin so."""
        place = bisect_left(self.in_order, start)
        found = []
        while place < len(self.in_order) and self.in_order[place].startswith(start):
            found.append(self.in_order[place])
            place += 1
        return [word for word in found if word in self.uses]

    def uses_of(self, stem: str, *, beginning: bool = False) -> int:
        """How many entries have a stem (0: none), or the most used word that begins so."""
        if not beginning:
            return self.stems.get(stem, 0)
        return max((self.uses[word] for word in self.beginning(stem)), default=0)

    def correct(self, word: str) -> Correction | None:
        """The known word that was most likely meant by an unknown one, or two that were written as one."""
        if not word.isalpha() or len(word) < SHORTEST:
            return None
        edits = {
            found: int(distance)
            for found, distance, _ in process.extract(
                word, self.targets, scorer=OSA.distance, score_cutoff=most_edits(len(word)), limit=MOST_CANDIDATES
            )
        }
        same_sound = self.by_sound.get(sound_of(word), []) if len(word) >= SHORTEST_BY_SOUND else []
        ranked = sorted(
            {*edits, *same_sound},
            key=lambda found: (
                min(edits.get(found, 9), 1 if found in same_sound else 9),
                found[0] != word[0],
                -self.uses.get(found, 0),
                found,
            ),
        )
        if ranked:
            best = ranked[0]
            distance = edits.get(best, 9)
            near = distance == 1 and (len(word) > SHORTEST or best[0] == word[0])
            sure = near or (distance == 2 and len(word) >= 7) or best in same_sound
            return Correction(word, best, sure)
        return self._parted(word)

    def _parted(self, word: str) -> Correction | None:
        parts = [(word[:place], word[place:]) for place in range(SHORTEST, len(word) - SHORTEST + 1)]
        known = [pair for pair in parts if all(part in self.uses for part in pair)]
        if not known:
            return None
        return Correction(word, " ".join(max(known, key=lambda pair: min(self.uses[part] for part in pair))), sure=True)
