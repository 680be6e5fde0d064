"""Finding the terms of a glossary in a text, and marking them in a page's HTML. Pure functions.

A term is found as whole words, the longest first, once on a page. What is written with capitals inside a word
(PIP, SaLT, the F of "Section F") counts only as it is written; all else in any case. Words that belong to a name
("Autism Oxford", "the Annual Review Team") are no terms.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from html.entities import html5
from html.parser import HTMLParser
from itertools import pairwise

from .personal import NO_NAME

WORD = re.compile(r"\w+")
# A word that goes on with one of these is longer than it looks: an address, an e-mail, "SEN-based".
JOINS = "-‑@._/\\&+#"
SENTENCE_END = re.compile(r"[.!?:;…•“\"(\n]")
# Where a term is never marked: headings, links, controls, quotations, labels, and what is no running text.
SILENT = frozenset(
    """h1 h2 h3 h4 h5 h6 a button summary label legend option select textarea input form nav footer aside blockquote q cite
    figcaption caption th dt code pre kbd abbr dfn address script style template noscript svg math video audio object iframe
    title""".split()
)
NO_TERMS = "data-no-terms"  # on an element that holds names, or the words of other pages
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True)
class Explained:
    """A term of the glossary as pages need it: how it may be written (the term itself first), and what it means."""

    anchor: str
    forms: tuple[str, ...]
    meaning: str
    more: str = ""  # the address of the page to read more
    more_title: str = ""

    @property
    def term(self) -> str:
        return self.forms[0]

    @property
    def also(self) -> list[str]:
        """Other ways to write it that tell a reader something: no plurals, no other capitals."""
        shown = [self.term]
        for form in self.forms[1:]:
            if not any(form.casefold().startswith(known.casefold()) for known in shown):
                shown.append(form)
        return shown[1:]


@dataclass(frozen=True)
class Pattern:
    """One way to write a term: its words and what stands between them."""

    words: tuple[str, ...]
    between: tuple[str, ...]
    explained: Explained


@dataclass(frozen=True)
class Found:
    """Where in a text a term stands."""

    start: int
    end: int
    explained: Explained


Index = dict[str, list[Pattern]]


def is_exact(word: str) -> bool:
    """Whether a word counts only as it is written: it has a capital inside (PIP, SaLT), or is one capital letter."""
    return any(letter.isupper() for letter in word[1:]) or (len(word) == 1 and word.isupper())


def joint(between: str) -> str:
    """What stands between two words, with one kind of space, apostrophe and hyphen."""
    return re.sub(r"\s+", " ", between).replace("’", "'").replace("‑", "-")


def pattern_of(form: str, explained: Explained) -> Pattern | None:
    """The words of one way to write a term; None when it has none."""
    found = list(WORD.finditer(form))
    if not found:
        return None
    between = [joint(form[one.end() : two.start()]) for one, two in pairwise(found)]
    return Pattern(tuple(word.group() for word in found), tuple(between), explained)


@lru_cache(maxsize=16)
def index_of(terms: tuple[Explained, ...]) -> Index:
    """All ways to write the terms, by their first word in small letters, the longest first."""
    index: Index = {}
    for explained in terms:
        for form in explained.forms:
            if pattern := pattern_of(form, explained):
                index.setdefault(pattern.words[0].casefold(), []).append(pattern)
    for patterns in index.values():
        patterns.sort(key=lambda pattern: (len(pattern.words), sum(map(len, pattern.words))), reverse=True)
    return index


def find_terms(text: str, terms: tuple[Explained, ...]) -> Iterator[Found]:
    """All places where the terms stand in a plain text, those in names left out. Places never overlap."""
    index = index_of(terms)
    words = list(WORD.finditer(text))
    at = 0
    while at < len(words):
        length = 1
        for pattern in index.get(words[at].group().casefold(), ()):
            if _stands_here(pattern, text, words, at):
                length = len(pattern.words)
                last = at + length - 1
                if not _is_in_a_name(pattern, text, words, at, last):
                    yield Found(words[at].start(), words[last].end(), pattern.explained)
                break
        at += length


def _stands_here(pattern: Pattern, text: str, words: list[re.Match[str]], at: int) -> bool:
    here = words[at : at + len(pattern.words)]
    if len(here) < len(pattern.words):
        return False
    for wanted, word in zip(pattern.words, here, strict=True):
        same = wanted == word.group() if is_exact(wanted) else wanted.casefold() == word.group().casefold()
        if not same:
            return False
    gaps = [joint(text[one.end() : two.start()]) for one, two in pairwise(here)]
    return tuple(gaps) == pattern.between and _is_whole(text, here[0].start(), here[-1].end())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there is no part of a longer word or an address. A possessive ("the SENCO’s") is none."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if len(before) == 2 and before[1] in f"{JOINS}’'" and before[0].isalnum():
        return False
    if before.endswith(("@", "#", "/")):
        return False
    if len(after) == 2 and after[0] in JOINS and after[1].isalnum():
        return False
    return not (len(after) == 2 and after[0] in "’'" and after[1].isalnum() and after[1] not in "sS")


def _is_in_a_name(pattern: Pattern, text: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether a word with a capital stands right beside it in the same sentence, as in a name."""
    following = words[last + 1] if last + 1 < len(words) else None
    if following and text[words[last].end() : following.start()].isspace() and _is_capital(following.group()):
        return True
    if first == 0:
        return False
    before = words[first - 1]
    if not text[before.end() : words[first].start()].isspace() or not _is_capital(before.group()):
        return False
    starts_sentence = first == 1 or bool(SENTENCE_END.search(text[words[first - 2].end() : before.start()]))
    if not starts_sentence:
        return True
    # "Oxford Mediation helps": a capital that the term has not, after a word that is no common one.
    own = words[first].group()
    return own[0].isupper() and not pattern.words[0][0].isupper() and before.group().lower() not in NO_NAME


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word != "I"


