"""A figure, its unit, and what people type for it."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

MOST_DIGITS = 10  # before the point
MOST_DECIMALS = 4
PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
MINUS = "-−–"


@dataclass(frozen=True)
class Figure:
    """What was counted on a day."""

    day: date
    value: Decimal
    note: str = ""


class NotAFigure(Exception):
    """What was typed cannot be read as a figure of this unit; the words say why."""


@dataclass(frozen=True)
class Unit:
    """What a measure counts: "%", "days", "children", "£", "£ million", or "". ``one`` is the word for a single one."""

    many: str
    one: str = ""

    def shown(self, value: Decimal) -> str:
        """The figure as people read it, without needless zeros: "78.8%", "1,204", "1 day", "£84.2 million"."""
        sign = "−" if value < 0 else ""
        number = f"{abs(value).normalize():,f}"
        if self.many.startswith("£"):
            rest = self.many.removeprefix("£").strip()
            return f"{sign}£{number} {rest}".strip()
        if self.many == "%":
            return f"{sign}{number}%"
        word = self.one if abs(value) == 1 and self.one else self.many
        return f"{sign}{number} {word}".strip()

    def short(self, value: Decimal) -> str:
        """The same for the edge of a chart, where there is little room: words are left out."""
        return Unit(self.many if self.many == "%" else self.many[:1] if self.many.startswith("£") else "").shown(value)


def read_number(typed: str, unit: Unit) -> Decimal:
    """The figure that somebody typed: "1,234", "40%", "40 %", "£84.2", "9 days". Raises NotAFigure."""
    words = " ".join(typed.split())
    if not words:
        raise NotAFigure(_("There is no figure."))
    number = _without_unit(words, unit)
    minus = number[:1] in MINUS and len(number) > 1
    number = number[1:].strip() if minus else number
    if number.startswith("£"):
        number = number[1:].strip()
    if DECIMAL_COMMA.fullmatch(number):
        raise NotAFigure(
            _("We cannot tell what “%(typed)s” is. Write the decimal with a point: %(better)s.")
            % {"typed": _cut(typed), "better": number.replace(",", ".")}
        )
    if not (PLAIN.fullmatch(number) or THOUSANDS.fullmatch(number)):
        raise NotAFigure(_("“%(typed)s” is not a number.") % {"typed": _cut(typed)})
    whole, _point, decimals = number.replace(",", "").partition(".")
    if len(whole.lstrip("0")) > MOST_DIGITS:
        raise NotAFigure(_("“%(typed)s” is too large. A figure has 10 digits at most.") % {"typed": _cut(typed)})
    if len(decimals.rstrip("0")) > MOST_DECIMALS:
        raise NotAFigure(_("“%(typed)s” has more than 4 decimals. Round it.") % {"typed": _cut(typed)})
    value = Decimal(f"{whole or '0'}.{decimals.rstrip('0') or '0'}")
    return -value if minus else value


def _without_unit(words: str, unit: Unit) -> str:
    """The number alone. Raises NotAFigure for the sign of another unit."""
    if words.endswith("%") and unit.many != "%":
        raise NotAFigure(_("“%(typed)s” is a percentage, and this measure is not in percent.") % {"typed": _cut(words)})
    if "£" in words and not unit.many.startswith("£"):
        raise NotAFigure(_("“%(typed)s” is money, and this measure is not in pounds.") % {"typed": _cut(words)})
    endings = ("%", "per cent", "percent") if unit.many == "%" else (unit.many.removeprefix("£").strip(), unit.one)
    for ending in endings:
        if ending and words.lower().endswith(ending.lower()):
            return words[: -len(ending)].strip()
    return words


def _cut(typed: str) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
