"""From the words of a question to the clauses that are looked for: corrections, then synonyms. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .ranking import MEANT, Alternative, Clause, rarity
from .rules import MOST_TERMS, cleaned, stop_words, without_age
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
        every = list(zip(self.stems, self.terms, strict=True))
        own = {term for stems, term in every if stems == typed}
        pairs = [pair for pair in every if pair[1] not in own]
        return [pair for pair in pairs if pair[1] == self.terms[0]] if self.one_way else pairs


@dataclass(frozen=True)
class Synonyms:
    """The groups of words by each phrase in them."""

    by_phrase: Mapping[Stems, Sequence[Group]] = field(default_factory=dict)

    @classmethod
    def of(cls, groups: Sequence[tuple[Sequence[str], bool]], *languages: str) -> "Synonyms":
        """From (terms, one way) of each group. A group may hold words of all these languages, so each is cut in each way."""
        by_phrase: dict[Stems, list[Group]] = {}
        for terms, one_way in groups:
            pairs: dict[Stems, str] = {}
            for term in terms:
                for language in languages:
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
        onward: list[Stems] = []
        for group in self.by_phrase.get(typed, ()):
            meant = group.meant_by(typed)
            found |= {stems: term for stems, term in meant if stems not in found}
            onward += [stems for stems, _ in meant if group.one_way]
        for stems in onward:
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
    typed: Mapping[str, Stems] = field(default_factory=dict)  # by language
    also: tuple[tuple[str, str], ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    did_you_mean: str = ""


def read(question: str, languages: Sequence[str], vocabulary: Vocabulary, synonyms: Synonyms, *, exact: bool = False) -> Reading:
    """Understands a question, which may be in any of these languages; the reader's own comes first.

    ``exact``: only what was typed, without corrections and synonyms.
    """
    language, small = languages[0], stop_words(*languages)
    asked = cleaned(question)
    words = telling_words(asked if exact else without_age(asked)[0])[:MOST_WORDS]
    corrected: list[tuple[str, str]] = []
    maybe: list[str] = []
    if not exact:
        words, corrected, maybe = _corrected(words, languages, vocabulary)
    stems = [stem(word, language) for word in words]
    clauses: dict[tuple[Alternative, ...], Clause] = {}
    terms: list[str] = []
    also: list[tuple[str, str]] = []
    for start, end in _spans(words, stems, Synonyms() if exact else synonyms, small):
        typed = tuple(stems[start:end])
        meant = [] if exact else [pair for pair in synonyms.meant_by(typed) if _all_known(pair[0], vocabulary)]
        alternatives = _typed(words[start:end], languages, vocabulary)
        alternatives += [Alternative(phrase, MEANT, together=True) for phrase, _ in meant]
        uses = max(_uses(each, vocabulary) for each in alternatives)
        clauses.setdefault(tuple(alternatives), Clause(tuple(alternatives), rarity(uses, vocabulary.entries)))
        terms.append(" ".join(words[start:end]))
        # "Wheelchair service" is found by "wheelchair" anyway, so there is nothing to say of it.
        also += [(terms[-1], term) for phrase, term in meant if f" {' '.join(typed)} " not in f" {' '.join(phrase)} "][:1]
    telling = [word for word in words if word not in small] or words
    return Reading(
        clauses=tuple(clauses.values())[:MOST_TERMS],
        terms=tuple(dict.fromkeys(terms))[:MOST_TERMS],
        typed={each: tuple(stem(word, each) for word in telling) for each in languages},
        also=tuple(dict.fromkeys(also)),
        corrected=tuple(dict.fromkeys(corrected)),
        did_you_mean=" ".join(maybe),
    )


def _spans(words: Sequence[str], stems: Sequence[str], synonyms: Synonyms, small: frozenset[str]) -> list[tuple[int, int]]:
    """The parts of the question that are looked for: the longest phrases of synonyms, and each telling word between."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(words):
        lengths = range(min(synonyms.longest, len(words) - start), 0, -1)
        length = next((length for length in lengths if tuple(stems[start : start + length]) in synonyms.by_phrase), 0)
        if length or words[start] not in small:
            spans.append((start, start + (length or 1)))
        start += length or 1
    return spans or [(place, place + 1) for place in range(len(words))]


def _typed(words: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary) -> list[Alternative]:
    """What was typed itself; a single word also as a beginning, if it is long or nothing else that we know."""
    ways = dict.fromkeys(tuple(stem(word, language) for word in words) for language in languages)
    found = [Alternative(stems) for stems in ways]
    if len(words) != 1 or len(words[0]) < SHORTEST_BEGINNING:
        return found
    word = words[0]
    own = max((stems[0] for stems in ways), key=vocabulary.uses_of)
    known = vocabulary.uses_of(own) > 0
    if known and len(own) < SAFE_BEGINNING and has_stems(languages[0]):
        return found
    start = own if known else word
    found.append(Alternative((start,), MEANT, beginning=True))
    if not known:
        # Stems are shorter than what is being typed: "occupationa" begins "occupational", which we hold as "occup".
        begun = [(-vocabulary.uses[other], stem(other, each)) for other in vocabulary.beginning(word) for each in languages]
        more = dict.fromkeys(cut for _, cut in sorted(begun) if not cut.startswith(word) and vocabulary.uses_of(cut))
        found += [Alternative((cut,), MEANT) for cut in list(more)[:MOST_BEGINNINGS]]
    return found


def _all_known(stems: Stems, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.uses_of(each) for each in stems)


def _uses(alternative: Alternative, vocabulary: Vocabulary) -> int:
    return min(vocabulary.uses_of(word, beginning=alternative.beginning) for word in alternative.words)


def _corrected(
    words: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary
) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """The words with sure corrections in them, what was corrected, and the whole question with doubtful ones too."""
    better: list[str] = []
    maybe: list[str] = []
    corrected: list[tuple[str, str]] = []
    doubtful = False
    place = 0
    while place < len(words):
        word = words[place]
        pair = words[place : place + 2]
        if _are_one_word(pair, languages, vocabulary):
            corrected.append((" ".join(pair), "".join(pair)))
            better.append("".join(pair))
            maybe.append("".join(pair))
            place += 2
            continue
        place += 1
        known = word in stop_words(*languages) or _knows(word, languages, vocabulary) or vocabulary.begins(word)
        found = None if known else vocabulary.correct(word)
        meant = found.meant.split() if found else [word]
        maybe += meant
        if found and found.sure:
            corrected.append((word, found.meant))
        doubtful = doubtful or bool(found and not found.sure)
        better += meant if found and found.sure else [word]
    return better, corrected, maybe if doubtful else []


def _knows(word: str, languages: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(vocabulary.knows(word, stem(word, language)) for language in languages)


def _are_one_word(pair: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary) -> bool:
    """ "wheel chair", where the site says "wheelchair" and one of the parts is not a word of its own."""
    return (
        len(pair) == 2
        and "".join(pair) in vocabulary.uses
        and not stop_words(*languages) & set(pair)
        and not all(_knows(word, languages, vocabulary) for word in pair)
    )
