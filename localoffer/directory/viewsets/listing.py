"""The editors' list of all services: columns, filters, search, export."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from localoffer.seal.models import Award
from localoffer.search.rules import cleaned

from ..doubles import doubles
from ..likeness import known
from ..models import ServicePage
from ..rules import is_stale
from .export import HEADINGS, row_of
from .filters import ServiceFilterSet
from .permission import for_listing_editors, may_edit_listings

MOST_ASKED = 20  # telephones or postcodes of one listing that are compared


class SealColumn(Column):
    def get_value(self, instance: ServicePage) -> str:
        return "Yes" if instance.has_seal else ""


class CheckedColumn(Column):
    """When it was last checked, and how long ago that is."""

    cell_template_name = "directory/admin/checked_cell.html"

    def get_value(self, instance: ServicePage) -> dict[str, Any]:
        return {
            "day": instance.last_checked,
            "ago": instance.checked_ago,
            "stale": is_stale(instance.last_checked, timezone.localdate()),
        }


def topic_names(service: ServicePage) -> str:
    """The first topic, and how many more."""
    names = [topic.name for topic in service.topics.all()]
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else "".join(names)


COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label="Service", sort_key="title", classname="title", width="26%"),
    Column(
        "organisation", label="Organisation", accessor=lambda service: service.organisation or "", sort_key="organisation__name"
    ),
    Column("topics", label="Topics", accessor=topic_names),
    Column("status", label="Open?", accessor="get_status_display", sort_key="status"),
    CheckedColumn("last_checked", label="Last checked", sort_key="last_checked"),
    Column("completeness", label="Complete", accessor=lambda service: f"{service.completeness}%", sort_key="completeness"),
    SealColumn("seal", label="Seal"),
    Column("for_you", label="For you", accessor=lambda service: "Yes" if service.for_young_people else "Missing"),
    PageStatusColumn("live", label="Public?", sort_key="live"),
]


class ServiceIndexView(IndexView):
    """All listings that the person may reach, in the source language and once each."""

    results_template_name = "directory/admin/list_results.html"
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "services"
    page_title = "Services"

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        sealed = Award.objects.current_on(timezone.localdate()).filter(listing_key=OuterRef("translation_key"))
        pages = super().annotate_queryset(pages.filter(alias_of=None)).annotate(has_seal=Exists(sealed))
        pages = pages.prefetch_related("organisation", "topics")
        return pages.prefetch_related("places", "contacts") if self.is_export else pages

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By every word of the names or the organisation: Wagtail's own search fails beside some of the filters."""
        return search_services(queryset, self.search_query) if self.is_searching else queryset

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Bulk actions of listings, not of all pages.
        return super().get_context_data(**kwargs) | {"model_opts": ServicePage._meta}

    def to_row_dict(self, item: ServicePage) -> dict[str, Any]:
        return row_of(item)

    @cached_property
    def show_locale_labels(self) -> bool:
        return False


def search_services(services: QuerySet, words: str) -> QuerySet:
    """Those that have each of the words in a name or in the name of the organisation."""
    for word in cleaned(words).split()[:MOST_ASKED]:
        services = services.filter(
            Q(title__icontains=word)
            | Q(draft_title__icontains=word)
            | Q(other_names__icontains=word)
            | Q(organisation__name__icontains=word)
        )
    return services


def services_of_list(asked: Any, services: QuerySet) -> QuerySet:
    """What the list shows for this query: its filters and its search, for actions on all of it."""
    filters = ServiceFilterSet(asked, queryset=services)
    found = filters.qs if filters.is_valid() else services.none()
    return search_services(found, asked.get("q", ""))


def show_doubles(request: HttpRequest) -> HttpResponse:
    """A few lines about listings like the one that is being written, for the form to show."""
    asked = known(
        [cleaned(request.GET.get("title", ""))],
        [cleaned(phone) for phone in request.GET.getlist("phone")[:MOST_ASKED]],
        [cleaned(postcode) for postcode in request.GET.getlist("postcode")[:MOST_ASKED]],
    )
    but = cleaned(request.GET.get("but", ""))
    own = ServicePage.objects.filter(pk=int(but[:9])).first() if but.isascii() and but.isdecimal() else None
    found = doubles(ServicePage.objects.all(), asked, but=own.translation_key if own else None)
    return render(request, "directory/admin/doubles_found.html", {"doubles": found})


class ServicesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_edit_listings(request.user)


class ServiceListViewSet(PageListingViewSet):
    """Services as a flat list, for those who may change them."""

    model = ServicePage
    name = "services"
    url_prefix = "services"
    icon = "list-ul"
    menu_label = "Services"
    menu_item_class = ServicesMenuItem
    index_view_class = ServiceIndexView
    columns = COLUMNS
    filterset_class = ServiceFilterSet
    ordering = "title"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", for_listing_editors(self.index_view), name="index"),
            path("results/", for_listing_editors(self.index_results_view), name="index_results"),
            path("choose_parent/", for_listing_editors(self.choose_parent_view), name="choose_parent"),
            path("like-this/", for_listing_editors(show_doubles), name="doubles"),
        ]
