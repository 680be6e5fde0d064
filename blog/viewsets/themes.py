"""The themes of the board and the priority action areas in the admin."""

from wagtail.admin.viewsets.model import ModelViewSet

from ..models import BoardTheme


class BoardThemeViewSet(ModelViewSet):
    model = BoardTheme
    name = "board-themes"
    icon = "tag"
    menu_label = "Themes and areas"
    copy_view_enabled = False
    list_display = ["name", "kind", "slug"]
    list_filter = ["kind"]
    ordering = ["-kind", "sort_order", "pk"]
    form_fields = ["name", "slug", "kind", "sort_order"]
