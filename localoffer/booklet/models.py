from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from .querysets import BookletQuerySet


class Booklet(models.Model):
    """What a booklet holds. Its services are read when it is opened, so it is never out of date and none is stored."""

    title = models.CharField(
        max_length=80, unique=True, help_text="As it stands on the front. Such as: Short breaks in Abingdon."
    )
    slug = models.SlugField(
        "end of the address", max_length=80, unique=True, help_text="Such as: short-breaks-abingdon. Keep it once it is public."
    )
    about = models.CharField("in one sentence", max_length=200, blank=True, help_text="Whom it helps, and with what.")
    area = models.ForeignKey(
        "directory.Area",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Services that say that they help families there, or in all of the county. Empty: all areas.",
    )
    topic = models.ForeignKey(
        "directory.Topic",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="With the topics below it. Empty: all topics.",
    )
    ages = models.ForeignKey(
        "directory.AgeStage", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: all ages."
    )

    objects = BookletQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("slug"), FieldPanel("about")], heading="The booklet"),
        MultiFieldPanel([FieldPanel("area"), FieldPanel("topic"), FieldPanel("ages")], heading="Which services"),
    ]

    class Meta:
        verbose_name = "booklet"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        problems = {
            name: "This word is no longer in use. Choose another one."
            for name in ("area", "topic", "ages")
            if (term := getattr(self, name)) and term.retired
        }
        if problems:
            raise ValidationError(problems)

    def get_absolute_url(self) -> str:
        return reverse("booklet:booklet", args=(self.slug,))
