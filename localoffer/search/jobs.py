"""Scheduled work of the search: forget what only a few have asked."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from localoffer.scheduling.registry import register

from .models import UnmetOnDay, UnmetSearch
from .rules import SHOWN_FROM

KEPT_FOR = timedelta(days=400)
DAYS_KEPT_FOR = relativedelta(months=25)  # as long as page views, beside which they stand


def forget_unmet_searches(now: datetime) -> str:
    """Of months that are over, what fewer than five asked goes; of more than 13 months ago, all words; of more
    than 25, the numbers by day too."""
    today = timezone.localtime(now).date()
    rare, _ = UnmetSearch.uncounted.filter(month__lt=today.replace(day=1), count__lt=SHOWN_FROM).delete()
    old, _ = UnmetSearch.uncounted.filter(month__lt=today - KEPT_FOR).delete()
    UnmetOnDay.objects.filter(day__lt=today - DAYS_KEPT_FOR).delete()
    return f"{rare + old} unmet searches forgotten" if rare + old else ""


register("forget-unmet-searches", every=timedelta(days=1), run=forget_unmet_searches)
