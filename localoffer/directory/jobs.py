"""Scheduled work of the directory."""

from datetime import datetime, timedelta

from localoffer.scheduling.registry import register

from .services import count_completeness


def renew_completeness(now: datetime) -> str:
    """For the editors' list: a listing is less complete once its last check is more than a year old."""
    changed = count_completeness(now)
    return f"{changed} listings are complete to another degree" if changed else ""


register("renew-completeness", every=timedelta(days=1), run=renew_completeness)
