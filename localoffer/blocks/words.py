"""The words of a page's body as plain text, for search and for the reading grade."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from localoffer.plainlanguage.checking import Passage

from .base import walk
from .rules import lines_of

SILENT = {"icon", "kind", "unit", "address", "link", "email", "web", "phone"}


def passages_of(value: Any, name: str = "") -> Iterator[Passage]:
    """What a StreamField value says, block by block, with the way to each in the form of the field ``name``."""
    for part in walk(value.stream_block, list(value.raw_data), path=(name,)):
        if isinstance(part.block, blocks.RichTextBlock):
            words = lines_of(str(part.raw or ""))
        elif isinstance(part.block, blocks.CharBlock | blocks.TextBlock) and part.block.name not in SILENT:
            words = str(part.raw or "")
        else:
            continue
        if words:
            yield Passage(words, part.place, "/".join(part.path))


def words_of(value: Any) -> str:
    """All that a StreamField value says, as plain text, a sentence or title a line."""
    return "\n".join(passage.words for passage in passages_of(value))
