from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.search_promotions.wagtail_hooks import SearchPicksMenuItem

from .models import SynonymGroup, UnmetSearch
from .rules import LONGEST_UNMET, cleaned

ADD_SYNONYM = "words-people-type:add"
BEST_BETS = "promoted-search-results"  # as Wagtail names it


class SynonymAddView(CreateView):
    """The form for a new group, with ``?terms=`` in its first line when it comes from an unmet search."""

    def get_initial_form_instance(self) -> SynonymGroup:
        group = super().get_initial_form_instance() or SynonymGroup()
        group.terms = cleaned(self.request.GET.get("terms", ""))[:LONGEST_UNMET]
        return group


class SynonymViewSet(ModelViewSet):
    """The groups of words that mean the same."""

    model = SynonymGroup
    name = "words-people-type"
    url_prefix = "words-people-type"
    icon = "comment"
    menu_label = "Words people type"
    add_view_class = SynonymAddView
    list_display = ["main", Column("others", label="Also"), "one_way", "language"]
    list_filter = ["language", "one_way"]
    list_export = ["terms", "one_way", "language"]
    search_fields = ["terms"]
    ordering = ["terms"]
    panels = [FieldPanel("terms"), FieldPanel("one_way"), FieldPanel("language")]


class SynonymColumn(Column):
    """A link that begins a group of synonyms with the words of the row."""

    def get_value(self, instance: Any) -> SafeString | str:
        address = f"{reverse(ADD_SYNONYM)}?{urlencode({'terms': instance.question})}"
        return format_html('<a class="button button-small button-secondary" href="{}">Make a synonym</a>', address)


class UnmetIndexView(IndexView):
    """The list without an "Add" button: visitors' questions come from the search only."""

    def get_add_url(self) -> None:
        return None


class NoAddView(CreateView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseForbidden("Unmet searches come from the public search only.")


class UnmetSearchViewSet(ModelViewSet):
    """What people looked for and did not find."""

    model = UnmetSearch
    name = "unmet-searches"
    url_prefix = "unmet-searches"
    icon = "search"
    menu_label = "Unmet searches"
    index_view_class = UnmetIndexView
    add_view_class = NoAddView
    list_display = ["question", "count", "month", "language", SynonymColumn("synonym", label="What to do")]
    list_filter = ["month", "language"]
    list_export = ["question", "count", "month", "language"]
    search_fields = ["question"]
    ordering = ["-month", "-count", "question"]
    copy_view_enabled = False
    form_fields = ["question"]


class SearchGroup(ViewSetGroup):
    """What editors do for the public search."""

    menu_label = "Public search"
    menu_icon = "search"
    menu_order = 245
    items = (SynonymViewSet, UnmetSearchViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        best_bets = SearchPicksMenuItem("Best bets", reverse("wagtailsearchpromotions:index"), name=BEST_BETS, icon_name="pick")
        return [*super().get_submenu_items(), best_bets]
