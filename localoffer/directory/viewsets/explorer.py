"""The page explorer at the directory."""

from wagtail.admin.views.pages.listing import ExplorableIndexView

from localoffer.pages.viewsets import GatedPageViewSet

from ..models import DirectoryPage


class PagedIndexView(ExplorableIndexView):
    """Without sorting by hand: that would show ten thousand services on one page, and visitors never see that order."""

    sort_order_field = None

    def get_reorder_url(self) -> None:
        return None


class DirectoryPageViewSet(GatedPageViewSet):
    model = DirectoryPage
    index_view_class = PagedIndexView
