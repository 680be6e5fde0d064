"""What makes a text hard, sentence by sentence, with what to do about it. Pure functions over plain text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .choices import Matter
from .jargon import Reader
from .passive import passives
from .phrases import official_phrases
from .rules import Figures, Limits, figures, long_sentences, sentences, words_in

MOST_FINDINGS = 100  # more than anybody mends in one go


@dataclass(frozen=True)
class Passage:
    """A piece of a page's words: where it stands, in words an editor knows, and the way to it in the editor's form."""

    words: str
    place: str = ""
    path: str = ""


@dataclass(frozen=True)
class Finding:
    """Something that makes a sentence hard, and what to do."""

    matter: Matter
    words: str
    sentence: str
    advice: str
    place: str = ""
    path: str = ""

    @property
    def where(self) -> tuple[str, str]:
        """Its sentence, and where that stands."""
        return self.path, self.sentence


@dataclass(frozen=True)
class Checked:
    """How hard a text is, its limits, and what was found, in reading order; ``left_out``: how many more there are."""

    figures: Figures
    limits: Limits
    findings: tuple[Finding, ...]
    left_out: int

    @property
    def number(self) -> int:
        return len(self.findings) + self.left_out


def check(passages: Sequence[Passage], limits: Limits, known: Iterable[str] = ()) -> Checked:
    """Reads the passages of one page. ``known``: what the glossary explains."""
    text = "\n".join(passage.words for passage in passages)
    found = list(_findings(passages, limits, Reader(text, known)))
    return Checked(figures(text), limits, tuple(found[:MOST_FINDINGS]), max(len(found) - MOST_FINDINGS, 0))


def _findings(passages: Sequence[Passage], limits: Limits, reader: Reader) -> Iterator[Finding]:
    for passage in passages:
        for sentence in sentences(passage.words):
            for matter, words, advice in _of_sentence(sentence, limits, reader):
                yield Finding(matter, words, sentence, advice, passage.place, passage.path)


def _of_sentence(sentence: str, limits: Limits, reader: Reader) -> Iterator[tuple[Matter, str, str]]:
    if long_sentences(sentence, limits.sentence):
        number = words_in(sentence)
        yield Matter.LONG, sentence, f"{number} words, and the limit is {limits.sentence}. Make two sentences of it."
    for official in official_phrases(sentence):
        yield Matter.OFFICIAL, official.words, say_instead(official.plainer)
    for words in passives(sentence):
        yield Matter.PASSIVE, words, "Say who does it, such as “we send” for “it is sent”."
    for jargon in reader.unknown(sentence):
        if jargon.meaning:
            advice = f"Not in the glossary. Say what it is: {jargon.meaning}."
            yield Matter.JARGON, jargon.words, advice
        else:
            yield Matter.LETTERS, jargon.words, "Write it in full the first time, with the letters in brackets behind it."


def say_instead(plainer: str) -> str:
    """What to do about an official phrase: the plainer one, of several the one that fits."""
    if plainer.startswith("("):
        return plainer.strip("()").capitalize() + "."
    return "Say " + " or ".join(f"“{word.strip()}”" for word in plainer.split(",")) + "."
