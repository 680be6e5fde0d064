"""The themes of the board and the priority action areas in the admin."""

from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import BoardTheme, BoardThemePage

ON_THE_SITE = "On the site"
NO_PAGE = "No page yet. Add one below the board’s page."


class BoardThemeIndexView(IndexView):
    """Says which have no page on the site yet."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().annotate(has_page=Exists(BoardThemePage.objects.live().filter(theme=OuterRef("pk"))))


class BoardThemeViewSet(ModelViewSet):
    model = BoardTheme
    name = "board-themes"
    icon = "tag"
    menu_label = "Themes and areas"
    copy_view_enabled = False
    index_view_class = BoardThemeIndexView
    list_display = [
        "name",
        "kind",
        "slug",
        Column("page", label="Page", accessor=lambda theme: ON_THE_SITE if theme.has_page else NO_PAGE),
    ]
    list_filter = ["kind"]
    ordering = ["-kind", "sort_order", "pk"]
    form_fields = ["name", "slug", "kind", "sort_order"]
