"""The report of pages by reading age, for whoever publishes; each sees the pages that he or she may publish."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from localoffer.plainlanguage.rules import Figures, over_limits, reading_age

from .choices import PageKind
from .models import PageReading, ReadingLimits
from .views import refused

# A spreadsheet takes a text that begins so for a formula and would run it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def pages_to_publish(user: Any) -> QuerySet:
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")


def the_limits(request: HttpRequest) -> ReadingLimits:
    """The limits of the site where the admin is open, read once for a request."""
    if not hasattr(request, "reading_limits"):
        site = Site.find_for_request(request)
        request.reading_limits = ReadingLimits.objects.filter(site=site).first() or ReadingLimits()
    return request.reading_limits


class ReadingFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(
        label="Kind of page", choices=PageKind.choices, empty_label="Any", widget=forms.RadioSelect
    )
    over = django_filters.ChoiceFilter(
        label="Limits",
        choices=[("over", "Over a limit"), ("reason", "Over a limit, without a reason")],
        empty_label="Any",
        widget=forms.RadioSelect,
        method="by_limits",
    )

    class Meta:
        model = PageReading
        fields: list[str] = []

    def by_limits(self, rows: Any, name: str, value: str) -> Any:
        over = rows.over(the_limits(self.request))
        return over.filter(reason="") if value == "reason" else over


class ReadingReport(ReportView):
    """Public pages, the hardest first."""

    model = PageReading
    page_title = "Reading ages"
    header_icon = "openquote"
    index_url_name = "readability_report"
    index_results_url_name = "readability_report_results"
    default_ordering = "-grade"
    filterset_class = ReadingFilterSet
    is_searchable = True
    search_fields = ["page__title"]
    search_backend_name = None
    export_filename = "reading-ages"
    columns = [
        TitleColumn(
            "title",
            label="Page",
            accessor="page.title",
            sort_key="page__title",
            classname="title",
            width="34%",
            get_url=lambda row: reverse("readability_draft", args=[row.page_id]),
        ),
        Column("kind", label="Kind", accessor="get_kind_display", sort_key="kind"),
        Column("age", label="Reading age", sort_key="grade"),
        Column("mean_sentence", label="Sentence, mean", sort_key="mean_sentence"),
        Column("longest_sentence", label="Longest", sort_key="longest_sentence"),
        Column("over", label="Over its limits", width="14%"),
        Column("reason", label="Why it may be", width="14%"),
        DateColumn("measured_at", label="Published", sort_key="measured_at"),
    ]
    export_headings = {
        "title": "Page",
        "kind": "Kind",
        "age": "Reading age",
        "grade": "Reading grade",
        "words": "Words",
        "mean_sentence": "Words in a sentence, on average",
        "longest_sentence": "Words in the longest sentence",
        "over": "Over its limits",
        "reason": "Why it may be",
    }
    list_export = list(export_headings)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not pages_to_publish(request.user).exists():
            return refused(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        allowed = pages_to_publish(self.request.user).order_by().values("pk")
        return PageReading.objects.public().filter(page__in=allowed).select_related("page")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        limits = the_limits(self.request)
        rows = list(object_list)
        for row in rows:
            found = Figures(row.words, row.grade, row.mean_sentence, row.longest_sentence)
            row.age, row.over = reading_age(row.grade), " ".join(over_limits(found, limits.of(row.kind)))
        return rows

    def to_row_dict(self, item: PageReading) -> dict[str, Any]:
        said = {"title": item.page.title, "kind": item.get_kind_display(), "over": item.over, "reason": item.reason}
        figures = {name: getattr(item, name) for name in ("age", "grade", "words", "mean_sentence", "longest_sentence")}
        texts = {name: f"'{words}" if words.startswith(FORMULA) else words for name, words in said.items()}
        return {name: (texts | figures)[name] for name in self.list_export}
