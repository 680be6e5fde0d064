from .asked import Asked, WorkItem
from .guide import ByYouGuidePage
from .hearing import ForumMeetingsPage, TellUsPage, YouAskedPage
from .pages import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage
from .voices import VoiceSettings, YoungMessage

__all__ = [
    "ApprovedPlacesPage",
    "Asked",
    "ByYouGuidePage",
    "ForumMeetingsPage",
    "TellUsPage",
    "VoiceSettings",
    "WorkItem",
    "YouAskedPage",
    "YoungMessage",
    "YouthBasePage",
    "YouthHomePage",
    "YouthPage",
]
