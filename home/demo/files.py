"""The demonstration's pictures and its film."""

from typing import Any

from django.core.files import File
from django.core.files.images import ImageFile
from wagtail.models import Collection

from localoffer.media import library
from localoffer.media.models import CustomImage, CustomMedia

from .reading import FOLDER, read

COLLECTION = "Demonstration"
FILM = "youth-forum"


def collection() -> Collection:
    """The collection of the demonstration's files; that it is there means that the demonstration was loaded."""
    found = Collection.objects.filter(name=COLLECTION).first()
    return found or Collection.get_first_root_node().add_child(name=COLLECTION)


def load_pictures() -> dict[str, int]:
    """The id of each picture by its key; those of the picture library as "library/yes"."""
    library.load_pictures()
    ids = {f"library/{key}": pk for key, pk in library.library_pictures().items()}
    place = collection()
    for described in read("pictures.json"):
        image = CustomImage.objects.filter(collection=place, title=described["title"]).first()
        if image is None:
            with (FOLDER / described["file"]).open("rb") as file:
                image = CustomImage.objects.create(
                    title=described["title"],
                    description=described["alt"],
                    credit="Drawn for this site",
                    shows_people=False,
                    collection=place,
                    file=ImageFile(file, name=f"{described['key']}.png"),
                )
        ids[described["key"]] = image.pk
    return ids


def load_film() -> dict[str, int]:
    """The id of the forum's film by its key; empty while the film has not been made."""
    folder = FOLDER / "videos"
    if not (folder / f"{FILM}.mp4").exists():
        return {}
    place = collection()
    film = CustomMedia.objects.filter(collection=place, type="video").first()
    if film is None:
        facts: dict[str, Any] = read("film.json")
        film = CustomMedia(
            title=facts["title"],
            type="video",
            duration=facts["seconds"],
            width=facts["width"],
            height=facts["height"],
            transcript=(folder / f"{FILM}-transcript.txt").read_text(encoding="utf-8"),
            shows_people=False,
            collection=place,
        )
        for field, ending in (("file", ".mp4"), ("captions", ".vtt"), ("thumbnail", "-poster.png")):
            with (folder / f"{FILM}{ending}").open("rb") as file:
                getattr(film, field).save(f"{FILM}{ending}", File(file), save=False)
        film.save()
    return {FILM: film.pk}
