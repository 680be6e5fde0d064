"""Pictures and recordings that members choose or bring. What they bring goes to a collection of its own."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import get_random_string
from wagtail.models import Collection

from localoffer.media.models import CustomImage, CustomMedia
from localoffer.media.models.images import UNREADABLE
from localoffer.media.querysets import live_on
from localoffer.media.rules.pictures import UnreadablePicture
from localoffer.people.roles import FORUM_UPLOADS

from ..models import ForumSettings
from .refusals import PostRefused

THUMB = "fill-240x180"
FOR_SUPPORTERS = {"captions", "transcript", "consent"}  # what only they can add
MOST_FILES = 60  # of one member, of each kind


def nameless(file: Any) -> Any:
    """The file under a name that nobody can guess: what people call their files often holds a name."""
    ending = str(file.name).rsplit(".", 1)[-1].lower()
    file.name = f"{get_random_string(24).lower()}.{ending}"
    return file


def uploads() -> Collection:
    found = Collection.objects.filter(name=FORUM_UPLOADS).first()
    return found or Collection.get_first_root_node().add_child(name=FORUM_UPLOADS)


def library_pictures(day: date, words: str = "") -> QuerySet[CustomImage]:
    """The pictures that everybody may choose on that day: the library, but for people in them without a live consent."""
    library = ForumSettings.load().library
    if library is None:
        return CustomImage.objects.none()
    may_be_shown = Q(shows_people=False) | (live_on(day, "consent__") & Q(consent__agrees_to_picture=True))
    found = CustomImage.objects.filter(may_be_shown, collection__path__startswith=library.path).order_by("title")
    if words:
        found = found.filter(title__icontains=words) | found.filter(description__icontains=words)
    return found.select_related("consent").prefetch_renditions(THUMB)


def own_pictures(user: Any) -> QuerySet[CustomImage]:
    """The pictures that this person brought, the newest first."""
    found = CustomImage.objects.filter(collection__name=FORUM_UPLOADS, uploaded_by_user=user).order_by("-created_at")
    return found.select_related("consent").prefetch_renditions(THUMB)


@transaction.atomic
def add_picture(*, user: Any, file: Any, title: str, description: str, shows_people: bool) -> CustomImage:
    """Keeps a picture of a member. Nobody sees it on the site before a supporter has published a post with it."""
    if CustomImage.objects.filter(collection__name=FORUM_UPLOADS, uploaded_by_user=user).count() >= MOST_FILES:
        raise PostRefused("You have brought very many pictures. Ask a supporter to take some away.")
    picture = CustomImage(
        title=title,
        file=nameless(file),
        description=description,
        shows_people=shows_people,
        collection=uploads(),
        uploaded_by_user=user,
    )
    return kept(picture)


@transaction.atomic
def add_recording(*, user: Any, file: Any, kind: str, title: str, transcript: str) -> CustomMedia:
    """Keeps a voice or a film. A voice tells who somebody is, so it always needs a consent before it is shown."""
    if CustomMedia.objects.filter(collection__name=FORUM_UPLOADS, uploaded_by_user=user).count() >= MOST_FILES:
        raise PostRefused("You have brought very many recordings. Ask a supporter to take some away.")
    recording = CustomMedia(
        title=title,
        type=kind,
        file=nameless(file),
        duration=0,
        transcript=transcript,
        shows_people=True,
        collection=uploads(),
        uploaded_by_user=user,
    )
    return kept(recording)


def kept(item: Any) -> Any:
    """Saved, if the file itself is in order. What only supporters can add (captions, consent) may still be missing."""
    try:
        item.clean_fields(exclude=["transcript", "captions", "duration", "width", "height"])
        item.clean()
    except ValidationError as error:
        wrong = [words for name, said in error.message_dict.items() if name not in FOR_SUPPORTERS for words in said]
        if wrong:
            raise PostRefused(" ".join(wrong)) from error
    try:
        item.save()
    except UnreadablePicture as error:
        raise PostRefused(str(UNREADABLE)) from error
    return item
