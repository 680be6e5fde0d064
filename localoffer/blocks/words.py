"""The words of a page's body as plain text, for search and for the reading grade."""

from typing import Any

from wagtail import blocks

from .base import walk
from .rules import plain

SILENT = {"icon", "kind", "unit", "address", "link", "email", "web", "phone"}


def words_of(value: Any) -> str:
    """All that a StreamField value says, as plain text, a sentence or title a line."""
    lines = []
    for part in walk(value.stream_block, list(value.raw_data)):
        if isinstance(part.block, blocks.RichTextBlock):
            html = str(part.raw or "").replace("</p>", "</p>\n").replace("</li>", "</li>\n").replace("</h", "\n</h")
            lines += [plain(line) for line in html.split("\n")]
        elif isinstance(part.block, blocks.CharBlock | blocks.TextBlock) and part.block.name not in SILENT:
            lines.append(str(part.raw or ""))
    return "\n".join(line for line in lines if line)
