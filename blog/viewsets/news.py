"""The categories of the news in the admin, and the explorer of what stands below the news."""

from typing import Any

import django_filters
from django import forms
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from localoffer.pages.viewsets import GatedPageViewSet
from localoffer.search.rules import cleaned

from ..models import NewsCategory, NewsIndexPage, NewsPage

MOST_WORDS = 12


class NewsCategoryViewSet(ModelViewSet):
    model = NewsCategory
    name = "news-categories"
    icon = "tag"
    menu_label = "News categories"
    copy_view_enabled = False
    list_display = ["name", "slug"]
    ordering = ["sort_order", "name", "pk"]
    form_fields = ["name", "slug", "sort_order"]


class NewsFilterSet(PageFilterSet):
    """The explorer lists plain pages, so each filter asks the table of news."""

    category = django_filters.ModelChoiceFilter(
        label="Category", queryset=NewsCategory.objects.all(), empty_label="Any", widget=forms.RadioSelect, method="in_category"
    )
    featured = django_filters.BooleanFilter(label="Shown first", widget=forms.NullBooleanSelect, method="that_are_featured")
    has_child_pages = None

    class Meta:
        model = Page
        fields: list[str] = []

    def in_category(self, pages: Any, name: str, value: NewsCategory) -> Any:
        return pages.filter(pk__in=NewsPage.objects.filter(categories=value).values("pk"))

    def that_are_featured(self, pages: Any, name: str, value: bool) -> Any:
        return pages.filter(pk__in=NewsPage.objects.filter(is_featured=value).values("pk"))


class NewsExplorerView(ExplorableIndexView):
    def search_queryset(self, queryset: Any) -> Any:
        """By every word of the title: Wagtail's own search fails beside such filters."""
        for word in cleaned(self.search_query or "").split()[:MOST_WORDS]:
            queryset = queryset.filter(title__icontains=word)
        return queryset


class NewsPageViewSet(GatedPageViewSet):
    """An item's own pages in the admin, and the explorer of the news."""

    model = NewsPage
    parent_models = [NewsIndexPage]
    index_view_class = NewsExplorerView
    filterset_class = NewsFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="News", sort_key="title", classname="title"),
        Column("date", label="Date", accessor=lambda page: f"{page.date:%-d %B %Y}"),
        Column("categories", label="Categories", accessor=lambda page: ", ".join(map(str, page.categories.all()))),
        Column("authors", label="Written by", accessor=lambda page: ", ".join(page.author_names)),
        BooleanColumn("is_featured", label="Shown first"),
        PageStatusColumn("status", label="Status", sort_key="live"),
    ]
