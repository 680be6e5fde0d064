from .approval import ChairReview
from .authors import AuthorProfile
from .corrections import PostCorrection
from .measures import Measure, MeasurePoint, MeasuresPage
from .meetings import BoardMeetingPage, BoardMeetingsPage, HeldPaper, MeetingPaper
from .members import BoardMember, BoardMembersPage
from .pages import BoardBlogPage, BoardPostPage, PostTag
from .promises import Promise, PromisesPage, PromiseStep
from .themes import BoardTheme, BoardThemePage

__all__ = [
    "AuthorProfile",
    "BoardBlogPage",
    "BoardMeetingPage",
    "BoardMeetingsPage",
    "BoardMember",
    "BoardMembersPage",
    "BoardPostPage",
    "BoardTheme",
    "BoardThemePage",
    "ChairReview",
    "HeldPaper",
    "Measure",
    "MeasurePoint",
    "MeasuresPage",
    "MeetingPaper",
    "PostCorrection",
    "PostTag",
    "Promise",
    "PromiseStep",
    "PromisesPage",
]
