"""The chair's approval of a post: what it holds for, and how long the chair may take."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

# As long as the link in the e-mail works.
TIME_TO_ANSWER = timedelta(days=14)
# What the chair answers for. Tags, themes and what search engines read are the staff's own.
CHAIR_READS = (
    "title",
    "author",
    "date",
    "meeting_name",
    "meeting_date",
    "summary",
    "in_short",
    "for_young_people",
    "body",
    "next_meeting_date",
    "next_meeting_note",
    "how_to_comment",
)
# What the editor adds to rich text that came from elsewhere, and no reader sees: its own marks, and empty paragraphs.
EDITORS_MARKS = re.compile(r' data-block-key="[^"]*"')
EMPTY_PARAGRAPH = "<p></p>"


def digest_of(content: Mapping[str, Any]) -> str:
    """64 letters and figures that are the same for the same words. Give it a page's ``serializable_data()``."""
    words = [[name, _words(name, content.get(name))] for name in CHAIR_READS]
    return hashlib.sha256(json.dumps(words, sort_keys=True, default=str).encode()).hexdigest()


def _words(name: str, value: Any) -> Any:
    return _without_marks(json.loads(value) if name == "body" and isinstance(value, str) and value else value)


def _without_marks(value: Any) -> Any:
    """The value without what the editor keeps for itself: the numbers of blocks and of their paragraphs."""
    if isinstance(value, str):
        return EDITORS_MARKS.sub("", value).replace(EMPTY_PARAGRAPH, "")
    if isinstance(value, list):
        return [_without_marks(one) for one in value]
    if isinstance(value, dict):
        is_block = "type" in value and "value" in value
        return {name: _without_marks(one) for name, one in value.items() if not (is_block and name == "id")}
    return value


def is_too_late(asked_at: datetime, now: datetime) -> bool:
    """True from the moment on which the link no longer works."""
    return now >= asked_at + TIME_TO_ANSWER
