from .newest import Card, newest
from .within import Within, look_within, ordered

__all__ = ["Card", "Within", "look_within", "newest", "ordered"]
