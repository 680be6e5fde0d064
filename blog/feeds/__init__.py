from .meetings import meetings_calendar
from .posts import MOST_POSTS, BoardFeed, board_json
from .promises import PromisesFeed, for_a_cell, promises_csv

__all__ = ["MOST_POSTS", "BoardFeed", "PromisesFeed", "board_json", "for_a_cell", "meetings_calendar", "promises_csv"]
