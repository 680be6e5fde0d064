"""What the body of a page must have before the public may see it. Pure functions over plain data.

Each returns sentences for the editor: which part, and what to do.
"""

import re
from collections.abc import Iterable
from html import unescape

HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]+>")
TITLE_LEVEL = 1


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
