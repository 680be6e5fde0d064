"""Comparing versions in words: Wagtail shows "True", "None" and "MO,TH" for what editors know as yes, nothing and days."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.html import escape
from wagtail.admin.compare import FieldComparison, TextDiff, register_comparison_class

from localoffer.events.choices import Weekday
from localoffer.events.models.fields import WeekdaysField


def in_words(value: Any) -> str:
    """ "Yes", "3 September 2026", "16:00", "12.5"; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return date_format(value, "j E Y")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


class WordsComparison(FieldComparison):
    """Old and new, each in words."""

    def words(self, value: Any) -> str:
        return in_words(value)

    def htmldiff(self) -> str:
        old, new = self.words(self.val_a), self.words(self.val_b)
        if old == new:
            return escape(new)
        return TextDiff([change for change in (("deletion", old), ("addition", new)) if change[1]], separator=" ").to_html()


class WeekdaysComparison(WordsComparison):
    def words(self, value: Any) -> str:
        return ", ".join(str(Weekday(day).label) for day in (value or "").split(",") if day in Weekday.values)


def register() -> None:
    for field in (models.BooleanField, models.DateField, models.TimeField, models.DecimalField, models.IntegerField):
        register_comparison_class(field, comparison_class=WordsComparison)
    register_comparison_class(WeekdaysField, comparison_class=WeekdaysComparison)
