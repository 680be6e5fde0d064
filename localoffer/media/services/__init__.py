from .consents import MAY_KEEP, ConsentRefused, remind_of_endings, take_back, take_down, take_down_ended
from .renditions import make_renditions, make_soon, remove_renditions

__all__ = [
    "MAY_KEEP",
    "ConsentRefused",
    "make_renditions",
    "make_soon",
    "remind_of_endings",
    "remove_renditions",
    "take_back",
    "take_down",
    "take_down_ended",
]
