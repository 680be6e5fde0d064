"""From the words of a question to the clauses that are looked for: corrections, then synonyms. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .ranking import MEANT, Alternative, Clause, rarity
from .rules import MOST_TERMS, STOP_WORDS, cleaned, without_age
from .spelling import Vocabulary
from .stems import has_stems, stem, stems_of, telling_words

MOST_WORDS = 40
MOST_BEGINNINGS = 10
SHORTEST_BEGINNING = 3
SAFE_BEGINNING = 6  # a known stem this long is a beginning too: "therapi" finds "therapist", "car" does not find "carer"
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Words that mean the same, the main one first."""

    terms: tuple[str, ...]
    stems: tuple[Stems, ...]
    one_way: bool = False

    def meant_by(self, typed: Stems) -> list[tuple[Stems, str]]:
        """What else is looked for when ``typed`` was, the main term first."""
        pairs = [pair for pair in zip(self.stems, self.terms, strict=True) if pair[0] != typed]
        if self.one_way:
            return pairs[:1] if typed != self.stems[0] else []
        return pairs


@dataclass(frozen=True)
class Synonyms:
    """The groups of a language by each phrase in them."""

    by_phrase: Mapping[Stems, Sequence[Group]] = field(default_factory=dict)

    @classmethod
    def of(cls, groups: Sequence[tuple[Sequence[str], bool]], language: str) -> "Synonyms":
        """From (terms, one way) of each group."""
        by_phrase: dict[Stems, list[Group]] = {}
        for terms, one_way in groups:
            pairs: dict[Stems, str] = {}
            for term in terms:
                pairs.setdefault(tuple(stems_of(term, language)), term)
            pairs.pop((), None)
            if not pairs:
                continue
            group = Group(tuple(pairs.values()), tuple(pairs), one_way)
            for stems in pairs:
                by_phrase.setdefault(stems, []).append(group)
        return cls(by_phrase)

    @property
    def longest(self) -> int:
        return max(map(len, self.by_phrase), default=0)

    def meant_by(self, typed: Stems) -> list[tuple[Stems, str]]:
        """All that means the same, each once. A one-way group leads to its first term, and on to what that one means."""
        found: dict[Stems, str] = {}
        for group in self.by_phrase.get(typed, ()):
            for stems, term in group.meant_by(typed):
                found.setdefault(stems, term)
                if group.one_way:
                    for other in self.by_phrase.get(stems, ()):
                        if not other.one_way:
                            found |= {key: name for key, name in other.meant_by(stems) if key not in found}
        found.pop(typed, None)
        return list(found.items())


