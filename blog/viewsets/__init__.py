from .group import BoardGroup
from .news import NewsPageViewSet

__all__ = ["BoardGroup", "NewsPageViewSet"]
