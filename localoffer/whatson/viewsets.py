"""The editors' list of events."""

from typing import Any

import django_filters
from django import forms
from django.http import HttpRequest
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from localoffer.directory.viewsets.permission import may_change, only_for
from localoffer.events.services import the_calendar
from localoffer.events.words import occurrence_in_words

from .choices import Attend, Change
from .models import EventPage, EventsPage
from .rules import standing_at

WHEN = (("coming", "Still to come"), ("past", "Over"))


def may_edit_events(user: Any) -> bool:
    return may_change(user, EventsPage)


for_event_editors = only_for(may_edit_events)


class EventFilterSet(WagtailFilterSet):
    """``when`` goes by the day: what ended today is over from tomorrow."""

    when = django_filters.ChoiceFilter(
        label="When", choices=WHEN, empty_label="Any time", widget=forms.RadioSelect, method="by_when"
    )
    attend = django_filters.ChoiceFilter(
        label="How people take part", choices=Attend.choices, empty_label="Any way", widget=forms.RadioSelect
    )
    change = django_filters.ChoiceFilter(
        label="Cancelled or changed", choices=Change.choices, empty_label="Any", widget=forms.RadioSelect
    )

    class Meta:
        model = EventPage
        fields: list[str] = []

    def by_when(self, events: Any, name: str, value: str) -> Any:
        today = timezone.localdate()
        return events.filter(last_day__lt=today) if value == "past" else events.not_past(today)


def next_time(event: EventPage) -> str:
    now = timezone.now()
    standing = standing_at(event.patterns, the_calendar(), event.closed, now)
    if standing.next:
        return occurrence_in_words(standing.next, now)
    return "Over" if standing.is_over and event.patterns else "Not known"


class EventIndexView(IndexView):
    page_title = "Events"

    def annotate_queryset(self, pages: Any) -> Any:
        return super().annotate_queryset(pages.filter(alias_of=None)).with_times()

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.filter(title__icontains=self.search_query) if self.is_searching else queryset

    @cached_property
    def show_locale_labels(self) -> bool:
        return False


class EventsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_edit_events(request.user)


class EventListViewSet(PageListingViewSet):
    """Events as a flat list, for those who may change them."""

    model = EventPage
    name = "events"
    url_prefix = "events"
    icon = "date"
    menu_label = "What’s on"
    menu_order = 246
    menu_item_class = EventsMenuItem
    add_to_admin_menu = True
    index_view_class = EventIndexView
    filterset_class = EventFilterSet
    ordering = "-latest_revision_created_at"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Event", sort_key="title", classname="title", width="30%"),
        Column("next", label="Next time", accessor=next_time),
        Column("last_day", label="Last day", accessor=lambda event: event.last_day or "Goes on", sort_key="last_day"),
        Column("attend", label="How", accessor="get_attend_display", sort_key="attend"),
        Column("change", label="Change", accessor=lambda event: event.get_change_display() if event.change else ""),
        PageStatusColumn("live", label="Public?", sort_key="live"),
    ]

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", for_event_editors(self.index_view), name="index"),
            path("results/", for_event_editors(self.index_results_view), name="index_results"),
            path("choose_parent/", for_event_editors(self.choose_parent_view), name="choose_parent"),
        ]
