"""From a Word file that was looked through to pieces: mammoth converts, bleach cleans, and what is left is cut apart."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import bleach
import mammoth
from bs4 import BeautifulSoup, Tag

from localoffer.media.rules.pictures import UnreadablePicture, size_of, without_notes

from .package import DAMAGED, MEGABYTE
from .pieces import Heading, Notes, Picture, Piece, Table, WordRefused, Words, shortened

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => p:fresh
p[style-name='Intense Quote'] => p:fresh
strike => s
"""
TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "s", "a", "br", "img"}
TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": ["href"], "img": ["src", "alt"], "th": ["colspan", "rowspan"], "td": ["colspan", "rowspan"]}
SCHEMES = {"http", "https", "mailto", "tel"}
WEB_ADDRESS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
NOTE = re.compile(r"#(footnote|endnote)-(ref-)?")
KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp"}
LARGEST_PICTURE = 10 * MEGABYTE
MOST_POINTS = 40_000_000
MOST_PICTURES = 40
WORDS_OF_THE_MACHINE = re.compile(
    r"\s*(Description automatically generated.*|AI-generated content may be incorrect\.?)\s*$", re.S
)
ENDS_A_SENTENCE = tuple(".,;:!?")
LONGEST_BOLD_HEADING = 100
NOTES_TITLE = "Notes"
MOST_CELLS = 2000
UNKNOWN = re.compile(r"unrecognised element was ignored: (?:\{.*\})?(?:\w+:)?(\w+)")
SILENT = {"sdtPr", "sdtEndPr", "bookmarkStart", "permStart", "permEnd", "oMath", "oMathPara", "object", "group", "shapetype"}


def pieces_of(data: bytes, notes: Notes) -> list[Piece]:
    """The pieces of a Word file, in order. Adds to the notes. Raises WordRefused when it cannot be read."""
    pictures = Pictures(notes)
    try:
        result = mammoth.convert_to_html(
            BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(pictures.take),
        )
    except Exception as error:  # whatever mammoth says of parts that do not fit together: there are many kinds
        raise WordRefused(DAMAGED) from error
    for message in result.messages:
        if (unknown := UNKNOWN.search(message.message)) and unknown[1] not in SILENT:
            notes.leave_out(f"Something that we cannot bring in (Word calls it “{unknown[1]}”).")
    clean = bleach.clean(result.value, tags=TAGS | TABLE_TAGS, attributes=ATTRIBUTES, protocols=SCHEMES, strip=True)
    soup = BeautifulSoup(clean, "html.parser")
    _mend(soup, notes)
    return list(Cutting(pictures.kept, notes).pieces(soup))


class Pictures:
    """The pictures of a file, without their notes, by the number that stands in for them in the HTML."""

    def __init__(self, notes: Notes) -> None:
        self.kept: dict[str, Picture] = {}
        self.notes = notes
        self.seen = 0

    def take(self, image: Any) -> dict[str, str]:
        """The attributes of the ``img`` for a picture; a number that leads nowhere when it cannot be taken."""
        self.seen += 1
        number = f"#{self.seen}"
        alt = WORDS_OF_THE_MACHINE.sub("", " ".join((image.alt_text or "").split()))
        try:
            with image.open() as file:
                data = file.read()
            self.kept[number] = Picture(self._clean(data), self._kind(data), alt)
        except (UnreadablePicture, OSError, KeyError, ValueError):
            self.notes.leave_out(f"Picture {self.seen}{f' (“{shortened(alt)}”)' if alt else ''}. Add it as JPEG or PNG yourself.")
        return {"src": number}

    def _clean(self, data: bytes) -> bytes:
        width, height, frames = size_of(BytesIO(data))
        if len(data) > LARGEST_PICTURE or width * height * frames > MOST_POINTS or len(self.kept) >= MOST_PICTURES:
            raise UnreadablePicture("too large, or too many")
        return without_notes(data)

    @staticmethod
    def _kind(data: bytes) -> str:
        for start, kind in KINDS.items():
            if data.startswith(start):
                return kind
        raise UnreadablePicture("not a kind that every browser shows")


def _mend(soup: BeautifulSoup, notes: Notes) -> None:
    """Plain names for bold and italic; links that lead nowhere and what was struck through become words, and are noted."""
    for old, new in (("strong", "b"), ("em", "i")):
        for tag in soup.find_all(old):
            tag.name = new
    for tag in soup.find_all("s"):
        notes.change(
            f"“{shortened(tag.get_text())}” was struck through. Now it is plain words: delete it if it should not stand."
        )
        tag.unwrap()
    for link in soup.find_all("a"):
        _mend_link(link, notes)
    for cell_heading in soup.select(", ".join(f"table h{level}" for level in range(1, 7))):
        cell_heading.name = "p"


