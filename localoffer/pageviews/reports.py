"""How often pages were looked at in the days chosen; each sees the pages that he or she may publish."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from localoffer.audit.rules import safe_cell
from localoffer.readability.reports import pages_to_publish
from localoffer.readability.views import refused


class PageViewsFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label="Days", widget=DateRangePickerWidget, method="all_pages")

    class Meta:
        model = Page
        fields: list[str] = []

    def all_pages(self, pages: QuerySet, name: str, value: slice) -> QuerySet:
        """The days choose which counts are added up, and not pages."""
        return pages

    def of_the_days(self) -> Q:
        """Which counts are of the days chosen."""
        chosen = self.form.cleaned_data.get("day") if self.is_valid() else None
        ends = {"views_by_day__day__gte": chosen.start, "views_by_day__day__lte": chosen.stop} if chosen else {}
        return Q(**{name: end.date() for name, end in ends.items() if end})


class PageViewsReport(ReportView):
    """Pages that were looked at, the most looked at first."""

    model = Page
    page_title = "Page views"
    header_icon = "view"
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

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not pages_to_publish(request.user).exists():
            return refused(request)
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        """With the days, which the rows do not say."""
        days = [self.request.GET.get(f"day_{end}", "") for end in ("from", "to")]
        return "-".join(["page-views", *(day for day in days if day.replace("-", "").isdecimal())])

    def get_base_queryset(self) -> QuerySet:
        allowed = pages_to_publish(self.request.user).order_by().values("pk")
        return Page.objects.filter(pk__in=allowed).select_related("locale")

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset  # by views, which are added up only once the days are chosen

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        views = Sum("views_by_day__count", filter=self.filters.of_the_days())
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
