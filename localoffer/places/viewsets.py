from typing import Any

from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from .forms import PlaceForm
from .models import Place


class PlaceIndexView(IndexView):
    """The list without sectors and postcodes, of which there may be more than a million."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().for_editors()


class PlaceViewSet(ModelViewSet):
    """Towns, villages and postcode districts, to search, add and put right."""

    model = Place
    name = "places"
    icon = "site"
    menu_label = "Places"
    menu_order = 245
    add_to_admin_menu = True
    index_view_class = PlaceIndexView
    list_display = ["name", "kind", "area", BooleanColumn("inside", label="In our area"), "source"]
    list_filter = ["kind", "inside", "source", "area"]
    search_fields = ["name"]
    search_backend_name = None
    ordering = ["name"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[PlaceForm]:
        return PlaceForm
