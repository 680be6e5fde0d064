"""What is read on every page and seldom changes, held in the cache that all workers share.

Whatever is kept counts only until a page, a site or a setting of the frame changes (signal_handlers).
"""

from collections.abc import Callable
from secrets import token_urlsafe
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import transaction

from .caching import new_generation

KEPT_FOR = 60 * 60  # seconds
VERSION_KEY = "kept-version"
Kept = TypeVar("Kept")


def kept(key: str, make: Callable[[], Kept]) -> Kept:
    """``make()``, or what it gave last time while nothing has changed since. None is not kept."""
    versioned = f"{cache.get_or_set(VERSION_KEY, token_urlsafe, timeout=None)}-{key}"
    found = cache.get(versioned)
    if found is None:
        found = make()
        cache.set(versioned, found, timeout=KEPT_FOR)
    return found


def forget() -> None:
    """What was kept counts no more, for all workers. The version is never used twice, so that nothing old comes back."""
    cache.set(VERSION_KEY, token_urlsafe(), timeout=None)
    new_generation()  # a page that was begun a moment ago may hold the old words


def forget_on_change(sender: Any, **kwargs: Any) -> None:
    """A receiver for signals: forgets once the change is committed."""
    transaction.on_commit(forget)
