from .group import BoardGroup

__all__ = ["BoardGroup"]
