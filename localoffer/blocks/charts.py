"""The geometry and the words of a bar chart that is drawn on the server."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

UNITS = {"percent": "%", "number": "", "days": " days"}
PERCENT = Decimal(100)


@dataclass(frozen=True)
class Bar:
    """One row: its words, its value as people read it, and its length in percent of the longest possible."""

    label: str
    shown: str
    length: str
    note: str


def shown_value(value: Decimal, unit: str) -> str:
    """The value as people read it, without needless zeros: "78.8%", "1,204", "9 days"."""
    number = f"{value.normalize():,f}"
    return f"{number}{UNITS.get(unit, '')}"


def bars(rows: Iterable[Mapping[str, Any]], unit: str) -> list[Bar]:
    """One bar a row. Percentages are drawn of 100, other units of the largest value; below zero is drawn as nothing."""
    values = [(row, Decimal(str(row.get("value") or 0))) for row in rows]
    whole = max([value for _, value in values] + [PERCENT if unit == "percent" else Decimal(0)], default=Decimal(0))
    return [
        Bar(
            label=str(row.get("label") or ""),
            shown=shown_value(value, unit),
            length=f"{max(value, Decimal(0)) / whole * 100:.1f}" if whole else "0",
            note=str(row.get("note") or ""),
        )
        for row, value in values
    ]
