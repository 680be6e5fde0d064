from .facts import FACTS_IN_WORDS
from .names import names_in, pairs_in, said, say_terms
from .organisations import Organisation
from .pages import DirectoryPage, ServicePage
from .particulars import (
    ServiceClosedDates,
    ServiceLink,
    ServicePicture,
    ServicePlace,
    ServiceRegistration,
    ServiceSchedule,
)
from .rows import ServiceAccess, ServiceAnswer, ServiceContact, ServiceCost
from .vocabularies import AccessFeature, AgeStage, Area, Language, Need, Topic

__all__ = [
    "FACTS_IN_WORDS",
    "AccessFeature",
    "AgeStage",
    "Area",
    "DirectoryPage",
    "Language",
    "Need",
    "Organisation",
    "ServiceAccess",
    "ServiceAnswer",
    "ServiceClosedDates",
    "ServiceContact",
    "ServiceCost",
    "ServiceLink",
    "ServicePage",
    "ServicePicture",
    "ServicePlace",
    "ServiceRegistration",
    "ServiceSchedule",
    "Topic",
    "names_in",
    "pairs_in",
    "said",
    "say_terms",
]
