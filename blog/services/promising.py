"""What happens to promises after they were made."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from ..choices import StepKind
from ..models import Promise, PromiseStep
from ..rules import step_problems


class PromiseRefused(Exception):
    """A step that may not be written down; ``problems`` holds the sentences by the name of what is wrong."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


@dataclass(frozen=True)
class Told:
    """What somebody writes down of a promise. ``new_due`` only where the date changes."""

    kind: str
    day: date
    words: str
    new_due: date | None = None


def problems_of(promise: Promise, told: Told, today: date) -> dict[str, str]:
    """What stands in the way, as ``rules.step_problems`` says it."""
    return step_problems(
        kind=told.kind,
        day=told.day,
        words=told.words,
        new_due=told.new_due,
        today=today,
        made_on=promise.made_on,
        due_on=promise.due_on,
        outcome=promise.outcome,
        is_public=promise.is_public,
    )


@transaction.atomic
def add_step(promise: Promise, told: Told, *, user: Any, today: date) -> PromiseStep:
    """Writes the step down, and what follows from it on the promise. Raises PromiseRefused and writes nothing."""
    promise = Promise.objects.select_for_update().get(pk=promise.pk)
    if problems := problems_of(promise, told, today):
        raise PromiseRefused(problems)
    moved = told.kind == StepKind.NEW_DATE
    step = PromiseStep.objects.create(
        promise=promise,
        kind=told.kind,
        day=told.day,
        words=told.words.strip(),
        old_due=promise.due_on if moved else None,
        new_due=told.new_due,
        recorded_by=user,
    )
    follows: dict[str, Any] = {}
    if moved:
        follows = {"due_on": told.new_due}
    elif told.kind in (StepKind.KEPT, StepKind.DROPPED):
        follows = {"outcome": told.kind, "ended_on": told.day, "reason": step.words}
    elif told.kind == StepKind.REOPENED:
        follows = {"outcome": "", "ended_on": None, "reason": ""}
    if follows:
        Promise.objects.filter(pk=promise.pk).follow_a_step(**follows)
    return step
