"""Writes of places: what we ship, and what is imported."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from .choices import Kind, Source
from .models import Place
from .rules import Position, Postcode, folded, key_of_postcode

SHIPPED = Path(__file__).parent / "data" / "oxfordshire.csv"
AT_ONCE = 5000  # rows
# Of a district's or sector's postcodes: the part that must lie in our area, and the part that makes one district its own.
OURS_FROM, ONE_AREA_FROM = 0.1, 0.8


class NothingToImport(Exception):
    """No row of the file was left to keep. The message is a sentence for people."""


class PostcodeRow(NamedTuple):
    """A full postcode of a file, with its position and local district ("" outside our area)."""

    postcode: Postcode
    position: Position
    area: str


@dataclass
class Imported:
    """What an import wrote, in rows."""

    postcodes: int = 0
    sectors: int = 0
    districts: int = 0


@transaction.atomic
def load_shipped(*, file: Path = SHIPPED) -> int:
    """Adds the places that we ship and puts right those that were shipped before; what editors changed stays as it is.

    Returns how many places of the file are there.
    """
    there = {
        (place.kind, place.key, place.area): place
        for place in Place.objects.exclude(source=Source.IMPORTED).exclude(kind=Kind.POSTCODE)
    }
    kinds = {"town": Kind.TOWN, "village": Kind.VILLAGE, "district": Kind.DISTRICT}
    new, changed, number = [], [], 0
    with file.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            number += 1
            kind, name = kinds[row["kind"]], row["name"]
            key = key_of_postcode(name) if kind == Kind.DISTRICT else folded(name)
            place = there.get((kind, key, row["area"])) or Place(kind=kind, key=key, area=row["area"], source=Source.SHIPPED)
            if place.source != Source.SHIPPED:
                continue
            facts = {
                "name": name,
                "latitude": float(row["latitude"]),
                "longitude": float(row["longitude"]),
                "inside": row["inside"] == "yes",
            }
            differs = any(getattr(place, field) != value for field, value in facts.items())
            for field, value in facts.items():
                setattr(place, field, value)
            if place.pk is None:
                new.append(place)
            elif differs:
                changed.append(place)
    Place.objects.bulk_create(new)
    Place.objects.bulk_update(changed, ["name", "latitude", "longitude", "inside"])
    return number


@transaction.atomic
def replace_imported(*, rows: Iterable[PostcodeRow]) -> Imported:
    """Puts these postcodes, and the sectors and districts that they make, in place of what was imported before.

    All or nothing: when ``rows`` raises, or is empty (NothingToImport), the table stays as it was. A sector or a district
    stands at the mean of its postcodes.
    """
    imported = Place.objects.imported()
    # A plain DELETE: the usual one would first read all rows, for signals that nobody waits for.
    imported._raw_delete(imported.db)
    done, sums = Imported(), defaultdict(_Sum)
    batch: list[Place] = []
    for row in rows:
        batch.append(_place(Kind.POSTCODE, row.postcode.full, row.position, row.area, bool(row.area)))
        for kind, words in ((Kind.SECTOR, row.postcode.sector), (Kind.DISTRICT, row.postcode.district)):
            sums[kind, words].add(row)
        done.postcodes += 1
        if len(batch) == AT_ONCE:
            Place.objects.bulk_create(batch)
            batch = []
    if not done.postcodes:
        raise NothingToImport("No row of this file was left to keep.")
    Place.objects.bulk_create(batch)
    Place.objects.bulk_create(_summed_up(sums), batch_size=AT_ONCE)
    done.sectors = sum(kind == Kind.SECTOR for kind, _words in sums)
    done.districts = len(sums) - done.sectors
    return done


class _Sum:
    """The postcodes of a sector or a district, so far."""

    __slots__ = ("areas", "latitudes", "longitudes")

    def __init__(self) -> None:
        self.latitudes = self.longitudes = 0.0
        self.areas: Counter[str] = Counter()

    def add(self, row: PostcodeRow) -> None:
        self.latitudes += row.position.latitude
        self.longitudes += row.position.longitude
        self.areas[row.area] += 1


def _summed_up(sums: dict[tuple[Kind, str], _Sum]) -> Iterator[Place]:
    for (kind, words), of in sums.items():
        number = of.areas.total()
        area, most = of.areas.most_common(1)[0]
        yield _place(
            kind,
            words,
            Position(of.latitudes / number, of.longitudes / number),
            area if most >= ONE_AREA_FROM * number else "",
            number - of.areas[""] >= OURS_FROM * number,
        )


def _place(kind: Kind, words: str, position: Position, area: str, inside: bool) -> Place:
    latitude, longitude = (round(number, 5) for number in position)
    return Place(
        name=words,
        key=key_of_postcode(words),
        kind=kind,
        latitude=latitude,
        longitude=longitude,
        area=area,
        inside=inside,
        source=Source.IMPORTED,
    )
