from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from localoffer.scheduling.registry import register

from .models import PageViews

KEPT_FOR = relativedelta(months=25)  # two years beside each other, and the month that runs


def forget_page_views(now: datetime) -> str:
    gone, _ = PageViews.objects.filter(day__lt=timezone.localdate(now) - KEPT_FOR).delete()
    return f"{gone} counts of page views forgotten" if gone else ""


register("forget-page-views", every=timedelta(days=1), run=forget_page_views)
