from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from wagtail.models import PageManager, PageQuerySet

from .choices import Attend


class EventQuerySet(PageQuerySet):
    """Reads of events in the domain's words. To the day; which of today's are over by now, the rules say."""

    def not_past(self, today: date) -> "EventQuerySet":
        return self.filter(Q(last_day=None) | Q(last_day__gte=today))

    def past(self, today: date, over: Iterable[int] = ()) -> "EventQuerySet":
        """Those whose last day is before today, and those named in ``over``; the last one first."""
        return self.filter(Q(last_day__lt=today) | Q(pk__in=list(over))).order_by("-last_day", "-pk")

    def attended(self, way: str) -> "EventQuerySet":
        """Those that people can attend that way: at a place, or online."""
        return self.filter(attend__in=[way, Attend.BOTH])

    def with_times(self) -> "EventQuerySet":
        return self.prefetch_related("times", "days_off")


EventManager = PageManager.from_queryset(EventQuerySet)
