"""The geometry of a line chart that is drawn on the server: all lengths in percent of the drawing, from its top left.

The line is drawn in a box of its own of 1000 by 1000, which is stretched; words are not stretched, so that they keep
the size of the page's text at every width.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from .figures import Figure, Unit

BOX = 1000
LEFT, RIGHT, TOP, BOTTOM = 15.0, 96.0, 12.0, 86.0  # of the drawing, in percent: where the box stands
MOST_DRAWN = 300  # figures; more would be closer than a pixel
MOST_WITH_DOTS = 24
MOST_WITH_WORDS = 4
PERCENT = 100
SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 120.0, 32.0, 4.0
WANTED_STEPS = 4
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Tick:
    y: str
    label: str


@dataclass(frozen=True)
class Dot:
    """A figure on the line; with its words where there is room. ``side`` is where the words stand: start, middle, end."""

    x: str
    y: str
    label: str = ""
    label_y: str = ""
    side: str = "middle"


@dataclass(frozen=True)
class Chart:
    """``line`` is for the stretched box, the rest for the drawing. ``target`` is where the line of the target stands."""

    line: str
    dots: list[Dot]
    ticks: list[Tick]
    target: str
    thinned: bool


def drawn(figures: Sequence[Figure], unit: Unit, target: Decimal | None = None) -> Chart | None:
    """The chart of these figures, the oldest first; None where there is none."""
    if not figures:
        return None
    values = [float(figure.value) for figure in figures] + ([float(target)] if target is not None else [])
    ticks = ticks_for(min(values), max(values), is_percent=unit.many == "%")
    low, high = ticks[0], ticks[-1]
    first, span = figures[0].day.toordinal(), figures[-1].day.toordinal() - figures[0].day.toordinal()

    def across(figure: Figure) -> float:
        return (figure.day.toordinal() - first) / span if span else 0.5

    def down(value: float) -> float:
        return (high - value) / (high - low)

    def y(value: float) -> str:
        return f"{TOP + down(value) * (BOTTOM - TOP):.2f}"

    kept = thinned(figures)
    worded = set(range(len(kept))) if len(kept) <= MOST_WITH_WORDS else {0, len(kept) - 1}
    dots = [
        Dot(
            x=f"{LEFT + across(figure) * (RIGHT - LEFT):.2f}",
            y=y(float(figure.value)),
            label=unit.short(figure.value) if place in worded else "",
            side="middle" if len(kept) == 1 or 0 < place < len(kept) - 1 else "end" if place else "start",
        )
        for place, figure in enumerate(kept)
        if len(kept) <= MOST_WITH_DOTS or place in worded
    ]
    return Chart(
        line=" ".join(f"{across(figure) * BOX:.1f},{down(float(figure.value)) * BOX:.1f}" for figure in kept),
        dots=dots,
        ticks=[Tick(y(tick), unit.short(Decimal(f"{tick:.6f}"))) for tick in ticks],
        target=y(float(target)) if target is not None else "",
        thinned=len(kept) < len(figures),
    )


def thinned(figures: Sequence[Figure]) -> list[Figure]:
    """At most MOST_DRAWN of them, with the first, the last, and the lowest and highest of each stretch between."""
    if len(figures) <= MOST_DRAWN:
        return list(figures)
    inner, stretches = figures[1:-1], (MOST_DRAWN - 2) // 2
    kept = [figures[0]]
    for number in range(stretches):
        stretch = inner[number * len(inner) // stretches : (number + 1) * len(inner) // stretches]
        ends = {min(stretch, key=lambda one: one.value), max(stretch, key=lambda one: one.value)}
        kept += sorted(ends, key=lambda one: one.day)
    return [*kept, figures[-1]]


def ticks_for(low: float, high: float, *, is_percent: bool = False) -> list[float]:
    """Round numbers at equal steps around the figures. Zero is always among them, so that no change looks larger than it is;
    percentages end at 100, unless a figure is above."""
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = 1.0
    step = _nice((high - low) / WANTED_STEPS)
    bottom, top = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    if is_percent and high <= PERCENT:
        top = min(top, ceil(PERCENT / step - 1e-9))
    return [number * step for number in range(bottom, top + 1)]


def _nice(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(nice * power for nice in NICE if nice * power >= least * 0.999)


def sparkline(figures: Sequence[Figure]) -> tuple[str, str, str]:
    """The points of a small line without numbers, and where its last dot stands (x, y); from the lowest figure to the highest."""
    if not figures:
        return "", "", ""
    values = [float(figure.value) for figure in figures]
    low, spread = min(values), max(values) - min(values)
    first, span = figures[0].day.toordinal(), figures[-1].day.toordinal() - figures[0].day.toordinal()
    places = []
    for figure, value in zip(figures, values, strict=True):
        across = (figure.day.toordinal() - first) / span if span else 1.0
        down = 1 - (value - low) / spread if spread else 0.5
        places.append(
            (
                f"{SPARK_EDGE + across * (SPARK_WIDTH - 2 * SPARK_EDGE):.1f}",
                f"{SPARK_EDGE + down * (SPARK_HEIGHT - 2 * SPARK_EDGE):.1f}",
            )
        )
    return " ".join(f"{x},{y}" for x, y in places), *places[-1]
