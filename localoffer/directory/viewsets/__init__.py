from .bulk import BULK_ACTIONS
from .explorer import DirectoryPageViewSet
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
    "DirectoryPageViewSet",
    "LanguageViewSet",
    "NeedViewSet",
    "OrganisationViewSet",
    "ServiceListViewSet",
    "TopicViewSet",
    "refuse_deletion",
]
