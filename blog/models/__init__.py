from .approval import ChairReview
from .authors import AuthorProfile
from .corrections import PostCorrection
from .measures import Measure, MeasurePoint, MeasuresPage
from .members import BoardMember, BoardMembersPage
from .pages import BoardBlogPage, BoardPostPage, PostTag
from .promises import Promise, PromisesPage, PromiseStep
from .themes import BoardTheme, BoardThemePage

__all__ = [
    "AuthorProfile",
    "BoardBlogPage",
    "BoardMember",
    "BoardMembersPage",
    "BoardPostPage",
    "BoardTheme",
    "BoardThemePage",
    "ChairReview",
    "Measure",
    "MeasurePoint",
    "MeasuresPage",
    "PostCorrection",
    "PostTag",
    "Promise",
    "PromiseStep",
    "PromisesPage",
]
