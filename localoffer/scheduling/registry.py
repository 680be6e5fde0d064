"""The one list of work that is done again and again by `manage.py run_scheduled`.

An app registers a job in its ``AppConfig.ready``::

    register("publish", every=timedelta(minutes=1), run=publish_due_pages)

A job takes the present moment and returns a sentence that says what it did ("" for nothing).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

Work = Callable[[datetime], str]


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Work


_jobs: dict[str, Job] = {}


def register(name: str, *, every: timedelta, run: Work) -> None:
    """Adds a job, to be run at most once in ``every``. Raises ValueError for a name taken by other work."""
    if name in _jobs and _jobs[name].run is not run:
        raise ValueError(f"Two jobs are called {name}.")
    _jobs[name] = Job(name, every, run)


def all_jobs() -> list[Job]:
    return list(_jobs.values())
