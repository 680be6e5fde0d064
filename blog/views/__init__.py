from . import measures, themes
from .public import PAGE_SIZE, PROMISES_ON_A_PAGE, post, post_index

__all__ = ["PAGE_SIZE", "PROMISES_ON_A_PAGE", "measures", "post", "post_index", "themes"]
