"""How often pages were looked at in the days chosen: each sees the pages that he or she may publish. And how often all of
them were, and how many searches found nothing, day by day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from localoffer.audit.rules import safe_cell
from localoffer.readability.reports import pages_to_publish
from localoffer.readability.views import refused
from localoffer.search.models import UnmetOnDay

from .models import PageViews


class DaysFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label="Days", widget=DateRangePickerWidget, method="all_rows")

    class Meta:
        model = PageViews
        fields: list[str] = []

    def all_rows(self, rows: Any, name: str, value: slice) -> Any:
        """The days choose which counts are added up, and not rows."""
        return rows

    def of_the_days(self, field: str) -> Q:
        """Which counts are of the days chosen, when that field holds their day."""
        chosen = self.form.cleaned_data.get("day") if self.is_valid() else None
        ends = {f"{field}__gte": chosen.start, f"{field}__lte": chosen.stop} if chosen else {}
        return Q(**{name: end.date() for name, end in ends.items() if end})


class PageViewsFilterSet(DaysFilterSet):
    class Meta:
        model = Page
        fields: list[str] = []


@dataclass(frozen=True)
class Day:
    """What all readers together did on a day."""

    day: date
    views: int
    unmet: int


def by_day(of_the_days: Q) -> list[Day]:
    """The days chosen on which a page was looked at or a search found nothing, the last first."""
    views = dict(PageViews.objects.filter(of_the_days).values_list("day").annotate(Sum("count")))
    unmet = dict(UnmetOnDay.objects.filter(of_the_days).values_list("day", "count"))
    return [Day(day, views.get(day, 0), unmet.get(day, 0)) for day in sorted({*views, *unmet}, reverse=True)]


class DaysReport(ReportView):
    """What both reports share: they are for whoever may publish a page, and of the days chosen."""

    file_words = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not pages_to_publish(request.user).exists():
            return refused(request)
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        """With the days that were chosen."""
        days = [self.request.GET.get(f"day_{end}", "") for end in ("from", "to")]
        return "-".join([self.file_words, *(day for day in days if day.replace("-", "").isdecimal())])


class PageViewsReport(DaysReport):
    """Pages that were looked at, the most looked at first."""

    model = Page
    page_title = "Page views"
    header_icon = "view"
    file_words = "page-views"
    index_url_name = "page_views_report"
    index_results_url_name = "page_views_report_results"
    default_ordering = "-views"
    filterset_class = PageViewsFilterSet
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    columns = [
        TitleColumn(
            "title",
            label="Page",
            sort_key="title",
            classname="title",
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column("views", label="Views", sort_key="views"),
        Column("locale", label="Language"),
        Column("address", label="Address"),
    ]
    export_headings = {"title": "Page", "views": "Views", "locale": "Language", "address": "Address"}
    list_export = list(export_headings)

    def get_base_queryset(self) -> QuerySet:
        allowed = pages_to_publish(self.request.user).order_by().values("pk")
        return Page.objects.filter(pk__in=allowed).select_related("locale")

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset  # by views, which are added up only once the days are chosen

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        views = Sum("views_by_day__count", filter=self.filters.of_the_days("views_by_day__day"))
        counted = super().filter_queryset(queryset).annotate(views=views).filter(views__gt=0)
        return super().order_queryset(counted)

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        pages = list(object_list)
        for page in pages:
            page.address = page.get_url(self.request) or ""
        return pages

    def to_row_dict(self, item: Page) -> dict[str, Any]:
        said = {"title": item.title, "locale": str(item.locale), "address": item.address}
        return {"views": item.views, **{name: safe_cell(words) for name, words in said.items()}}


class ByDayReport(DaysReport):
    """The days, with all looks at all pages and all searches that found nothing."""

    page_title = "Views by day"
    header_icon = "view"
    file_words = "views-and-searches-by-day"
    index_url_name = "by_day_report"
    index_results_url_name = "by_day_report_results"
    filterset_class = DaysFilterSet
    columns = [
        Column("day", label="Day", accessor=lambda row: date_format(row.day, "D j M Y")),
        Column("views", label="Page views"),
        Column("unmet", label="Unmet searches"),
    ]
    export_headings = {"day": "Day", "views": "Page views", "unmet": "Unmet searches"}
    list_export = list(export_headings)

    def get_base_queryset(self) -> list[Day]:
        return by_day(self.filters.of_the_days("day"))

    def filter_queryset(self, queryset: list[Day]) -> list[Day]:
        return queryset  # the days chosen were read
