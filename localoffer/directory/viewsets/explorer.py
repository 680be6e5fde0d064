"""The page explorer at the directory."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.views.pages.listing import ExplorableIndexView

from localoffer.pages.viewsets import GatedPageViewSet

from ..models import DirectoryPage, ServicePage


class PagedIndexView(ExplorableIndexView):
    """Without sorting by hand: that would show ten thousand services on one page, and visitors never see that order."""

    sort_order_field = None

    def get_reorder_url(self) -> None:
        return None

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [button for button in super().header_more_buttons if "ordering=ord" not in (button.url or "")]


class ServicePageViewSet(GatedPageViewSet):
    """A service's own pages in the admin, and the explorer of what is below a directory."""

    model = ServicePage
    parent_models = [DirectoryPage]
    index_view_class = PagedIndexView
