from django.core.exceptions import ValidationError
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from .consent import ShowsPeople


class CustomImage(ShowsPeople, AbstractImage):
    """A picture with its alternative text, who made it, and who is in it.

    Wagtail keeps the alternative text in ``description``; it also sets an attribute called
    ``decorative`` on every picture, so our own answer has another name.
    """

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

    @property
    def default_alt_text(self) -> str:
        return "" if self.is_decorative else self.description


class CustomRendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
