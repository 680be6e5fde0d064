"""What is read on every page and seldom changes, held in the cache that all workers share.

Whatever is kept counts only until a page, a site or a setting of the frame changes (signal_handlers).
"""

from collections.abc import Callable
from secrets import token_urlsafe
from time import monotonic
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import transaction

from .caching import new_generation

KEPT_FOR = 60 * 60  # seconds
VERSION_KEY = "kept-version"
MOST_HELD = 50
Kept = TypeVar("Kept")

_held: dict[str, tuple[float, Any]] = {}  # until when, and what


def kept(key: str, make: Callable[[], Kept], *, held: bool = False) -> Kept:
    """``make()``, or what it gave last time while nothing has changed since. None is not kept.

    ``held``: for what every page reads and nobody writes into. Each process then holds the object itself beside the cache,
    and does not unpack it at every request.
    """
    versioned = f"{cache.get_or_set(VERSION_KEY, token_urlsafe, timeout=None)}-{key}"
    if held and versioned in _held and monotonic() < _held[versioned][0]:
        return _held[versioned][1]
    found = cache.get(versioned)
    if found is None:
        found = make()
        cache.set(versioned, found, timeout=KEPT_FOR)
    if held:
        if len(_held) >= MOST_HELD:
            _held.clear()
        _held[versioned] = (monotonic() + KEPT_FOR, found)
    return found


def forget() -> None:
    """What was kept counts no more, for all workers. The version is never used twice, so that nothing old comes back."""
    cache.set(VERSION_KEY, token_urlsafe(), timeout=None)
    new_generation()  # a page that was begun a moment ago may hold the old words


def forget_on_change(sender: Any, **kwargs: Any) -> None:
    """A receiver for signals: forgets once the change is committed."""
    transaction.on_commit(forget)
