"""What the body of a page must have before the public may see it. Pure functions over plain data.

Each returns sentences for the editor: which part, and what to do.
"""

import re
from collections.abc import Iterable
from html import unescape

HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]+>")
TITLE_LEVEL = 1
# Easy Read, after the Department of Health's guidelines (2010): see localoffer/blocks/easyread.py.
EASY_READ_WORDS = 15
EASY_READ_SENTENCES = 2
SENTENCE = re.compile(r"(?<=[.!?])\s+")
BOLD = re.compile(r"<(b|strong)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
BOLD_MOST = 0.5  # of the letters


def plain(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def lines_of(html: str) -> str:
    """The words of a piece of HTML, a paragraph, heading or item of a list a line."""
    parted = html.replace("</p>", "</p>\n").replace("</li>", "</li>\n").replace("</h", "\n</h")
    return "\n".join(line for line in map(plain, parted.split("\n")) if line)


def headings_in(html: str) -> list[tuple[int, str]]:
    """The (level, words) of each heading of a piece of HTML, in order."""
    return [(int(level), plain(words)) for level, words in HEADING.findall(html)]


def heading_problems(headings: Iterable[tuple[int, str]]) -> list[str]:
    """Names each heading that is empty or skips a level after the page's title (level 1)."""
    problems = []
    before = TITLE_LEVEL
    for level, words in headings:
        if not words:
            problems.append("There is a heading without words. Write some or remove it.")
        elif level > before + 1:
            problems.append(
                f"The heading “{words}” is a heading {level}, but it comes after a heading {before}. "
                f"Make it a heading {before + 1}, so that people who listen to the page can follow it."
            )
        before = level
    return problems


def is_empty(value: object) -> bool:
    """True for nothing, blank text, HTML without words, and empty lists."""
    if value is None or value == []:
        return True
    return isinstance(value, str) and not plain(value)


def easy_read_sentences(html: str) -> list[str]:
    """The sentences of a piece of HTML; the end of a paragraph ends one as well."""
    paragraphs = re.split(r"</p>|<br\s*/?>", html, flags=re.IGNORECASE)
    return [sentence for part in paragraphs for sentence in SENTENCE.split(plain(part)) if sentence]


def easy_read_problems(*, words: str, hard_word: str = "", meaning: str = "") -> list[str]:
    """What is not easy enough in the words beside a picture, or in the meaning of a hard word."""
    sentences = easy_read_sentences(words)
    problems = [
        f"This sentence has {count} words: “{sentence}” Easy Read has at most {EASY_READ_WORDS}. Make two sentences of it."
        for sentence in [*sentences, *easy_read_sentences(meaning)]
        if (count := len(sentence.split())) > EASY_READ_WORDS
    ]
    if len(sentences) > EASY_READ_SENTENCES:
        problems.append(f"There are {len(sentences)} sentences beside one picture. Give the others a picture of their own.")
    everything = plain(words)
    bold = " ".join(plain(part) for _, part in BOLD.findall(words))
    if everything and len(bold) > len(everything) * BOLD_MOST:
        problems.append("Bold is for the few words that matter most. Make fewer words bold.")
    if hard_word.strip() and not meaning.strip():
        problems.append(f"Say in easy words what “{hard_word.strip()}” means.")
    if meaning.strip() and not hard_word.strip():
        problems.append("Write the hard word that you explain.")
    if hard_word.strip() and hard_word.strip().lower() not in everything.lower():
        problems.append(f"The hard word “{hard_word.strip()}” does not stand beside this picture. Explain only words that do.")
    return problems
