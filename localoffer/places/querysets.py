"""Reads of places in the domain's words."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from .choices import NAMED, POSTAL, Kind, Source
from .rules import Box, Postcode


class PlaceQuerySet(models.QuerySet):
    def called(self, keys: Iterable[str]) -> "PlaceQuerySet":
        """Towns and villages of any of these keys, and those whose name goes on after one ("henley", "henley on thames")."""
        wanted = Q(pk__in=[])
        for key in keys:
            wanted |= Q(key=key) | Q(key__startswith=f"{key} ")
        return self.filter(wanted, kind__in=NAMED)

    def names(self) -> list[str]:
        """The names of all towns and villages."""
        return list(self.filter(kind__in=NAMED).values_list("name", flat=True))

    def of_postcode(self, postcode: Postcode) -> "PlaceQuerySet":
        """The rows of a postcode, its sector and its district: the most exact first; of two, the later source."""
        return self.filter(kind__in=POSTAL, key__in=postcode.keys).order_by("-kind", "-source")

    def postcodes_begin(self, letters: str) -> "PlaceQuerySet":
        """Postcode districts of our area that begin with the letters of a postcode area."""
        return self.filter(kind=Kind.DISTRICT, inside=True, key__regex=rf"^{letters.lower()}[0-9]")

    def near(self, box: Box) -> "PlaceQuerySet":
        """Towns, villages and postcode districts within a box."""
        return self.filter(
            kind__in=(*NAMED, Kind.DISTRICT), latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
        )

    def named(self) -> "PlaceQuerySet":
        return self.filter(kind__in=NAMED)

    def for_editors(self) -> "PlaceQuerySet":
        """Without sectors and single postcodes: they are as they were imported, and a list of them is of no use."""
        return self.filter(kind__in=(*NAMED, Kind.DISTRICT))

    def imported(self) -> "PlaceQuerySet":
        return self.filter(source=Source.IMPORTED)
