"""From pasted text to pieces: paragraphs, lists and short lines that are headings."""

import re
from html import escape

from .pieces import Heading, Piece, Words

BULLET = re.compile(r"^\s*[•·▪◦‣*–—-]\s+(?=\S)")
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
LONGEST_HEADING = 70
ENDS_A_SENTENCE = (*".,;:!?…", "”", "’", ")")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff]")


def pieces_of_text(text: str) -> list[Piece]:
    """The pieces of plain text. Each line is a paragraph, an item of a list, or a heading."""
    lines = [" ".join(line.split()) for line in UNSEEN.sub("", text).splitlines()]
    lines = [line for line in lines if line]
    pieces: list[Piece] = []
    at = 0
    while at < len(lines):
        for mark, tag in ((BULLET, "ul"), (NUMBER, "ol")):
            items = _items(lines[at:], mark)
            if items:
                html = "".join(f"<li>{escape(item)}</li>" for item in items)
                pieces.append(Words(f"<{tag}>{html}</{tag}>", " ".join(items)))
                at += len(items)
                break
        else:
            following = lines[at + 1] if at + 1 < len(lines) else ""
            pieces.append(_line(lines[at], following))
            at += 1
    return pieces


def _items(lines: list[str], mark: re.Pattern[str]) -> list[str]:
    """The items at the beginning of the lines, without their marks."""
    items = []
    for line in lines:
        if not mark.match(line):
            break
        items.append(mark.sub("", line))
    return items


def _line(line: str, following: str) -> Piece:
    """A short line without a full stop that has something below it is a heading."""
    if following and len(line) <= LONGEST_HEADING and not line.endswith(ENDS_A_SENTENCE):
        return Heading(1, line)
    return Words(f"<p>{escape(line, quote=False)}</p>", line)
