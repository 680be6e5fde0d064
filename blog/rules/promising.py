"""The rules of promises. Pure functions; the day is passed in."""

from datetime import date

from ..choices import PromiseState, StepKind

BEFORE_IT_WAS_MADE = "This is before the promise was made. Check the day."


def state_on(outcome: str, due_on: date, today: date) -> PromiseState:
    """Where a promise stands: kept or dropped for good, else late from the day after its due date."""
    if outcome:
        return PromiseState(outcome)
    return PromiseState.LATE if due_on < today else PromiseState.ON_TRACK


def step_problems(
    *,
    kind: str,
    day: date,
    words: str,
    new_due: date | None,
    today: date,
    made_on: date,
    due_on: date,
    outcome: str,
    is_public: bool,
) -> dict[str, str]:
    """What stands in the way of writing this step down: sentences by the name of what is wrong
    ("kind", "day", "words", "new_due"); {} when nothing does."""
    if not is_public:
        return {"kind": "Show the promise on the site first. Until then, change it as you like."}
    problems = {"kind": _kind_problem(kind, outcome), "new_due": _due_problem(kind, new_due, due_on, made_on)}
    if not words.strip():
        problems["words"] = "Say in plain words what happened, or why."
    if day > today:
        problems["day"] = "This day is still to come. Write down what has happened."
    elif day < made_on:
        problems["day"] = BEFORE_IT_WAS_MADE
    return {name: sentence for name, sentence in problems.items() if sentence}


def _kind_problem(kind: str, outcome: str) -> str:
    if kind not in StepKind.values:
        return "Choose what happened."
    if kind == StepKind.REOPENED and not outcome:
        return "This promise is open already."
    if kind in (StepKind.KEPT, StepKind.DROPPED, StepKind.NEW_DATE) and outcome:
        return "This promise has ended. Open it again first."
    return ""


def _due_problem(kind: str, new_due: date | None, due_on: date, made_on: date) -> str:
    if kind != StepKind.NEW_DATE:
        return "A new date belongs to “The date changed” only." if new_due else ""
    if new_due is None or new_due == due_on:
        return "Give the new date, other than the one that there is."
    return BEFORE_IT_WAS_MADE if new_due < made_on else ""
