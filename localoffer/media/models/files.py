"""File fields that never keep what a camera wrote into a picture, on whichever road the picture comes."""

from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from ..rules.pictures import without_notes


class CleanPicture(ContentFile):
    """The bytes of a picture whose notes are out; not cleaned twice."""


def cleaned(content: File) -> CleanPicture:
    """The picture without its notes. Raises UnreadablePicture."""
    if isinstance(content, CleanPicture):
        return content
    content.seek(0)
    return CleanPicture(without_notes(content.read()), name=content.name)


class CleanImageFieldFile(WagtailImageFieldFile):
    def save(self, name: str, content: File, save: bool = True) -> None:
        super().save(name, cleaned(content), save=save)


class CleanImageField(WagtailImageField):
    """For pictures with their sizes."""

    attr_class = CleanImageFieldFile


class CleanPictureFieldFile(FieldFile):
    def save(self, name: str, content: File, save: bool = True) -> None:
        super().save(name, cleaned(content), save=save)


class CleanPictureField(models.FileField):
    """For a picture beside something else, such as the still of a film."""

    attr_class = CleanPictureFieldFile


def is_new(file: Any) -> bool:
    """Whether a file was given just now and is not stored yet."""
    return bool(file) and not file._committed
