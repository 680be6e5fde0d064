from .authors import AuthorProfile
from .pages import BoardBlogPage, BoardPostPage, PostTag

__all__ = ["AuthorProfile", "BoardBlogPage", "BoardPostPage", "PostTag"]
