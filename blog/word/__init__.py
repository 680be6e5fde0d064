"""A Word file, or pasted text, as the parts of a post. Pure: it asks no database and stores nothing."""

from . import package
from .arranging import NOTHING, arranged
from .converting import pieces_of
from .package import LARGEST, TOO_LARGE, look_through
from .pasting import pieces_of_text
from .pieces import Notes, Picture, Reading, Table, WordRefused

__all__ = ["LARGEST", "NOTHING", "TOO_LARGE", "Picture", "Reading", "Table", "WordRefused", "package", "read_text", "read_word"]
UNTITLED = "A new board post"


def read_word(data: bytes) -> Reading:
    """The post that the bytes of a Word file hold. Raises WordRefused, with all reasons, when they cannot come in."""
    notes = look_through(data)
    return arranged(pieces_of(data, notes), notes, otherwise=UNTITLED)


def read_text(text: str) -> Reading:
    """The post that pasted text holds. Raises WordRefused when there are no words in it."""
    return arranged(pieces_of_text(text), Notes(), otherwise=UNTITLED)
