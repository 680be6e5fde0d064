"""The bars of a chart: what they say and how long they are."""

from decimal import Decimal

import pytest

from localoffer.blocks.charts import bars, shown_value


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("78.8", "percent", "78.8%"),
        ("40.0", "percent", "40%"),
        ("1204", "number", "1,204"),
        ("1200", "number", "1,200"),
        ("1000000", "number", "1,000,000"),
        ("9", "days", "9 days"),
        ("0", "number", "0"),
        ("-3.50", "number", "-3.5"),
        ("3", "unknown", "3"),
    ],
)
def test_a_value_is_shown_as_people_read_it(value: str, unit: str, shown: str) -> None:
    assert shown_value(Decimal(value), unit) == shown


def lengths(unit: str, *values: object) -> list[str]:
    return [bar.length for bar in bars([{"label": "A", "value": value} for value in values], unit)]


def test_percentages_are_drawn_of_a_hundred() -> None:
    assert lengths("percent", 40, Decimal("20.5"), 100, 0) == ["40.0", "20.5", "100.0", "0.0"]


def test_percentages_above_a_hundred_are_drawn_of_the_largest() -> None:
    assert lengths("percent", 200, 100) == ["100.0", "50.0"]


@pytest.mark.parametrize("unit", ["number", "days"])
def test_other_units_are_drawn_of_the_largest(unit: str) -> None:
    assert lengths(unit, 250, 50, "125") == ["100.0", "20.0", "50.0"]


def test_nothing_and_less_than_nothing_are_drawn_as_nothing() -> None:
    assert [float(length) for length in lengths("number", 0, 0)] == [0, 0]
    assert [float(length) for length in lengths("number", -5)] == [0]
    assert lengths("number", -5, 10) == ["0.0", "100.0"]


def test_a_row_that_is_unfinished_is_drawn_as_nothing() -> None:
    [bar] = bars([{"label": None, "value": None, "note": None}], "number")
    assert (bar.label, bar.shown, float(bar.length), bar.note) == ("", "0", 0, "")


def test_a_bar_keeps_its_words_and_its_note() -> None:
    [bar] = bars([{"label": "September 2024", "value": "40", "note": "All plans"}], "percent")
    assert (bar.label, bar.shown, bar.note) == ("September 2024", "40%", "All plans")


def test_no_rows_make_no_bars() -> None:
    assert bars([], "percent") == []
