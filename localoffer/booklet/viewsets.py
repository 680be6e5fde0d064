from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from .finding import number_of_services
from .models import Booklet


class BookletIndexView(IndexView):
    def get_list_more_buttons(self, instance: Booklet) -> list[Any]:
        return [*super().get_list_more_buttons(instance), Button("Open it", url=instance.get_absolute_url(), icon_name="view")]


class BookletViewSet(ModelViewSet):
    """Booklets for people without the internet, always from what the directory holds now."""

    model = Booklet
    name = "booklets"
    icon = "doc-full"
    menu_label = "Booklets"
    menu_order = 247
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = BookletIndexView
    list_display = ["title", "area", "topic", "ages", Column("services", label="Services now", accessor=number_of_services)]
    list_filter = ["area", "topic", "ages"]
    search_fields = ["title", "about"]
    ordering = ["title"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return Booklet.objects.with_terms()
