"""What a post should have before it is published: what it must, and what readers would miss."""

from dataclasses import dataclass
from typing import Protocol


class PostFacts(Protocol):
    in_short: str
    for_young_people: str
    meeting_name: str
    next_meeting_note: str
    how_to_comment: str
    author_id: int | None


@dataclass(frozen=True)
class Check:
    """One line of the list. ``needed``: without it the post is not published."""

    words: str
    done: bool
    needed: bool = False


def checklist(post: PostFacts, *, has_body: bool, has_themes: bool, has_next_meeting: bool, has_promises: bool) -> list[Check]:
    """The list in the order of the editor."""
    return [
        Check("It says who writes.", post.author_id is not None, needed=True),
        Check("It says which meeting it reports.", bool(post.meeting_name.strip())),
        Check("It has the post in short.", bool(post.in_short.strip()), needed=True),
        Check("It says the same for young people.", bool(post.for_young_people.strip())),
        Check("It has its sections.", has_body),
        Check("It says when the next meeting is.", has_next_meeting or bool(post.next_meeting_note.strip())),
        Check("It says how to comment.", bool(post.how_to_comment.strip())),
        Check("It names the themes that it is about.", has_themes),
        Check("What was promised is written down as promises.", has_promises),
    ]
