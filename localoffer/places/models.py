"""The gazetteer: names and postcodes with their positions."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from . import rules
from .choices import NAMED, Kind, Source
from .querysets import PlaceQuerySet


class Place(models.Model):
    """A town, a village, or a postcode or its beginning. A whole country has 1.7 million rows, so they are kept small.

    The unique index serves all reads: by kind and key, and by kind alone for what is near, since places with a name and
    postcode districts are a few thousand.
    """

    name = models.CharField(max_length=60)
    key = models.CharField(max_length=60, editable=False)
    kind = models.PositiveSmallIntegerField(choices=Kind.choices, default=Kind.VILLAGE)
    latitude = models.FloatField(help_text="Such as 51.671.", validators=[MinValueValidator(49.0), MaxValueValidator(61.0)])
    longitude = models.FloatField(
        help_text="Such as -1.283. West of Greenwich it begins with a minus.",
        validators=[MinValueValidator(-9.0), MaxValueValidator(2.0)],
    )
    area = models.SlugField(
        "local district",
        max_length=50,
        blank=True,
        db_index=False,
        help_text="The slug of one of the directory’s areas, such as vale-of-white-horse. Empty when not known.",
    )
    inside = models.BooleanField("in our area", default=True)
    source = models.PositiveSmallIntegerField(choices=Source.choices, default=Source.EDITED, editable=False)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key", "area"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "area", "source"], name="place_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = rules.folded(self.name) if self.kind in NAMED else rules.key_of_postcode(self.name)
        super().save(*args, **kwargs)

    @property
    def position(self) -> rules.Position:
        return rules.Position(self.latitude, self.longitude)