class _Marker(HTMLParser):
    """Copies HTML as it is, and makes a link of the first use of each term in its running text."""

    def __init__(self, terms: tuple[Explained, ...], address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.terms = terms
        self.address = address
        self.used: dict[str, Explained] = {}
        self.out: list[str] = []
        self.text: list[str] = []
        self.silent: list[str] = []

    def flush(self) -> None:
        raw = "".join(self.text)
        self.text = []
        self.out.append(raw if self.silent or not raw.strip() else self._marked(raw))

    def _marked(self, raw: str) -> str:
        text = unescape(raw)
        parts, done = [], 0
        for found in find_terms(text, self.terms):
            explained = found.explained
            if explained.anchor in self.used:
                continue
            self.used[explained.anchor] = explained
            address = escape(f"{self.address}#{explained.anchor}")
            words = escape(text[found.start : found.end], quote=False)
            parts += [escape(text[done : found.start], quote=False), f'<a class="term" href="{address}">{words}</a>']
            done = found.end
        return "".join([*parts, escape(text[done:], quote=False)]) if parts else raw

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.flush()
        self.out.append(self.get_starttag_text() or "")
        if tag in VOID:
            return
        names = dict(attrs)
        begins = tag in SILENT or NO_TERMS in names or names.get("translate") == "no"
        if (begins and not self.silent) or (self.silent and tag == self.silent[0]):
            self.silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.flush()
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.flush()
        self.out.append(f"</{tag}>")
        if self.silent and tag == self.silent[0]:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        self.text.append(f"&{name};" if f"{name};" in html5 else f"&{name}")

    def handle_charref(self, name: str) -> None:
        self.text.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.flush()
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.flush()
        self.out.append(f"<!{decl}>")


@lru_cache(maxsize=256)
def mark_terms(html: str, terms: tuple[Explained, ...], address: str) -> tuple[str, tuple[Explained, ...]]:
    """The HTML with the first use of each term as a link to its entry at ``address``, and the terms in their order.

    The same page asked for again is answered from memory.
    """
    marker = _Marker(terms, address)
    marker.feed(html)
    marker.close()
    marker.flush()
    return "".join(marker.out), tuple(marker.used.values())


def matching(terms: tuple[Explained, ...], question: str) -> list[Explained]:
    """The terms that have these words in any way they are written; when there are none, those whose meaning has them."""
    wanted = question.casefold()
    if not wanted:
        return list(terms)
    written = [explained for explained in terms if any(wanted in form.casefold() for form in explained.forms)]
    return written or [explained for explained in terms if wanted in explained.meaning.casefold()]


def by_letter(terms: list[Explained]) -> list[tuple[str, list[Explained]]]:
    """The terms under their first letters, by the alphabet; figures under "0–9"."""
    letters: dict[str, list[Explained]] = {}
    for explained in sorted(terms, key=lambda each: each.term.casefold()):
        first = unicodedata.normalize("NFD", explained.term)[0].upper()
        letters.setdefault("0–9" if first.isdigit() else first, []).append(explained)
    return sorted(letters.items())
