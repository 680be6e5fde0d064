"""Made-up looks at the demonstration's pages, and searches that found nothing, in the last two weeks, for the reports."""

from datetime import date, timedelta
from zlib import crc32

from wagtail.models import Page

from localoffer.pageviews.models import PageViews
from localoffer.search.models import UnmetOnDay

DAYS, PAGES = 14, 25


def load_page_views(today: date) -> None:
    """Only where nothing was counted yet. The same pages have the same numbers each time."""
    if PageViews.objects.exists():
        return
    pages = Page.objects.live().filter(depth__gte=2).order_by("path")[:PAGES]
    days = [today - timedelta(days=back) for back in range(1, DAYS + 1)]
    PageViews.objects.bulk_create(
        PageViews(page=page, day=day, count=crc32(f"{page.slug} {day:%A}".encode()) % 40 + 3) for page in pages for day in days
    )
    UnmetOnDay.objects.bulk_create(
        (UnmetOnDay(day=day, count=crc32(f"unmet {day:%A}".encode()) % 7 + 1) for day in days), ignore_conflicts=True
    )
