"""Reading figures that were pasted from a spreadsheet or came in a CSV file. Nothing is guessed; what is wrong is named."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from django.utils.translation import gettext as _

from ..choices import DatesAs
from .changing import shown_day
from .figures import Figure, NotAFigure, Unit, read_number

MOST_ROWS = 5_000
LONGEST_NOTE = 150
FIRST_YEAR = 1990
CENTURY = 2000
MONTHS = ("january february march april may june july august september october november december").split()
IN_FIGURES = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4}|[0-9]{2})")
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
IN_WORDS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ \-]([a-z]+)\.?,?[ \-]([0-9]{4}|[0-9]{2})")
MONTH_IN_WORDS = re.compile(r"([a-z]+)\.?[ \-]([0-9]{4}|[0-9]{2})")
MONTH_IN_FIGURES = re.compile(r"([0-9]{1,2})/([0-9]{4})|([0-9]{4})-([0-9]{1,2})")
JUST_YEAR = re.compile(r"[0-9]{4}")
FIGURES = re.compile(r"[0-9]")
A_NUMBER = re.compile(r"[0-9£%.,\s−-]*[0-9][0-9%.,\s]*")
CUT_THOUSANDS = re.compile(r"[£−-]?[0-9]{1,3}")
THREE_DIGITS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?%?")
COLUMNS = 3


class NotADay(Exception):
    """What was typed is no date that we know; the words say what to write."""


@dataclass(frozen=True)
class ReadRow:
    number: int
    figure: Figure


@dataclass(frozen=True)
class WrongRow:
    """A row that cannot be taken: where it stands, what it says, and why."""

    number: int
    typed: str
    why: str


@dataclass
class Rows:
    """What a table of figures says. Where ``wrong`` holds anything, nothing of it is to be written."""

    right: list[ReadRow] = field(default_factory=list)
    wrong: list[WrongRow] = field(default_factory=list)
    headings: str = ""  # the first row, where it holds no figures
    too_many: bool = False

    @property
    def all_of_them(self) -> int:
        return len(self.right) + len(self.wrong)


def read_day(typed: str, *, today: date, dates_as: str = DatesAs.DAY) -> date:
    """The day that somebody typed, the British way: "3 November 2026", "03/11/2026", "2026-11-03", "Nov 2026", "2026".

    A month stands for its first day, a year for 1 January. Raises NotADay, also for a day that is still to come.
    """
    words = " ".join(typed.split()).lower()
    if not words:
        raise NotADay(_("There is no date."))
    parts = _parts(words)
    if parts is None:
        raise NotADay(
            _("“%(typed)s” is not a date that we know. Write it like 3 November 2026 or 03/11/2026.") % {"typed": _cut(typed)}
        )
    year, month, day = parts
    year += CENTURY if year < 100 else 0
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotADay(
            _("There is no such day as “%(typed)s”. The day comes first, then the month: 03/11/2026 is 3 November.")
            % {"typed": _cut(typed)}
        ) from None
    if found.year < FIRST_YEAR:
        raise NotADay(_("“%(typed)s” is before 1990. Check the year.") % {"typed": _cut(typed)})
    if found > today:
        raise NotADay(_("“%(typed)s” is still to come. Write down what has been counted.") % {"typed": _cut(typed)})
    return counted_as(found, dates_as)


def counted_as(day: date, dates_as: str) -> date:
    """The first day of the month or the year, where only that is known."""
    if dates_as == DatesAs.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if dates_as == DatesAs.MONTH else day


def _parts(words: str) -> tuple[int, int, int] | None:
    if found := ISO.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := IN_FIGURES.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := IN_WORDS.fullmatch(words)) and (month := _month(found[2])):
        return int(found[3]), month, int(found[1])
    if (found := MONTH_IN_WORDS.fullmatch(words)) and (month := _month(found[1])):
        return int(found[2]), month, 1
    if found := MONTH_IN_FIGURES.fullmatch(words):
        return int(found[2] or found[3]), int(found[1] or found[4]), 1
    return (int(words), 1, 1) if JUST_YEAR.fullmatch(words) else None


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it ("sep", "sept"); 0 for none."""
    return next((number for number, name in enumerate(MONTHS, start=1) if len(word) >= 3 and name.startswith(word)), 0)


def read_rows(text: str, *, unit: Unit, today: date, dates_as: str = DatesAs.DAY) -> Rows:
    """The figures of a table with the columns day, figure and note, with tabs, semicolons or commas between."""
    rows, seen = Rows(), dict[date, int]()
    for place, (number, cells) in enumerate(_cells(text)):
        if len(rows.right) + len(rows.wrong) >= MOST_ROWS:
            rows.too_many = True
            break
        if place == 0 and _are_headings(cells):
            rows.headings = ", ".join(cells)
            continue
        try:
            figure = _figure(cells, unit, today, dates_as)
        except (NotADay, NotAFigure, _NotARow) as wrong:
            rows.wrong.append(WrongRow(number, _cut(" | ".join(cells), 80), str(wrong)))
            continue
        if figure.day in seen:
            why = _("%(day)s stands in row %(row)s already. Keep one of the two.") % {
                "day": shown_day(figure.day, dates_as),
                "row": seen[figure.day],
            }
            rows.wrong.append(WrongRow(number, _cut(" | ".join(cells), 80), why))
            continue
        seen[figure.day] = number
        rows.right.append(ReadRow(number, figure))
    return rows


class _NotARow(Exception):
    pass


def _are_headings(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and not FIGURES.search(cells[0]) and not A_NUMBER.fullmatch(cells[1])


def _figure(cells: Sequence[str], unit: Unit, today: date, dates_as: str) -> Figure:
    if len(cells) < 2:
        raise _NotARow(_("There is only one column. A row needs a date and a figure."))
    if len(cells) == COLUMNS and CUT_THOUSANDS.fullmatch(cells[1]) and THREE_DIGITS.fullmatch(cells[2]):
        raise _NotARow(
            _("Is this one figure, %(one)s? Write it without the comma: %(other)s.")
            % {"one": f"{cells[1]},{cells[2]}", "other": f"{cells[1]}{cells[2]}"}
        )
    if len(cells) > COLUMNS:
        raise _NotARow(_("There are more than three columns. We read the date, the figure and a note."))
    day = read_day(cells[0], today=today, dates_as=dates_as)
    value = read_number(cells[1], unit)
    note = cells[2] if len(cells) == COLUMNS else ""
    if len(note) > LONGEST_NOTE:
        raise _NotARow(_("The note is longer than 150 letters."))
    return Figure(day, value, note)


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with their number in the table, each without empty cells at its end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    top = lines[:2000]
    between = "\t" if "\t" in top else ";" if ";" in top else ","
    reader = csv.reader(StringIO(lines, newline=""), delimiter=between, skipinitialspace=True)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, [_("a cell without an end")]
            return
        cells = [" ".join(cell.split()) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _cut(typed: str, longest: int = 40) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