@dataclass(frozen=True)
class Reading:
    """How a question was understood."""

    clauses: tuple[Clause, ...] = ()
    terms: tuple[str, ...] = ()
    typed: Stems = ()
    also: tuple[tuple[str, str], ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    did_you_mean: str = ""


def read(question: str, language: str, vocabulary: Vocabulary, synonyms: Synonyms, *, exact: bool = False) -> Reading:
    """Understands a question. ``exact``: only what was typed, without corrections and synonyms."""
    asked = cleaned(question)
    words = telling_words(asked if exact else without_age(asked)[0])[:MOST_WORDS]
    corrected: list[tuple[str, str]] = []
    maybe: list[str] = []
    if not exact:
        words, corrected, maybe = _corrected(words, language, vocabulary)
    stems = [stem(word, language) for word in words]
    clauses: dict[tuple[Alternative, ...], Clause] = {}
    terms: list[str] = []
    also: list[tuple[str, str]] = []
    for start, end in _spans(words, stems, Synonyms() if exact else synonyms):
        typed = tuple(stems[start:end])
        meant = [] if exact else [pair for pair in synonyms.meant_by(typed) if _all_known(pair[0], vocabulary)]
        alternatives = _typed(words[start:end], typed, language, vocabulary)
        alternatives += [Alternative(phrase, MEANT, together=True) for phrase, _ in meant]
        uses = max(_uses(each, vocabulary) for each in alternatives)
        clauses.setdefault(tuple(alternatives), Clause(tuple(alternatives), rarity(uses, vocabulary.entries)))
        terms.append(" ".join(words[start:end]))
        # "Wheelchair service" is found by "wheelchair" anyway, so there is nothing to say of it.
        also += [(terms[-1], term) for phrase, term in meant if f" {' '.join(typed)} " not in f" {' '.join(phrase)} "][:1]
    telling = tuple(found for word, found in zip(words, stems, strict=True) if word not in STOP_WORDS) or tuple(stems)
    return Reading(
        clauses=tuple(clauses.values())[:MOST_TERMS],
        terms=tuple(dict.fromkeys(terms))[:MOST_TERMS],
        typed=telling,
        also=tuple(dict.fromkeys(also)),
        corrected=tuple(dict.fromkeys(corrected)),
        did_you_mean=" ".join(maybe),
    )


def _spans(words: Sequence[str], stems: Sequence[str], synonyms: Synonyms) -> list[tuple[int, int]]:
    """The parts of the question that are looked for: the longest phrases of synonyms, and each telling word between."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(words):
        lengths = range(min(synonyms.longest, len(words) - start), 0, -1)
        length = next((length for length in lengths if tuple(stems[start : start + length]) in synonyms.by_phrase), 0)
        if length or words[start] not in STOP_WORDS:
            spans.append((start, start + (length or 1)))
        start += length or 1
    return spans or [(place, place + 1) for place in range(len(words))]


def _typed(words: Sequence[str], stems: Stems, language: str, vocabulary: Vocabulary) -> list[Alternative]:
    """What was typed itself; a single word also as a beginning, if it is long or nothing else that we know."""
    found = [Alternative(stems)]
    if len(words) != 1 or len(words[0]) < SHORTEST_BEGINNING:
        return found
    word, own = words[0], stems[0]
    known = vocabulary.uses_of(own) > 0
    if known and len(own) < SAFE_BEGINNING and has_stems(language):
        return found
    start = own if known else word
    found.append(Alternative((start,), MEANT, beginning=True))
    if not known:
        # Stems are shorter than what is being typed: "occupationa" begins "occupational", which we hold as "occup".
        begun = [(-vocabulary.uses[other], stem(other, language)) for other in vocabulary.beginning(word)]
        more = dict.fromkeys(cut for _, cut in sorted(begun) if not cut.startswith(word))
        found += [Alternative((cut,), MEANT) for cut in list(more)[:MOST_BEGINNINGS]]
    return found


def _all_known(stems: Stems, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.uses_of(each) for each in stems)


def _uses(alternative: Alternative, vocabulary: Vocabulary) -> int:
    return min(vocabulary.uses_of(word, beginning=alternative.beginning) for word in alternative.words)


def _corrected(words: Sequence[str], language: str, vocabulary: Vocabulary) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """The words with sure corrections in them, what was corrected, and the whole question with doubtful ones too."""
    better: list[str] = []
    maybe: list[str] = []
    corrected: list[tuple[str, str]] = []
    doubtful = False
    place = 0
    while place < len(words):
        word = words[place]
        pair = words[place : place + 2]
        if _are_one_word(pair, language, vocabulary):
            corrected.append((" ".join(pair), "".join(pair)))
            better.append("".join(pair))
            maybe.append("".join(pair))
            place += 2
            continue
        place += 1
        known = word in STOP_WORDS or vocabulary.knows(word, stem(word, language)) or vocabulary.begins(word)
        found = None if known else vocabulary.correct(word)
        meant = found.meant.split() if found else [word]
        maybe += meant
        if found and found.sure:
            corrected.append((word, found.meant))
        doubtful = doubtful or bool(found and not found.sure)
        better += meant if found and found.sure else [word]
    return better, corrected, maybe if doubtful else []


def _are_one_word(pair: Sequence[str], language: str, vocabulary: Vocabulary) -> bool:
    """ "wheel chair", where the site says "wheelchair" and one of the parts is not a word of its own."""
    return (
        len(pair) == 2
        and "".join(pair) in vocabulary.uses
        and not STOP_WORDS & set(pair)
        and not all(vocabulary.knows(word, stem(word, language)) for word in pair)
    )
