from .meetings import meetings_calendar
from .news import NewsFeed, news_json
from .posts import MOST_POSTS, BoardFeed, board_json
from .promises import PromisesFeed, for_a_cell, promises_csv

__all__ = [
    "MOST_POSTS",
    "BoardFeed",
    "NewsFeed",
    "PromisesFeed",
    "board_json",
    "for_a_cell",
    "meetings_calendar",
    "news_json",
    "promises_csv",
]
