from .details import ChecksDetails, ConfirmedDetail, details_in
from .guide import ByYouGuidePage
from .pages import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage
from .posts import ChangeRequest, ForumPostPage, ForumPostsPage, SafeguardingCheck, is_only_member
from .settings import ForumSettings
from .workflow import SupporterTask, SupporterTaskState

__all__ = [
    "ApprovedPlacesPage",
    "ByYouGuidePage",
    "ChangeRequest",
    "ChecksDetails",
    "ConfirmedDetail",
    "ForumPostPage",
    "ForumPostsPage",
    "ForumSettings",
    "SafeguardingCheck",
    "SupporterTask",
    "SupporterTaskState",
    "YouthBasePage",
    "YouthHomePage",
    "YouthPage",
    "details_in",
    "is_only_member",
]
