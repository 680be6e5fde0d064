from .asked import Asked, WorkItem
from .details import ChecksDetails, ConfirmedDetail, checked_for_details, details_in
from .guide import ByYouGuidePage
from .hearing import ForumMeetingsPage, TellUsPage, YouAskedPage
from .pages import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage
from .posts import ChangeRequest, ForumPostPage, ForumPostsPage, SafeguardingCheck, is_only_member
from .settings import ForumSettings
from .voices import VoiceSettings, YoungMessage
from .workflow import SupporterTask, SupporterTaskState

__all__ = [
    "ApprovedPlacesPage",
    "Asked",
    "ByYouGuidePage",
    "ChangeRequest",
    "ChecksDetails",
    "ConfirmedDetail",
    "ForumMeetingsPage",
    "ForumPostPage",
    "ForumPostsPage",
    "ForumSettings",
    "SafeguardingCheck",
    "SupporterTask",
    "SupporterTaskState",
    "TellUsPage",
    "VoiceSettings",
    "WorkItem",
    "YouAskedPage",
    "YoungMessage",
    "YouthBasePage",
    "YouthHomePage",
    "YouthPage",
    "checked_for_details",
    "details_in",
    "is_only_member",
]