def _mend_link(link: Tag, notes: Notes) -> None:
    href, words = str(link.get("href") or ""), link.get_text()
    if WEB_ADDRESS.match(href):
        return
    if words.strip() == "↑" and NOTE.match(href):
        _head_the_notes(link)
        link.decompose()
        return
    if words.strip() and not NOTE.match(href):
        notes.leave_out(f"The link on “{shortened(words)}”: it leads to no page of the web. Its words are there.")
    link.unwrap()


def _head_the_notes(link: Tag) -> None:
    """A heading above the footnotes, of the highest level that the document has."""
    notes = link.find_parent("ol")
    before = notes.find_previous_sibling() if notes else None
    if notes is None or (before is not None and before.get_text() == NOTES_TITLE):
        return
    levels = [element.name for element in notes.find_previous_siblings(re.compile(r"^h[1-6]$"))]
    heading = BeautifulSoup("", "html.parser").new_tag(min(levels[:-1] or levels, default="h1"))
    heading.string = NOTES_TITLE
    notes.insert_before(heading)


class Cutting:
    """Cuts clean HTML into pieces."""

    def __init__(self, pictures: dict[str, Picture], notes: Notes) -> None:
        self.pictures = pictures
        self.notes = notes
        self.tables = 0
        self.level = 0  # of the last real heading

    def pieces(self, soup: BeautifulSoup) -> Iterator[Piece]:
        for element in list(soup.children):
            if isinstance(element, Tag):
                yield from self._piece(element)

    def _piece(self, element: Tag) -> Iterator[Piece]:
        shown = [self.pictures[str(img.get("src"))] for img in element.find_all("img") if str(img.get("src")) in self.pictures]
        for img in element.find_all("img"):
            img.extract()
        if element.name == "table":
            yield from self._table(element)
        elif words := " ".join(element.get_text(" " if element.name in ("ul", "ol") else "").split()):
            yield self._words(element, words)
        yield from shown

    def _words(self, element: Tag, words: str) -> Piece:
        if element.name[0] == "h":
            self.level = int(element.name[1])
            return Heading(self.level, words)
        if element.name == "p" and self._is_bold_heading(element, words):
            return Heading(self.level + 1, words, was_bold=True)
        return Words(str(element), words)

    @staticmethod
    def _is_bold_heading(element: Tag, words: str) -> bool:
        bold = " ".join("".join(tag.get_text() for tag in element.find_all("b")).split())
        return bold == words and len(words) <= LONGEST_BOLD_HEADING and not words.endswith(ENDS_A_SENTENCE)

    def _table(self, table: Tag) -> Iterator[Piece]:
        """A table with as many cells in each row; one of a single column is only words."""
        self.tables += 1
        rows = _grid(table)
        if sum(map(len, rows)) > MOST_CELLS:
            raise WordRefused(f"Table {self.tables} is too large: at most {MOST_CELLS:,} cells. Send it as a spreadsheet.")
        rows = [row for row in rows if any(_plain(cell) for cell in row)]
        width = max(map(len, rows), default=0)
        if width < 2:
            for row in rows:
                yield Words(row[0], _plain(row[0]))
            return
        if table.find(colspan=True) or table.find(rowspan=True):
            self.notes.change(f"Table {self.tables} had joined cells. They are parted now: look whether it still reads well.")
        whole = [(*row, *[""] * (width - len(row))) for row in rows]
        heads = tuple(_plain(cell) for cell in whole[0]) if len(whole) > 1 else ()
        if heads and not table.find("th"):
            self.notes.change(f"The first row of table {self.tables} is now the headings of its columns.")
        yield Table(heads, tuple(whole[1:] if heads else whole))


def _plain(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def _grid(table: Tag) -> list[list[str]]:
    """The cells' HTML by row. A joined cell stands at its first place, and the others are empty."""
    taken: set[tuple[int, int]] = set()
    rows: list[list[str]] = []
    for at, row in enumerate(table.find_all("tr")):
        cells: list[str] = []
        for cell in row.find_all(["td", "th"]):
            while (at, len(cells)) in taken:
                cells.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(at + down, len(cells) + over) for down in range(1, high) for over in range(wide)}
            cells += [cell.decode_contents(), *[""] * (wide - 1)]
        rows.append(cells)
    return rows


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return max(1, min(int(value), 100)) if value.isdecimal() else 1
