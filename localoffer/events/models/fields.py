"""Days of the week in one column, ticked in the editor."""

from typing import Any

from django import forms
from django.db import models

from ..choices import Weekday


def in_order(value: Any) -> str:
    """ "TU,MO" or ["TU", "MO"] as "MO,TU". What is no weekday is left out."""
    given = value.split(",") if isinstance(value, str) else value or []
    return ",".join(day for day in Weekday.values if day in given)


class WeekdaysFormField(forms.MultipleChoiceField):
    """A box to tick for each day; gives "MO,TH"."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> list[str]:
        return [day for day in in_order(value).split(",") if day]

    def clean(self, value: Any) -> str:
        return in_order(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and in_order(initial) != in_order(data)


class WeekdaysField(models.CharField):
    """Days of the week as "MO,TH", always in the order of the week."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", len(",".join(Weekday.values)))
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        # To the database and to migrations it is a plain column of text.
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: Any) -> str:
        return in_order(value)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(in_order(value))

    def formfield(self, **kwargs: Any) -> Any:
        options = {"form_class": WeekdaysFormField, "choices": Weekday.choices} | kwargs
        return models.Field.formfield(self, **options)
