from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page

from localoffer.plainlanguage.rules import Limits

from .choices import PageKind
from .querysets import PageReadingQuerySet

ABOUT = (
    "<p>The reading age is the grade plus 5: grade 6 is for a reader of 11. Over the limits the helper beside a page says so. "
    "A youth page over its limits needs a written reason before it is published.</p>"
)


def grade(default: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        "reading grade", default=default, validators=[MinValueValidator(1), MaxValueValidator(18)], help_text="1 to 18."
    )


def longest(default: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        "words in a sentence", default=default, validators=[MinValueValidator(8), MaxValueValidator(60)], help_text="8 to 60."
    )


def row(kind: PageKind) -> MultiFieldPanel:
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel(f"{kind.value}_grade"), FieldPanel(f"{kind.value}_sentence")])], heading=kind.label
    )


@register_setting(icon="openquote", order=20)
class ReadingLimits(BaseSiteSetting):
    """How hard the pages of a site may be to read, by their kind."""

    youth_grade = grade(6)
    youth_sentence = longest(20)
    board_grade = grade(9)
    board_sentence = longest(25)
    listing_grade = grade(9)
    listing_sentence = longest(25)
    other_grade = grade(9)
    other_sentence = longest(25)

    panels = [HelpPanel(ABOUT), *(row(kind) for kind in PageKind)]

    class Meta:
        verbose_name = "limits of plain words"

    def __str__(self) -> str:
        return "Limits of plain words"

    def of(self, kind: str) -> Limits:
        return Limits(getattr(self, f"{kind}_grade"), getattr(self, f"{kind}_sentence"))


class PageReading(models.Model):
    """How hard a page is to read as the public sees it. Written when it is published; for the report."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="kept_reading")
    kind = models.CharField(max_length=10, choices=PageKind.choices)
    words = models.PositiveIntegerField()
    grade = models.FloatField(db_index=True)
    mean_sentence = models.FloatField()
    longest_sentence = models.PositiveIntegerField()
    reason = models.TextField(blank=True, help_text="Why it may be over its limit.")
    measured_by = models.PositiveSmallIntegerField(help_text="The version of the rules.")
    measured_at = models.DateTimeField()

    objects = PageReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-grade", "pk"]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.grade}"
