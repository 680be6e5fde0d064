"""Official words and phrases, each with a plainer one: the list is phrases.txt, with its sources. Pure functions over text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).with_name("phrases.txt")
ENDINGS = r"(?:ing|ying|ies|ied|led|ed|es|s|e|y)?"


def _pairs() -> Iterator[tuple[str, str]]:
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            official, plainer = line.split(" = ")
            yield official, plainer


def _pattern(official: str) -> str:
    """The pattern of one entry: any spaces, either apostrophe, a hyphen or none."""
    words = official.replace("'", "[’']").replace("-", "[- ]").replace("~", ENDINGS)
    return re.sub(r"(?<!\?<!up)(?<!\?<!work) ", r"\\s+", words)


ENTRIES = sorted(_pairs(), key=lambda pair: len(pair[0]), reverse=True)
PLAINER = {f"p{number}": plainer for number, (_, plainer) in enumerate(ENTRIES)}
EACH = "|".join(f"(?P<p{number}>{_pattern(official)})" for number, (official, _) in enumerate(ENTRIES))
ANY = re.compile(rf"(?<![\w’'-])(?:{EACH})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True)
class Official:
    """An official phrase as it stands in a text, and what to say instead; an advice in brackets is no phrase."""

    words: str
    plainer: str


def official_phrases(sentence: str) -> list[Official]:
    """The official phrases of a sentence, each once, the longest that fits.

    What begins with a capital inside a sentence is part of a name: "the Care Quality Commission".
    """
    found: dict[str, Official] = {}
    for match in ANY.finditer(sentence):
        words = match.group()
        if words[0].isupper() and sentence[: match.start()].strip():
            continue
        found.setdefault(words.lower(), Official(words, PLAINER[match.lastgroup or ""]))
    return list(found.values())
