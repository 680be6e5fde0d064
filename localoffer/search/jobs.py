"""Scheduled work of the search: forget what only a few have asked."""

from datetime import datetime, timedelta

from django.utils import timezone

from localoffer.scheduling.registry import register

from .models import UnmetSearch
from .rules import SHOWN_FROM

KEPT_FOR = timedelta(days=400)


def forget_unmet_searches(now: datetime) -> str:
    """Of months that are over, what fewer than five asked goes; of more than 13 months ago, everything."""
    today = timezone.localtime(now).date()
    rare, _ = UnmetSearch.uncounted.filter(month__lt=today.replace(day=1), count__lt=SHOWN_FROM).delete()
    old, _ = UnmetSearch.uncounted.filter(month__lt=today - KEPT_FOR).delete()
    return f"{rare + old} unmet searches forgotten" if rare + old else ""


register("forget-unmet-searches", every=timedelta(days=1), run=forget_unmet_searches)
