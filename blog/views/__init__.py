from .public import PAGE_SIZE, post, post_index

__all__ = ["PAGE_SIZE", "post", "post_index"]
