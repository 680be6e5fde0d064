"""Reading the two open lists of postcodes: Code-Point Open (Ordnance Survey) and the ONS Postcode Directory.

Code-Point Open has no headings: postcode, quality (90 means no position), eastings, northings, country, two health codes,
county, district, ward. The ONS Postcode Directory has headings that change a little from year to year.
"""

import csv
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from localoffer.places.rules import Position, position_of_grid, postcode_of
from localoffer.places.services import PostcodeRow

CODE_POINT_COLUMNS = 10
CODE_POINT = {"postcode": 0, "quality": 1, "easting": 2, "northing": 3, "district": 8}
NO_POSITION = "90"  # of Code-Point's quality
# What the ONS called its columns over the years; the first is said when it is missing.
ONS = {
    "postcode": r"pcds|pcd8|pcd7|pcd2|pcd",
    "latitude": r"lat",
    "longitude": r"long",
    "district": r"oslaua|laua|lad\d\dcd",
    "closed": r"doterm",
}
SAID = {"postcode": "pcds", "latitude": "lat", "longitude": "long", "district": "oslaua", "closed": "doterm"}


class WrongFile(Exception):
    """The file cannot be read as a list of postcodes. The message is a sentence for people."""


@dataclass
class Sieve:
    """Which rows to keep, and what became of the others."""

    areas: frozenset[str]  # "OX", "RG9"; empty: all
    districts: dict[str, str]  # "E07000179" to "south-oxfordshire"
    read: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)

    def keep(self, postcode: str, position: Position | None, district: str, closed: str) -> PostcodeRow | None:
        """The row to write; None, with the reason counted, for one to leave out."""
        self.read += 1
        found = postcode_of(postcode) if len(postcode) <= 8 else None
        if found is None or not found.full:
            return self._leave("no postcode")
        if self.areas and not self.areas & {found.letters, found.district}:
            return self._leave("of other postcode areas")
        if closed:
            return self._leave("no longer in use")
        if position is None:
            return self._leave("without a position")
        if found.full in self.seen:
            return self._leave("there twice")
        self.seen.add(found.full)
        return PostcodeRow(found, position, self.districts.get(district, ""))

    def _leave(self, why: str) -> None:
        self.left_out[why] += 1


@dataclass
class Table:
    """One CSV file, perhaps inside a zip, and the columns that were recognised in it."""

    name: str
    size: int  # bytes
    open: Callable[[], IO[bytes]]
    columns: dict[str, int]
    has_headings: bool

    def rows(self, sieve: Sieve, progress: Callable[[int], object]) -> Iterator[PostcodeRow]:
        with self.open() as raw, reading_troubles(self.name):
            reader = csv.reader(_counted(raw, progress))
            if self.has_headings:
                next(reader)
            last = max(self.columns.values())
            for row in reader:
                if not row:
                    continue
                if len(row) <= last:
                    raise WrongFile(
                        f"Line {reader.line_num} of {self.name} ends too soon. The file may be cut off: download it again."
                    )
                cell = {name: row[column].strip() for name, column in self.columns.items()}
                position = _ons_position(cell) if self.has_headings else _grid_position(cell)
                if kept := sieve.keep(cell["postcode"], position, cell["district"], cell.get("closed", "")):
                    yield kept


def tables_in(path: Path) -> list[Table]:
    """The tables of postcodes in a CSV file or a zip, whatever the folders in it. Raises WrongFile when there is none."""
    try:
        with path.open("rb") as raw:
            start = raw.read(2)
    except OSError as error:
        raise WrongFile(f"{path} cannot be read: {error.strerror}.") from error
    if not start.startswith(b"PK"):
        return [_recognised(path.name, path.stat().st_size, lambda: path.open("rb"))]
    with reading_troubles(path.name):
        archive = zipfile.ZipFile(path)
        files = [
            info for info in archive.infolist() if info.filename.lower().endswith(".csv") and "__MACOSX" not in info.filename
        ]
    if not files:
        raise WrongFile(f"{path.name} holds no CSV file. Give the zip as you downloaded it, or a CSV file out of it.")
    found, troubles = [], []
    for info in files:
        try:
            found.append(_recognised(info.filename, info.file_size, lambda info=info: archive.open(info)))
        except WrongFile as error:
            troubles.append((info.file_size, error))
    if not found:
        raise max(troubles, key=lambda trouble: trouble[0])[1]  # of the largest file: the others are notes and lists of codes
    # The ONS has the same rows in one large file, and once more in small ones in a folder below.
    depth = min(len(PurePosixPath(table.name).parts) for table in found)
    return [table for table in found if len(PurePosixPath(table.name).parts) == depth]


@contextmanager
def reading_troubles(name: str) -> Iterator[None]:
    """What goes wrong while reading, as a sentence."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise WrongFile(f"{name} is not a whole zip file. Download it again.") from error
    except UnicodeDecodeError as error:
        raise WrongFile(f"{name} is not in UTF-8. Save it as “CSV UTF-8”, or download it again.") from error
    except csv.Error as error:
        raise WrongFile(f"{name} cannot be read as CSV ({error}). Download it again.") from error


def _recognised(name: str, size: int, open_it: Callable[[], IO[bytes]]) -> Table:
    """The table, by its first line; raises WrongFile that names the column it lacks."""
    with open_it() as raw, reading_troubles(name):
        first = next(csv.reader(_counted(raw, lambda _bytes: None)), [])
    cells = [cell.strip() for cell in first]
    if len(cells) == CODE_POINT_COLUMNS and postcode_of(cells[0]) and all(cell.isdigit() for cell in cells[1:4]):
        return Table(name, size, open_it, CODE_POINT, has_headings=False)
    columns = {}
    for wanted, pattern in ONS.items():
        # The likeliest name first: a file has both "pcd" and "pcds".
        matches = [cells.index(cell) for part in pattern.split("|") for cell in cells if re.fullmatch(part, cell, re.IGNORECASE)]
        if matches:
            columns[wanted] = matches[0]
    missing = [SAID[wanted] for wanted in ONS if wanted not in columns]
    if missing:
        raise WrongFile(
            f"{name} has no column {' and no column '.join(missing)}. Take the zip of Code-Point Open, or of the ONS Postcode "
            "Directory, as it was downloaded."
        )
    return Table(name, size, open_it, columns, has_headings=True)


def _counted(raw: IO[bytes], progress: Callable[[int], object]) -> Iterator[str]:
    """The lines as text; tells how many bytes were read."""
    for line in io.TextIOWrapper(raw, encoding="utf-8-sig", newline=""):
        progress(len(line))
        yield line


def _ons_position(cell: dict[str, str]) -> Position | None:
    """None for what has none: the ONS writes 99.999999 and 0."""
    try:
        latitude, longitude = float(cell["latitude"]), float(cell["longitude"])
    except ValueError:
        return None
    return Position(latitude, longitude) if 49 <= latitude <= 61 and -9 <= longitude <= 2 else None


def _grid_position(cell: dict[str, str]) -> Position | None:
    if cell["quality"] == NO_POSITION or not (cell["easting"].isdecimal() and cell["northing"].isdecimal()):
        return None
    easting, northing = int(cell["easting"]), int(cell["northing"])
    return position_of_grid(easting, northing) if 0 < easting < 700_000 and 0 < northing < 1_300_000 else None
