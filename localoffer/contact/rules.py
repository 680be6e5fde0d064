"""Pure rules over what visitors wrote: words that suggest danger, and where words stand in a text.

Danger: a list of words and phrases, kept by editors, one a line. A star at the end means that any ending will do
("suicid*"). It finds more than it should, so that it misses little: the price of a false alarm is that help is shown.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_WITH_MISTAKES = 5  # letters; in shorter words one other letter makes another word
TWO_MISTAKES_FROM = 9
LONG_PHRASE = 9  # letters, without spaces
SHORTEST_TURNED_ROUND = 4  # "klil": two letters that changed places
LONGEST_ENTRY = 60
MOST_LETTERS = 12_000  # of a text that are looked at; the longest message has 5,000
PARTS = re.compile(r"[^\W_]+")
RUN = re.compile(r"(.)\1+")
SPELLED_OUT = re.compile(r"\b(?:[a-z] ){3,}[a-z]\b")  # "k i l l"
NO_MARK = str.maketrans("", "", "'’‘`´")


def plain_words(text: str) -> list[str]:
    """The words in small letters, without accents and apostrophes, with "kiiill" and "kill" the same ("kil")."""
    folded = unicodedata.normalize("NFKD", text[:MOST_LETTERS]).lower().translate(NO_MARK)
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    spaced = " ".join(PARTS.findall(letters))
    joined = SPELLED_OUT.sub(lambda found: found.group().replace(" ", ""), spaced)
    return [RUN.sub(r"\1", word) for word in joined.split()]


def entries(lines: str) -> list[str]:
    """The editors' list, one entry a line; empty lines and those that begin with # say nothing."""
    return [line.strip() for line in lines.splitlines() if line.strip() and not line.strip().startswith("#")]


def entry_problem(entry: str) -> str:
    """Why an entry of the list cannot work; "" when it can."""
    words = plain_words(entry)
    if not words:
        return f"“{entry}” has no letters. Write a word or a phrase."
    if len(entry) > LONGEST_ENTRY:
        return f"“{entry[:30]}…” is too long. Write at most {LONGEST_ENTRY} letters."
    if entry.endswith("*") and len(words[-1]) < SHORTEST_TURNED_ROUND:
        return f"“{entry}” is too short for a star: it would find almost every message."
    return ""


def danger_in(text: str, listed: Iterable[str]) -> list[str]:
    """The entries of the list that stand in the text, as whole words or stems, small typing errors forgiven."""
    words = plain_words(text)
    joined: dict[int, list[str]] = {}
    return [entry for entry in listed if _stands_in(entry, words, joined)] if words else []


def _stands_in(entry: str, words: Sequence[str], joined: dict[int, list[str]]) -> bool:
    """``joined`` keeps, from one entry to the next, so many words in a row written as one."""
    wanted = plain_words(entry)
    if not wanted:
        return False
    is_stem = entry.rstrip().endswith("*")
    if len(wanted) == 1:
        return any((_begins if is_stem else _same)(wanted[0], word) for word in _in_a_row(words, 1, joined))
    phrase = RUN.sub(r"\1", "".join(wanted))
    for start in range(len(words) - len(wanted) + 1):
        pairs = list(zip(wanted, words[start : start + len(wanted)], strict=True))
        if all(_same(want, word) for want, word in pairs[:-1]) and (_begins if is_stem else _same)(*pairs[-1]):
            return True
    return any(_runs_together(phrase, _in_a_row(words, length, joined), is_stem=is_stem) for length in range(1, len(wanted) + 2))


def _in_a_row(words: Sequence[str], length: int, joined: dict[int, list[str]]) -> list[str]:
    if length not in joined:
        runs = {"".join(words[start : start + length]) for start in range(len(words) - length + 1)}
        joined[length] = [RUN.sub(r"\1", run) for run in runs]
    return joined[length]


def _runs_together(phrase: str, runs: list[str], *, is_stem: bool) -> bool:
    """A phrase with its spaces elsewhere or nowhere: "killmyself", "kill my self". One mistake in a long one."""
    if phrase in runs or (is_stem and any(run.startswith(phrase) for run in runs)):
        return True
    return len(phrase) >= LONG_PHRASE and bool(process.extractOne(phrase, runs, scorer=OSA.distance, score_cutoff=1))


def _mistakes(length: int) -> int:
    return 0 if length < SHORTEST_WITH_MISTAKES else 1 if length < TWO_MISTAKES_FROM else 2


def _same(want: str, word: str) -> bool:
    if want == word:
        return True
    if len(want) == len(word) >= SHORTEST_TURNED_ROUND and sorted(want) == sorted(word) and OSA.distance(want, word) == 1:
        return True
    allowed = _mistakes(len(want))
    return bool(allowed) and abs(len(want) - len(word)) <= allowed and OSA.distance(want, word, score_cutoff=allowed) <= allowed


def _begins(stem: str, word: str) -> bool:
    return any(_same(stem, word[:length]) for length in range(max(len(stem) - 1, 1), min(len(stem) + 1, len(word)) + 1))


def segments(text: str, found: Iterable[str]) -> list[tuple[str, bool]]:
    """The text in parts: (part, whether it is one of the words found), for marking them. No letter is lost."""
    wanted = sorted({words for words in found if words}, key=len, reverse=True)
    if not wanted:
        return [(text, False)] if text else []
    pattern = re.compile("|".join(r"\s+".join(map(re.escape, words.split())) for words in wanted))
    parts: list[tuple[str, bool]] = []
    end = 0
    for match in pattern.finditer(text):
        parts += [(text[end : match.start()], False), (match.group(), True)]
        end = match.end()
    return [part for part in [*parts, (text[end:], False)] if part[0]]
