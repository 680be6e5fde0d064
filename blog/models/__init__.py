from .authors import AuthorProfile
from .pages import BoardBlogPage, BoardPostPage, PostTag
from .promises import BoardTheme, Promise, PromisesPage, PromiseStep

__all__ = ["AuthorProfile", "BoardBlogPage", "BoardPostPage", "BoardTheme", "PostTag", "Promise", "PromiseStep", "PromisesPage"]
