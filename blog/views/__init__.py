from ..finding.within import PAGE_SIZE
from . import measures, meetings, newest, news, themes
from .public import PROMISES_ON_A_PAGE, post, post_index

__all__ = ["PAGE_SIZE", "PROMISES_ON_A_PAGE", "measures", "meetings", "newest", "news", "post", "post_index", "themes"]
