from .approval import ChairReview
from .authors import AuthorProfile
from .corrections import PostCorrection
from .measures import Measure, MeasurePoint, MeasuresPage
from .meetings import BoardMeetingPage, BoardMeetingsPage, HeldPaper, MeetingPaper
from .members import BoardMember, BoardMembersPage
from .news import NewsAuthor, NewsCategory, NewsIndexPage, NewsPage
from .pages import BoardBlogPage, BoardPostPage, PostTag
from .promises import Promise, PromisesPage, PromiseStep
from .sections import UsualSection
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
    "NewsAuthor",
    "NewsCategory",
    "NewsIndexPage",
    "NewsPage",
    "PostCorrection",
    "PostTag",
    "Promise",
    "PromiseStep",
    "PromisesPage",
    "UsualSection",
]
