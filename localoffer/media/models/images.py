from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, ImageQuerySet, get_upload_to
from wagtail.search import index

from .consent import ShowsPeople
from .files import CleanImageField, is_new

UNREADABLE = _("We could not read this picture to its end, so we did not keep it. Save it again as JPEG or PNG, and send that.")


class ImageManager(models.Manager.from_queryset(ImageQuerySet)):  # type: ignore[misc]
    """Pictures with their consents, since whoever shows one asks for it."""

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("consent")


@lru_cache(maxsize=100)
def size(words: str) -> Filter:
    """The size of that name, taken apart once: Wagtail does so for each picture that it shows, for a third of the time."""
    return Filter(spec=words)


class CustomImage(ShowsPeople, AbstractImage):
    """A picture with its alternative text, who made it, and who is in it.

    Wagtail keeps the alternative text in ``description``; it also sets an attribute called
    ``decorative`` on every picture, so our own answer has another name.
    """

    file = CleanImageField(verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    description = models.CharField(
        "alternative text",
        max_length=255,
        blank=True,
        default="",
        help_text="What the picture shows, for somebody who cannot see it. One or two plain sentences.",
    )
    is_decorative = models.BooleanField(
        "only for decoration", default=False, help_text="Tick only if nothing is lost when nobody sees it."
    )
    credit = models.CharField("who made it", max_length=255, blank=True)

    objects = ImageManager()

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "description",
        "is_decorative",
        "credit",
        "shows_people",
        "consent",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    # Choosers look in the title and the tags already.
    search_fields = [*AbstractImage.search_fields, index.AutocompleteField("description")]

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"

    def clean(self) -> None:
        super().clean()
        if not self.is_decorative and not self.description.strip():
            raise ValidationError(
                {"description": "Say what the picture shows, or tick “only for decoration” if nothing is lost without it."}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file loses its notes before its size and fingerprint are taken."""
        if is_new(self.file):
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def get_rendition(self, filter: Filter | str) -> Any:  # noqa: A002  Wagtail's name
        return super().get_rendition(size(str(getattr(filter, "spec", filter))))

    def get_renditions(self, *filters: Filter | str) -> Any:
        return super().get_renditions(*(size(str(getattr(one, "spec", one))) for one in filters))

    @property
    def default_alt_text(self) -> str:
        return "" if self.is_decorative else self.description


class CustomRendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
        indexes = [models.Index(fields=["file"], name="rendition_by_address")]
