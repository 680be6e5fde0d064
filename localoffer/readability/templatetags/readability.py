from typing import Any

from django import template

from localoffer.plainlanguage.checking import Checked
from localoffer.plainlanguage.rules import ENOUGH_WORDS, like_what, over_limits, reading_age

register = template.Library()


@register.simple_tag
def reading(checked: Checked) -> dict[str, Any]:
    """The figures of a checked page in words: its reading age, what else has that age, its limit, and whether it is over it."""
    age = reading_age(checked.figures.grade)
    return {
        "age": age,
        "like": like_what(age),
        "limit_age": reading_age(checked.limits.grade),
        "enough": checked.figures.words >= ENOUGH_WORDS,
        "over": over_limits(checked.figures, checked.limits),
    }
