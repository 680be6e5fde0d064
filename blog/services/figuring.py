"""Writing the figures of a measure: all that somebody sent, or nothing."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from ..models import Measure, MeasurePoint
from ..rules import Figure, shown_day

MOST_IN_THE_LOG = 50
CHANGED_MEANWHILE = "Somebody changed these figures while you looked. Look again at what will change now."


class FiguresChanged(Exception):
    """The figures are no longer those for which somebody said yes. Nothing was written."""

    def __init__(self) -> None:
        super().__init__(CHANGED_MEANWHILE)


@dataclass(frozen=True)
class Plan:
    """What writing these figures would do. Of what changes, what there was before as well."""

    added: list[Figure] = field(default_factory=list)
    changed: list[tuple[Figure, Figure]] = field(default_factory=list)
    removed: list[Figure] = field(default_factory=list)
    same: int = 0
    left: int = 0  # figures of other days, which stay as they are

    @property
    def does_something(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def number(self) -> int:
        """How many figures it writes."""
        return len(self.added) + len(self.changed)

    @property
    def mark(self) -> str:
        """The same for plans that do the same."""
        return hashlib.sha256(repr((self.added, self.changed, self.removed)).encode()).hexdigest()


def plan_of(measure: Measure, figures: Iterable[Figure], without: Iterable[date] = ()) -> Plan:
    """What it would do to put these figures in, and to take out those of the days ``without``; nothing is written."""
    there = {point.day: point.figure for point in measure.points.all()}
    added, changed, same, told = [], [], 0, set()
    for figure in sorted(figures, key=lambda one: one.day):
        before = there.get(figure.day)
        told.add(figure.day)
        if before is None:
            added.append(Figure(figure.day, figure.value.normalize(), figure.note))
        elif (before.value, before.note) == (figure.value, figure.note):
            same += 1
        else:
            changed.append((before, figure))
    removed = [there[day] for day in sorted(set(without) - told) if day in there]
    left = len(there.keys() - told) - len(removed)
    return Plan(added, changed, removed, same, left)


@transaction.atomic
def write_figures(
    measure: Measure, figures: Iterable[Figure], *, user: Any, without: Iterable[date] = (), mark: str | None = None
) -> Plan:
    """Puts the figures in and takes out those of the days ``without``, all or nothing, and logs it.

    Raises FiguresChanged when this is not the plan with that mark.
    """
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    plan = plan_of(measure, figures, without)
    if mark is not None and plan.mark != mark:
        raise FiguresChanged
    if not plan.does_something:
        return plan
    measure.points.filter(day__in=[figure.day for figure in plan.removed]).delete()
    MeasurePoint.objects.bulk_create(_point(measure, figure) for figure in plan.added)
    points = {point.day: point for point in measure.points.all()} if plan.changed else {}
    for _, after in plan.changed:
        points[after.day].value, points[after.day].note = after.value, after.note
    touched = [points[after.day] for _, after in plan.changed]
    MeasurePoint.objects.bulk_update(touched, ["value", "note"], batch_size=200)
    log(instance=measure, action="blog.figures", user=user, data=_told(measure, plan))
    return plan


def _point(measure: Measure, figure: Figure) -> MeasurePoint:
    return MeasurePoint(measure=measure, day=figure.day, value=figure.value, note=figure.note)


def _told(measure: Measure, plan: Plan) -> dict[str, Any]:
    """What the log keeps: how many, and of those that changed or went what they were."""

    def said(figure: Figure) -> str:
        return f"{shown_day(figure.day, measure.dates_as)}: {measure.shown(figure.value)}"

    changes = [f"{said(before)} became {measure.shown(after.value)}" for before, after in plan.changed]
    changes += [f"{said(figure)} was taken out" for figure in plan.removed]
    return {
        "added": len(plan.added),
        "changed": len(plan.changed),
        "removed": len(plan.removed),
        "changes": changes[:MOST_IN_THE_LOG],
    }
