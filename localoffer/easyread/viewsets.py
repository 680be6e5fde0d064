"""All Easy Read editions in one list, those that need another look first."""

from typing import Any

from django.db.models import BooleanField, Case, F, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .models import EasyReadPage


def may_change(user: Any) -> Any:
    """The pages that somebody may change."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change").order_by()


class ForThoseWhoMayChange:
    """403 for everybody else: Wagtail only hides the menu."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_change(request.user).exists():
            return HttpResponseForbidden("You do not have the permission for this. Ask a site administrator.")
        return super().dispatch(request, *args, **kwargs)


class EditionParentView(ForThoseWhoMayChange, ChooseParentView):
    pass


class EditionIndexView(ForThoseWhoMayChange, IndexView):
    """The editions that the person may change."""

    page_title = "Easy Read editions"
    default_ordering = "-another_look"

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        pages = pages.filter(pk__in=may_change(self.request.user).values("pk"))
        later = When(live=True, original_published__gt=F("last_published_at"), then=Value(True))
        pages = super().annotate_queryset(pages).with_originals()
        return pages.annotate(another_look=Case(later, default=Value(False), output_field=BooleanField()))

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By the title: Wagtail's own search forgets what was annotated."""
        return queryset.filter(title__icontains=self.search_query) if self.is_searching else queryset

    @cached_property
    def show_locale_labels(self) -> bool:
        return False


def look(edition: Any) -> str:
    return "Its page was published since" if edition.another_look else ""


class EditionListViewSet(PageListingViewSet):
    model = EasyReadPage
    index_view_class = EditionIndexView
    choose_parent_view_class = EditionParentView
    menu_label = "Easy Read"
    icon = "image"
    columns = [
        PageTitleColumn("title", label="Edition", sort_key="title", classname="title"),
        Column("original", label="Of the page", accessor="original_title"),
        Column("look", label="Needs another look?", accessor=look),
        PageStatusColumn("live", label="Public?", sort_key="live"),
    ]


viewset = EditionListViewSet("easy_read", url_prefix="easy-read")


class EditionsMenuItem(MenuItem):
    def __init__(self) -> None:
        super().__init__("Easy Read editions", reverse_lazy("easy_read:index"), name="easy-read", icon_name="image", order=900)

    def is_shown(self, request: HttpRequest) -> bool:
        return may_change(request.user).exists()
