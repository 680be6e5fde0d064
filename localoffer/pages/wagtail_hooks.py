from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from .rich_text import PlainPageLinkHandler
from .viewsets import GatedPageViewSet, GatedPublishBulkAction


# Ours must be registered after Wagtail's own, which have order 0.
@hooks.register("register_admin_viewset", order=100)
def register_page_viewset() -> GatedPageViewSet:
    return GatedPageViewSet()


hooks.register("register_bulk_action", GatedPublishBulkAction, order=100)


@hooks.register("register_rich_text_features", order=100)
def register_page_links(features: FeatureRegistry) -> None:
    features.register_link_type(PlainPageLinkHandler)
