"""All awards as a report: filtered, sorted, taken away as a spreadsheet."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils import timezone
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from ..choices import Ending, State
from ..models import Award
from .admin_queue import with_listings


def in_state(rows: QuerySet, state: str) -> QuerySet:
    """The awards that are in that state today; the same as ``rules.state_on``, in SQL."""
    today = timezone.localdate()
    running = Q(closed_at=None, given_on__lte=today, ends_on__gte=today)
    return rows.filter(
        {
            State.CURRENT: running & Q(paused_at=None, review_on__gt=today),
            State.REVIEW_DUE: running & Q(paused_at=None, review_on__lte=today),
            State.PAUSED: running & ~Q(paused_at=None),
            State.NOT_YET: Q(closed_at=None, given_on__gt=today),
            State.EXPIRED: Q(closed_at=None, given_on__lte=today, ends_on__lt=today),
            State.WITHDRAWN: Q(ending=Ending.WITHDRAWN),
            State.REPLACED: Q(ending=Ending.REPLACED),
        }[State(state)]
    )


class SealFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label="State today",
        choices=State.choices,
        empty_label="Any",
        widget=forms.RadioSelect,
        method="filter_state",
    )
    given_on = django_filters.DateFromToRangeFilter(label="Given", widget=DateRangePickerWidget)
    ends_on = django_filters.DateFromToRangeFilter(label="Last day", widget=DateRangePickerWidget)

    class Meta:
        model = Award
        fields: list[str] = []

    def filter_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return in_state(rows, value)


class StateColumn(Column):
    def get_value(self, instance: Award) -> str:
        return instance.state_on(timezone.localdate()).label


class SealReportView(ReportView):
    """For whoever sees the seal."""

    page_title = "Seals"
    header_icon = "success"
    model = Award
    index_url_name = "seal_report"
    index_results_url_name = "seal_report_results"
    filterset_class = SealFilterSet
    is_searchable = True
    default_ordering = "-given_on"
    columns = [
        TitleColumn("listing_title", label="Service", get_url=lambda award: award.listing_url, sort_key="listing_title"),
        StateColumn("state", label="State today"),
        Column("given_on", label="Given", sort_key="given_on"),
        Column("review_on", label="Next visit due", sort_key="review_on"),
        Column("ends_on", label="Last day", sort_key="ends_on"),
        Column("visited_by", label="Who visited"),
    ]
    list_export = [
        "listing_title",
        "state",
        "decided_on",
        "given_on",
        "review_on",
        "ends_on",
        "visited_by",
        "words",
        "know_before_you_go",
        "public_note",
        "code",
    ]
    export_headings = {
        "listing_title": "Service",
        "state": "State today",
        "decided_on": "The forum decided on",
        "given_on": "Given",
        "review_on": "Next visit due",
        "ends_on": "Last day",
        "visited_by": "Who visited",
        "words": "What young people liked",
        "know_before_you_go": "Know before you go",
        "public_note": "Sentence for the public",
        "code": "Code of its page",
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("seal.view_award"):
            return HttpResponseForbidden("You do not have the permission to see seals. Ask a site administrator.")
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        return f"seals-{timezone.localdate()}"

    def get_base_queryset(self) -> QuerySet:
        return Award.objects.all()

    def search_queryset(self, rows: QuerySet) -> QuerySet:
        words = self.search_query.replace("\x00", "").strip()[:100] if self.search_query else ""
        return rows.filter(Q(listing_title__icontains=words) | Q(code__iexact=words)) if words else rows

    def decorate_paginated_queryset(self, rows: Any) -> Any:
        from django.urls import reverse

        rows = with_listings(rows)
        for award in rows:
            award.listing_url = reverse("seal_listing", args=[award.listing.pk]) if award.listing else None
        return rows

    def to_row_dict(self, item: Award) -> dict[str, Any]:
        item.state = item.state_on(timezone.localdate()).label
        return super().to_row_dict(item)
