from . import shown
from .shown import PAGE_SIZE

__all__ = ["PAGE_SIZE", "shown"]
