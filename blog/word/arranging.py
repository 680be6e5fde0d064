"""From pieces to a post: title, author and day from the usual form, headings in order, one text a section."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from .pieces import Heading, Notes, Picture, Piece, Reading, Table, WordRefused, Words, shortened

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august"]
MONTHS += ["september", "october", "november", "december"]
DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(MONTHS)}),?\s+(?P<year>\d{{4}})"
USUAL_TITLE = re.compile(rf"^Reflections from (?P<name>.{{1,100}}?)\s*[-–—−:,]\s*(?:\w+day,?\s+)?{DAY}\.?$", re.IGNORECASE)
TITLE_WITHIN = 10  # pieces from the beginning
LONGEST_TITLE = 255
LONGEST_LINE = 120
TOP, DEEPEST = 2, 4  # of the headings in a body
NOTHING = "There are no words in it. Look whether you chose the right file, and send it again."
NO_FORM = "We found no title of the form “Reflections from NAME - DATE”, so look at the title, the author and the date."


def arranged(pieces: Iterable[Piece], notes: Notes, *, otherwise: str) -> Reading:
    """The post that the pieces make; ``otherwise`` is its title when no line can be one.

    Raises WordRefused when there is nothing in it.
    """
    pieces = list(pieces)
    if not pieces:
        raise WordRefused(NOTHING)
    title, author, day, rest = _titled(pieces, notes, otherwise)
    return Reading(title[:LONGEST_TITLE], author, day, tuple(_parts(_in_order(rest, notes))), notes)


def _titled(pieces: list[Piece], notes: Notes, otherwise: str) -> tuple[str, str, date | None, list[Piece]]:
    """Title, author, day, and the pieces below the title."""
    for at, piece in enumerate(pieces[:TITLE_WITHIN]):
        if isinstance(piece, Heading | Words) and (usual := USUAL_TITLE.match(piece.words)):
            above = pieces[:at]
            for left in above:
                if isinstance(left, Heading | Words):
                    notes.leave_out(f"“{shortened(left.words)}”, which stood above the title.")
            kept = [left for left in above if not isinstance(left, Heading | Words)]
            return piece.words, usual["name"], _day(usual, notes), kept + pieces[at + 1 :]
    notes.change(NO_FORM)
    first = pieces[0]
    if isinstance(first, Heading) or (isinstance(first, Words) and len(first.words) <= LONGEST_LINE and first.words[-1] != "."):
        return first.words, "", None, pieces[1:]
    return otherwise, "", None, pieces


def _day(found: re.Match[str], notes: Notes) -> date | None:
    try:
        return date(int(found["year"]), MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
    except ValueError:
        notes.change(f"The day in the title does not exist ({found['day']} {found['month']} {found['year']}): mend it.")
        return None


def _in_order(pieces: list[Piece], notes: Notes) -> list[Piece]:
    """The same pieces with headings that begin at 2, are at most 4, and skip no level."""
    shift = TOP - min((piece.level for piece in pieces if isinstance(piece, Heading)), default=TOP)
    ordered: list[Piece] = []
    before = TOP - 1
    for piece in pieces:
        if isinstance(piece, Heading):
            wanted = piece.level + shift
            level = min(wanted, before + 1, DEEPEST)
            if piece.was_bold:
                notes.change(f"“{shortened(piece.words)}” was a bold line. Now it is a heading {level}.")
            elif level != wanted:
                notes.change(f"The heading “{shortened(piece.words)}” skipped a level. Now it is a heading {level}.")
            before = level
            piece = Heading(level, piece.words)
        ordered.append(piece)
    return ordered


def _parts(pieces: list[Piece]) -> Iterable[str | Table | Picture]:
    """Texts, tables and pictures. A heading 2 begins a new text."""
    html = ""
    for piece in pieces:
        if isinstance(piece, Words):
            html += piece.html
        elif isinstance(piece, Heading):
            if piece.level == TOP and html:
                yield html
                html = ""
            html += f"<h{piece.level}>{escape(piece.words, quote=False)}</h{piece.level}>"
        else:
            if html:
                yield html
                html = ""
            yield piece
    if html:
        yield html
