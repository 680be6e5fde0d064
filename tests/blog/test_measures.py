"""The rules of measures: what a change is called, how a chart is drawn, and what is read of a table."""

from datetime import date
from decimal import Decimal

import pytest

from blog.rules import (
    MOST_ROWS,
    Figure,
    NotADay,
    NotAFigure,
    Unit,
    change_words,
    drawn,
    read_day,
    read_number,
    read_rows,
    target_words,
    ticks_for,
)

TODAY = date(2026, 11, 22)
PERCENT = Unit("%")


def words(
    old: str, new: str, direction: str, unit: Unit = PERCENT, days: tuple[date, date] | None = None, dates_as: str = "day"
) -> str:
    first, last = days or (date(2024, 9, 1), date(2024, 12, 1))
    return change_words(
        Figure(first, Decimal(old)), Figure(last, Decimal(new)), unit=unit, direction=direction, dates_as=dates_as
    )


@pytest.mark.parametrize(
    ("old", "new", "direction", "said"),
    [
        ("40", "20", "higher", "Down from 40% to 20% in three months: worse"),
        ("40", "20", "lower", "Down from 40% to 20% in three months: better"),
        ("40", "20", "neither", "Down from 40% to 20% in three months"),
        ("21", "44", "higher", "Up from 21% to 44% in three months: better"),
        ("21", "44", "lower", "Up from 21% to 44% in three months: worse"),
        ("21", "44", "neither", "Up from 21% to 44% in three months"),
        ("20", "20.0", "lower", "No change in three months: still 20%"),
    ],
)
def test_a_change_is_said_in_words_with_what_it_means(old: str, new: str, direction: str, said: str) -> None:
    assert words(old, new, direction) == said


@pytest.mark.parametrize(
    ("first", "last", "dates_as", "period"),
    [
        (date(2026, 11, 2), date(2026, 11, 3), "day", "one day"),
        (date(2026, 11, 2), date(2026, 11, 15), "day", "13 days"),
        (date(2026, 11, 2), date(2026, 11, 16), "day", "two weeks"),
        (date(2026, 11, 2), date(2026, 12, 2), "day", "one month"),
        (date(2026, 1, 31), date(2026, 2, 28), "day", "one month"),
        (date(2026, 1, 3), date(2026, 4, 1), "day", "about three months"),
        (date(2024, 9, 1), date(2025, 9, 1), "day", "one year"),
        (date(2023, 7, 1), date(2024, 11, 1), "month", "16 months"),
        (date(2023, 7, 1), date(2025, 8, 1), "month", "two years and one month"),
        (date(2021, 1, 1), date(2024, 1, 1), "year", "three years"),
    ],
)
def test_a_period_is_as_exact_as_its_dates(first: date, last: date, dates_as: str, period: str) -> None:
    assert words("1", "2", "higher", days=(first, last), dates_as=dates_as) == f"Up from 1% to 2% in {period}: better"


def test_units_stand_as_people_say_them() -> None:
    assert words("30", "1", "lower", Unit("days", "day")) == "Down from 30 days to 1 day in three months: better"
    assert words("1204", "7", "lower", Unit("children")).startswith("Down from 1,204 children to 7 children")
    assert words("55.8", "84.2", "lower", Unit("£ million")).startswith("Up from £55.8 million to £84.2 million")


@pytest.mark.parametrize(
    ("latest", "direction", "is_reached"),
    [("60", "higher", True), ("59.9", "higher", False), ("60", "lower", True), ("61", "lower", False)],
)
def test_a_target_is_reached_from_its_own_figure_on(latest: str, direction: str, is_reached: bool) -> None:
    said = target_words(Decimal(latest), Decimal(60), unit=PERCENT, direction=direction)
    assert said == f"Target: 60%. It is {'' if is_reached else 'not '}reached."


@pytest.mark.parametrize(
    "typed",
    ["3 November 2026", "3rd Nov 2026", "03/11/2026", "3/11/26", "3.11.2026", "2026-11-03", "2026-11-03 00:00:00", "03-Nov-26"],
)
def test_british_dates_are_known(typed: str) -> None:
    assert read_day(typed, today=TODAY) == date(2026, 11, 3)


def test_a_month_and_a_year_stand_for_their_first_day() -> None:
    for typed in ("Nov 2026", "November 2026", "Nov-26", "11/2026", "2026-11"):
        assert read_day(typed, today=TODAY) == date(2026, 11, 1)
    assert read_day("2026", today=TODAY) == date(2026, 1, 1)
    assert read_day("Sept 2024", today=TODAY) == date(2024, 9, 1)
    assert read_day("15 September 2024", today=TODAY, dates_as="month") == date(2024, 9, 1)


