"""What an editor picked for a block of the newest posts and news."""

from dataclasses import dataclass
from typing import Any

from ..choices import What

MOST = 6
USUAL = 3
NOT_SO_MANY = "Show at least 1 and at most 6."
NO_POSTS = "A theme chooses among the posts, and this shows none. Take the theme out, or show posts too."
NO_NEWS = "A category chooses among the news, and this shows none. Take the category out, or show news too."


@dataclass(frozen=True)
class Pick:
    """How many of the newest of what; of one theme (posts) and of one category (news), by their numbers, where chosen."""

    what: str = What.BOTH
    theme: int | None = None
    category: int | None = None
    number: int = USUAL

    @classmethod
    def of(cls, raw: Any) -> "Pick":
        """From a block's raw value, whatever it holds."""
        raw = raw or {}
        what = raw.get("what")
        number = raw.get("number")
        return cls(
            what=what if what in What.values else What.BOTH,
            theme=raw.get("theme") or None,
            category=raw.get("category") or None,
            number=number if isinstance(number, int) and 1 <= number <= MOST else USUAL,
        )

    @property
    def has_posts(self) -> bool:
        return self.what != What.NEWS

    @property
    def has_news(self) -> bool:
        return self.what != What.POSTS


def pick_problems(raw: Any) -> list[str]:
    """Sentences for the editor about a block's raw value."""
    raw, pick = raw or {}, Pick.of(raw)
    problems = []
    if raw.get("number") != pick.number:
        problems.append(NOT_SO_MANY)
    if pick.theme and not pick.has_posts:
        problems.append(NO_POSTS)
    if pick.category and not pick.has_news:
        problems.append(NO_NEWS)
    return problems
