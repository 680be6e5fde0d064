"""Times of something, for other apps to take up: each makes its own table with a ParentalKey (and a place)."""

from datetime import time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from ..choices import During, Freq, WeekOfMonth
from ..rules import Closed, Pattern, planned_days
from ..words import in_words
from .fields import WeekdaysField, in_order

LONGEST_INTERVAL = 12


class Schedule(models.Model):
    """One row of times. Open Referral: schedule. freq (ONCE is a WEEKLY schedule of one day), interval,
    weekdays = byday (monthly: with week_of_month before it, "1MO", "-1FR"), starts_on = dtstart and valid_from,
    ends_on = until and valid_to, opens_at, closes_at, note = notes. Of our own: during, on_bank_holidays, quieter.
    """

    freq = models.CharField("how often", max_length=7, choices=Freq.choices, default=Freq.WEEKLY)
    interval = models.PositiveSmallIntegerField(
        "every",
        default=1,
        validators=[
            MinValueValidator(1, "Write 1 for each week or month, 2 for every other."),
            MaxValueValidator(LONGEST_INTERVAL, f"Write a number up to {LONGEST_INTERVAL}."),
        ],
        help_text="1 is each week or month, 2 is every other.",
    )
    weekdays = WeekdaysField("on", blank=True)
    week_of_month = models.SmallIntegerField(
        "of the month",
        choices=WeekOfMonth.choices,
        null=True,
        blank=True,
        help_text="By the month only: first Monday, last Friday.",
    )
    starts_on = models.DateField(
        "date, or first date", null=True, blank=True, help_text="Needed for one date, and to know which weeks count."
    )
    ends_on = models.DateField("last date", null=True, blank=True)
    opens_at = models.TimeField("from", null=True, blank=True, help_text="Such as 9:30 or 16:00. Empty: not known.")
    closes_at = models.TimeField("until", null=True, blank=True, help_text="Write 0:00 for midnight.")
    during = models.CharField("time of year", max_length=8, choices=During.choices, default=During.ALL_YEAR)
    on_bank_holidays = models.BooleanField("also on bank holidays", default=False)
    quieter = models.BooleanField("a quieter session, or one for children with SEND only", default=False)
    note = models.CharField(max_length=160, blank=True, help_text="Such as: ages 8 to 12; the hall is booked by name.")

    panels = [
        FieldRowPanel([FieldPanel("freq"), FieldPanel("interval"), FieldPanel("week_of_month")]),
        FieldPanel("weekdays"),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        MultiFieldPanel([FieldPanel("during"), FieldPanel("on_bank_holidays"), FieldPanel("quieter"), FieldPanel("note")]),
    ]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return in_words(self.pattern) or "Times that are not complete"

    def clean(self) -> None:
        super().clean()
        errors = (self._once_errors() if self.freq == Freq.ONCE else self._repeating_errors()) | self._time_errors()
        if errors:
            raise ValidationError(errors)

    def _once_errors(self) -> dict[str, str]:
        errors = {}
        if not self.starts_on:
            errors["starts_on"] = "Fill in the date."
        if self.ends_on and self.ends_on != self.starts_on:
            errors["ends_on"] = "One date has no last date. Leave this empty, or choose by the week."
        return errors

    def _repeating_errors(self) -> dict[str, str]:
        errors = {}
        if not self.weekdays:
            errors["weekdays"] = "Tick the days that it is on."
        if self.freq == Freq.MONTHLY and not self.week_of_month:
            errors["week_of_month"] = "Say which one of the month: the first, the second, the last."
        if (self.interval or 1) > 1 and not self.starts_on:
            errors["starts_on"] = "Fill in the first date, so that we know which weeks or months count."
        if self.starts_on and self.ends_on and not errors:
            if self.ends_on < self.starts_on:
                errors["ends_on"] = "The last date is before the first. Check both."
            elif self.pattern.is_complete and next(planned_days(self.pattern, self.starts_on, self.ends_on), None) is None:
                errors["ends_on"] = "None of those days falls between the first date and the last. Check the days and the dates."
        return errors

    def _time_errors(self) -> dict[str, str]:
        if self.closes_at is None:
            return {}
        if self.opens_at is None:
            return {"opens_at": "Fill in when it starts too, or leave both times empty."}
        if self.closes_at <= self.opens_at and self.closes_at != time(0):
            return {
                "closes_at": "It would end before it starts. Write 5pm as 17:00. "
                "Past midnight takes two rows: one until 0:00, and one from 0:00 on the next day."
            }
        return {}

    @property
    def pattern(self) -> Pattern:
        """The same for the rules."""
        return Pattern(
            freq=self.freq,
            interval=1 if self.interval is None else self.interval,
            weekdays=tuple(day for day in in_order(self.weekdays).split(",") if day),
            week_of_month=self.week_of_month,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            opens=self.opens_at,
            closes=self.closes_at,
            during=self.during,
            on_bank_holidays=self.on_bank_holidays,
            quieter=self.quieter,
        )


class ClosedDates(models.Model):
    """Days, both included, on which it is closed all the same. Open Referral: schedule with valid_from, valid_to."""

    first_day = models.DateField("closed from")
    last_day = models.DateField("closed until, the last day")
    note = models.CharField(max_length=160, blank=True, help_text="Why, for the public. Such as: the hall is painted.")

    panels = [FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]), FieldPanel("note")]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": "It would open again before it closes. Check both days."})

    @property
    def closed(self) -> Closed:
        """The same for the rules."""
        return Closed(self.first_day, self.last_day)
