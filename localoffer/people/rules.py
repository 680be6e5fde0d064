"""Pure rules of signing in: when a session is over, what is an action, who has which role, which password is too easy."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

# What the editor's page sends by itself while nobody is there, and what asks how long the session lasts.
NOT_AN_ACTION = frozenset({"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"})
SESSION = "account_session"
LAST_ACTION = "last_action"  # in the session: when the person last did something, in seconds
# Words that many people put into a password for a site like this one.
EASY_WORDS = ("localoffer", "password", "welcome", "qwertyuiop", "qwerty", "letmein", "council", "admin", "wagtail", "send")
FEWEST_SIGNS = 6
FEWEST_LEFT = 8


def is_over(last: float | None, now: float, minutes: int) -> bool:
    """Whether the last action (seconds, as ``timestamp()`` gives them) was so many minutes ago. None: none was noted."""
    return last is not None and now - last >= minutes * 60


def is_an_action(view_name: str, method: str) -> bool:
    """Whether a person asked for it. Asking how long the session lasts is none; choosing to stay (a POST there) is one."""
    return view_name not in NOT_AN_ACTION and (view_name != SESSION or method == "POST")


def roles_of(claims: Mapping[str, Any], roles_by_group: Mapping[str, str]) -> set[str]:
    """The names of the roles for what a directory says of somebody.

    ``groups`` and ``roles`` are what Entra ID and most others send. Google sends no groups, but the domain (``hd``),
    which counts as the group "domain:example.gov.uk".
    """
    groups: set[str] = set()
    for name in ("groups", "roles"):
        said = claims.get(name) or []
        groups |= {said} if isinstance(said, str) else {str(one) for one in said}
    if claims.get("hd"):
        groups.add(f"domain:{claims['hd']}")
    return {role for group, role in roles_by_group.items() if group in groups}


def is_too_easy(password: str, words: Iterable[str] = ()) -> bool:
    """Whether a long password is guessed at once: few different signs, a piece repeated, or little beside easy words."""
    plain = re.sub(r"[\W_]", "", password.lower())
    if len(set(plain)) < FEWEST_SIGNS or re.fullmatch(r"(.{1,8})\1+.{0,4}", plain):
        return True
    for word in sorted([*EASY_WORDS, *(re.sub(r"[\W_]", "", word.lower()) for word in words)], key=len, reverse=True):
        plain = plain.replace(word, "") if word else plain
    return len(re.sub(r"\d", "", plain)) < FEWEST_LEFT and len(plain) < FEWEST_LEFT + 4
