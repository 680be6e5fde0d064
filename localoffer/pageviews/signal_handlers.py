"""Page views are written after an answer has gone out, and when a process ends."""

import atexit
from time import monotonic
from typing import Any

from django.core.signals import request_finished

from .services import tally


def write_when_due(**kwargs: Any) -> None:
    clock = monotonic()
    if tally.is_due(clock):
        tally.write(clock)


def write_the_rest() -> None:
    """A worker that is told to stop still writes what it counted; one that is killed loses it."""
    if tally.waiting:
        tally.write(monotonic())


def connect() -> None:
    request_finished.connect(write_when_due, dispatch_uid="pageviews")
    atexit.register(write_the_rest)
