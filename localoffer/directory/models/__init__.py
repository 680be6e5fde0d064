from .organisations import Organisation
from .pages import DirectoryPage, ServicePage
from .particulars import ServiceAccess, ServiceContact, ServicePlace
from .vocabularies import AccessFeature, AgeStage, Area, Need, Topic

__all__ = [
    "AccessFeature",
    "AgeStage",
    "Area",
    "DirectoryPage",
    "Need",
    "Organisation",
    "ServiceAccess",
    "ServiceContact",
    "ServicePage",
    "ServicePlace",
    "Topic",
]
