from . import measures, meetings, themes
from .public import PAGE_SIZE, PROMISES_ON_A_PAGE, post, post_index

__all__ = ["PAGE_SIZE", "PROMISES_ON_A_PAGE", "measures", "meetings", "post", "post_index", "themes"]
