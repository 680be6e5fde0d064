"""The picture library: simple pictures that carry meaning, for Easy Read and for young people.

They were drawn for this product. Each is an image like any other, in a collection of its own, so that alternative text,
consent, "where is it used" and permissions hold for them and for what staff add.
"""

import json
import re
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.models import Collection
from wagtail.search.index import insert_or_update_object

from .models import CustomImage

LIBRARY = "Picture library"
FOLDER = Path(__file__).parent / "pictures"
CREDIT = "Drawn for this site"
# Storage may add seven letters to a name that is taken.
SHIPPED = re.compile(r"library-([a-z-]+?)(?:_[A-Za-z0-9]{7})?\.png$")


def library() -> Collection:
    """The library's collection; made when it is not there."""
    found = Collection.objects.filter(name=LIBRARY).first()
    return found or Collection.get_first_root_node().add_child(name=LIBRARY)


def library_ids() -> list[int]:
    """The ids of the library's collection and of those below it."""
    tops = Collection.objects.filter(name=LIBRARY).values_list("path", flat=True)[:1]
    return [pk for path in tops for pk in Collection.objects.filter(path__startswith=path).values_list("pk", flat=True)]


def shipped() -> list[dict[str, str]]:
    """The pictures that come with the product: key, title, alternative text, and the words that find it."""
    return json.loads((FOLDER / "pictures.json").read_text(encoding="utf-8"))


def library_pictures() -> dict[str, int]:
    """The ids of the shipped pictures that are there, by their keys."""
    names = CustomImage.objects.filter(collection__name=LIBRARY).values_list("file", "pk")
    return {match[1]: pk for name, pk in names if (match := SHIPPED.search(name))}


@transaction.atomic
def load_pictures() -> int:
    """Adds the shipped pictures that are not there yet; what staff changed stays as it is. Returns how many were added."""
    there = library_pictures()
    missing = [described for described in shipped() if described["key"] not in there]
    place = library() if missing else None
    for described in missing:
        _add(described, place)
    return len(missing)


def _add(described: dict[str, str], place: Any) -> None:
    with (FOLDER / f"{described['key']}.png").open("rb") as file:
        image = CustomImage.objects.create(
            title=described["title"],
            description=described["alt"],
            credit=CREDIT,
            shows_people=False,
            collection=place,
            file=ImageFile(file, name=f"library-{described['key']}.png"),
        )
    image.tags.add(*(word.strip() for word in described["words"].split(",")))
    insert_or_update_object(image)
