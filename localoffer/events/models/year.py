"""What the site keeps of the year: school terms and bank holidays."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ..querysets import SchoolTermQuerySet


class SchoolTerm(models.Model):
    """A school term of the county, or one half of it. The days between two terms are school holidays."""

    name = models.CharField(max_length=80, help_text="Such as: Autumn term, first half, 2026.")
    first_day = models.DateField()
    last_day = models.DateField()

    objects = SchoolTermQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")])]

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="term_ends_after_it_begins",
                violation_error_message="The term would end before it begins. Check both days.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if not (self.first_day and self.last_day):
            return
        if self.last_day < self.first_day:
            raise ValidationError({"last_day": "The term would end before it begins. Check both days."})
        if other := SchoolTerm.objects.exclude(pk=self.pk).touching(self.first_day, self.last_day).first():
            raise ValidationError(
                f"These days run into “{other}”, {other.first_day:%-d %B %Y} to {other.last_day:%-d %B %Y}. "
                "Check the days of both."
            )


class BankHoliday(models.Model):
    """A day on which most services are closed. The site fills in those of England by itself."""

    day = models.DateField(unique=True, error_messages={"unique": "That day is in the list already."})
    name = models.CharField(max_length=80)

    panels = [FieldRowPanel([FieldPanel("day"), FieldPanel("name")])]

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.name}, {self.day:%-d %B %Y}" if self.day else self.name