@pytest.mark.parametrize(
    "typed", ["", "11/23/2026", "30 February 2026", "soon", "23/11/2026", "1/1/1989", "26-Nov", "٣/١١/٢٠٢٦", "99999"]
)
def test_what_is_no_day_or_still_to_come_is_refused(typed: str) -> None:
    with pytest.raises(NotADay):
        read_day(typed, today=TODAY)
    assert read_day("22/11/2026", today=TODAY) == TODAY


def test_numbers_are_read_as_they_are_typed() -> None:
    assert [read_number(typed, PERCENT) for typed in ("40", "40%", "40 %", "40 per cent", "40.50", "-3", "−3")] == [
        Decimal(number) for number in ("40", "40", "40", "40", "40.5", "-3", "-3")
    ]
    assert read_number("1,234", Unit("children")) == read_number("1234 children", Unit("children")) == 1234
    assert read_number("£84.2 million", Unit("£ million")) == Decimal("84.2")


@pytest.mark.parametrize("typed", ["", "n/a", "forty", "40,5", "1,23", "1e400", "NaN", "12345678901", "0.12345", "£5", "4 0"])
def test_what_is_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(NotAFigure):
        read_number(typed, PERCENT)
    with pytest.raises(NotAFigure):
        read_number("40%", Unit("days"))


@pytest.mark.parametrize("between", ["\t", ";", ","])
def test_a_table_is_read_with_any_of_three_signs_between(between: str) -> None:
    text = "\r\n".join(
        between.join(row) for row in (("Month", "% in time"), ("Sept 2024", "40%", "First"), (), ("Dec 2024", "20"))
    )
    rows = read_rows(text, unit=PERCENT, today=TODAY)
    assert (rows.wrong, rows.headings) == ([], "Month, % in time")
    assert [(row.number, row.figure.value, row.figure.note) for row in rows.right] == [(2, 40, "First"), (4, 20, "")]


def test_each_wrong_row_is_named_with_its_number_and_why() -> None:
    text = '1/9/2024,40\n1/10/2024,about 30\n1/9/2024,41\n1/11/2024\n1/12/2024,1,234\n1/1/2025,5,a,b\n2/1/2025,"1,234"'
    rows = read_rows(text, unit=Unit("children"), today=TODAY)
    assert [row.number for row in rows.wrong] == [2, 3, 4, 5, 6]
    for row, part in zip(
        rows.wrong,
        ["not a number", "row 1 already", "only one column", "without the comma: 1234", "more than three"],
        strict=True,
    ):
        assert part in row.why
    assert [row.figure.value for row in rows.right] == [40, 1234]


def test_as_many_rows_as_are_allowed_are_read_and_not_one_more() -> None:
    lines = ["1/1/2020,1"] * MOST_ROWS
    assert not read_rows("\n".join(lines), unit=PERCENT, today=TODAY).too_many
    assert read_rows("\n".join([*lines, "1/1/2021,1"]), unit=PERCENT, today=TODAY).too_many


@pytest.mark.parametrize("values", [["0"], ["0", "0"], ["-5", "5"], ["9999999999", "0.0001"], ["100", "99.9"], ["250", "44"]])
def test_a_chart_holds_every_figure_between_its_lowest_and_highest_line(values: list[str]) -> None:
    figures = [Figure(date(2026, 1, 1 + place), Decimal(value)) for place, value in enumerate(values)]
    chart = drawn(figures, PERCENT, Decimal(50))
    assert chart is not None
    heights = [float(tick.y) for tick in chart.ticks]
    assert all(min(heights) <= float(dot.y) <= max(heights) for dot in chart.dots)
    assert len(chart.ticks) <= 8


def test_zero_is_on_the_chart_and_percentages_end_at_a_hundred() -> None:
    assert ticks_for(78.4, 78.8, is_percent=True) == [0, 20, 40, 60, 80]
    assert ticks_for(0, 100, is_percent=True)[-1] == 100


def test_five_thousand_figures_are_drawn_with_few_points_and_none_of_the_extremes_is_lost() -> None:
    figures = [Figure(date.fromordinal(730000 + day), Decimal(99 if day == 777 else day % 7)) for day in range(5000)]
    chart = drawn(figures, Unit("days"))
    assert chart is not None
    assert chart.thinned
    assert len(chart.line.split()) <= 300
    assert min(float(point.split(",")[1]) for point in chart.line.split()) < 20
