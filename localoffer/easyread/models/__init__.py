from .pages import EasyReadPage

__all__ = ["EasyReadPage"]
