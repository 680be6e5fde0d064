"""The rules of the blog. Pure functions; the day is passed in."""

from .changing import change_words, judged, period_words, shown_day, target_words
from .drawing import Chart, Dot, Tick, drawn, sparkline, ticks_for
from .figures import Figure, NotAFigure, Unit, read_number
from .promising import state_on, step_problems
from .reading import LONGEST_NOTE, MOST_ROWS, NotADay, ReadRow, Rows, WrongRow, counted_as, read_day, read_rows

__all__ = [
    "LONGEST_NOTE",
    "MOST_ROWS",
    "Chart",
    "Dot",
    "Figure",
    "NotADay",
    "NotAFigure",
    "ReadRow",
    "Rows",
    "Tick",
    "Unit",
    "WrongRow",
    "change_words",
    "counted_as",
    "drawn",
    "judged",
    "period_words",
    "read_day",
    "read_number",
    "read_rows",
    "shown_day",
    "sparkline",
    "state_on",
    "step_problems",
    "target_words",
    "ticks_for",
]
