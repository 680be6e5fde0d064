"""The lists of words by which services are described. Editors keep them; nothing is fixed in code."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from ..choices import AccessGroup


class TermQuerySet(models.QuerySet):
    def in_use(self) -> "TermQuerySet":
        """The terms that editors may choose and visitors may filter by: not retired, in the source language.

        Listings keep the terms of the source language; their translations are looked up for showing.
        """
        return self.in_source_language().filter(retired=False)

    def in_source_language(self) -> "TermQuerySet":
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def merged(self) -> dict[int, int]:
        """Of each term that was merged into another: its id, and the id of that other."""
        return dict(self.exclude(merged_into=None).order_by().values_list("pk", "merged_into_id"))

    def merged_slugs(self) -> dict[str, str]:
        """The same by slugs, in the source language: addresses that people kept go on working."""
        here = self.in_source_language().exclude(merged_into=None)
        return dict(here.order_by().values_list("slug", "merged_into__slug"))


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A word of one vocabulary. It is retired, not deleted, while listings use it."""

    name = models.CharField(max_length=80, help_text="The word that families use. Such as: Short breaks.")
    slug = models.SlugField(max_length=80, help_text="Used in web addresses. Keep it once it is public.")
    summary = models.CharField(max_length=200, blank=True, help_text="What it means, in a line of plain words.")
    order = models.PositiveIntegerField(default=100, help_text="Smaller numbers come first.")
    retired = models.BooleanField(default=False, help_text="No longer offered; listings that have it keep it.")
    merged_into = models.ForeignKey("self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = TermQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("summary"), FieldPanel("order"), FieldPanel("retired")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
        index.FilterField("translation_key"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["order", "name"]
        unique_together = [*TranslatableMixin.Meta.unique_together, ("slug", "locale")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.merged_into_id and not self.retired:
            raise ValidationError({"retired": f"This was merged into “{self.merged_into}”. Use that one."})


class Topic(Term):
    """What help is about, in two levels."""

    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text="Such as: Things to do, for Sport and swimming. Empty for a topic at the top.",
    )

    panels = [*Term.panels[:1], FieldPanel("parent"), *Term.panels[1:]]

    class Meta(Term.Meta):
        verbose_name = "topic"
        verbose_name_plural = "topics"

    def clean(self) -> None:
        super().clean()
        if self.parent_id and (self.parent_id == self.pk or self.parent.parent_id):
            raise ValidationError({"parent": "Topics have two levels. Choose a topic that stands at the top."})
        if self.parent_id and self.pk and self.children.exists():
            raise ValidationError({"parent": "This topic has topics below it. Move those first."})


class Need(Term):
    """The kind of special educational need or disability that a service supports."""

    class Meta(Term.Meta):
        verbose_name = "need"
        verbose_name_plural = "needs"


class AgeStage(Term):
    """A stage of growing up, with its ages in years."""

    minimum_age = models.PositiveSmallIntegerField(
        "from age", validators=[MaxValueValidator(25)], help_text="In whole years. Such as: 5."
    )
    maximum_age = models.PositiveSmallIntegerField(
        "up to age", validators=[MaxValueValidator(25)], help_text="The last age. Such as: 10."
    )

    panels = [*Term.panels, FieldPanel("minimum_age"), FieldPanel("maximum_age")]

    class Meta(Term.Meta):
        verbose_name = "age stage"
        verbose_name_plural = "age stages"

    def clean(self) -> None:
        super().clean()
        if self.minimum_age is not None and self.maximum_age is not None and self.maximum_age < self.minimum_age:
            raise ValidationError({"maximum_age": "The last age is below the first. Swap them."})


class AccessFeature(Term):
    """Something that makes a place usable: step-free entrance, hoist, hearing loop, a first look round."""

    group = models.CharField(
        max_length=11,
        choices=AccessGroup.choices,
        default=AccessGroup.GETTING_IN,
        help_text="The heading under which it stands on a listing.",
    )
    in_filters = models.BooleanField(
        "people can filter by it", default=True, help_text="Choose few: a long list of filters helps nobody."
    )

    panels = [*Term.panels[:1], FieldPanel("group"), *Term.panels[1:], FieldPanel("in_filters")]

    class Meta(Term.Meta):
        verbose_name = "access feature"
        verbose_name_plural = "access features"


class Area(Term):
    """A district of the county, or a part of the country beside it."""

    in_county = models.BooleanField(
        "inside our area", default=True, help_text="What serves the whole county serves this area as well."
    )

    panels = [*Term.panels, FieldPanel("in_county")]

    class Meta(Term.Meta):
        verbose_name = "area"
        verbose_name_plural = "areas"


class Language(Term):
    """A language that the people of a service speak, British Sign Language among them."""

    class Meta(Term.Meta):
        verbose_name = "language"
        verbose_name_plural = "languages"
