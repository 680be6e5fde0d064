"""What the tests of places share."""

from collections.abc import Callable
from typing import Any

import pytest

from localoffer.places.choices import NAMED, Kind, Source
from localoffer.places.models import Place
from localoffer.places.rules import folded, key_of_postcode


@pytest.fixture
def place(db: None) -> Callable[..., Place]:
    """Makes a row: ``place("Milton", area="cherwell")``, ``place("OX14 3", Kind.SECTOR)``."""

    def make(name: str, kind: Kind = Kind.VILLAGE, latitude: float = 51.67, longitude: float = -1.28, **fields: Any) -> Place:
        key = folded(name) if kind in NAMED else key_of_postcode(name)
        fields = {"area": "", "inside": True, "source": Source.SHIPPED, **fields}
        return Place.objects.create(name=name, key=key, kind=kind, latitude=latitude, longitude=longitude, **fields)

    return make
