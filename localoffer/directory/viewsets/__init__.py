from .bulk import BULK_ACTIONS
from .comparing import register as register_comparisons
from .explorer import ServicePageViewSet
from .listing import ServiceListViewSet
from .vocabularies import (
    AccessFeatureViewSet,
    AgeStageViewSet,
    AreaViewSet,
    LanguageViewSet,
    NeedViewSet,
    OrganisationViewSet,
    TopicViewSet,
    refuse_deletion,
)

__all__ = [
    "BULK_ACTIONS",
    "AccessFeatureViewSet",
    "AgeStageViewSet",
    "AreaViewSet",
    "LanguageViewSet",
    "NeedViewSet",
    "OrganisationViewSet",
    "ServiceListViewSet",
    "ServicePageViewSet",
    "TopicViewSet",
    "refuse_deletion",
    "register_comparisons",
]
