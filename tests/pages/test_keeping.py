"""What is kept between requests: given again while nothing changes, never after something has."""

from typing import Any

from django.core.cache import cache

from localoffer.pages.keeping import VERSION_KEY, forget, forget_on_change, kept


def test_it_is_made_once_while_nothing_changes() -> None:
    made = []
    for _ in range(3):
        assert kept("menu", lambda: made.append(1) or "menu") == "menu"
    assert made == [1]


def test_false_and_empty_things_are_kept_too() -> None:
    made = []
    for _ in range(2):
        assert kept("empty", lambda: made.append(1) or []) == []
        assert kept("no", lambda: made.append(1) or False) is False
    assert made == [1, 1]


def test_after_a_change_it_is_made_anew() -> None:
    kept("menu", lambda: "old")
    forget()
    assert kept("menu", lambda: "new") == "new"


def test_nothing_old_comes_back_when_the_cache_loses_the_version() -> None:
    kept("menu", lambda: "old")
    cache.delete(VERSION_KEY)
    assert kept("menu", lambda: "new") == "new"


def test_a_change_counts_only_once_it_is_committed(db: None, django_capture_on_commit_callbacks: Any) -> None:
    kept("menu", lambda: "old")
    with django_capture_on_commit_callbacks(execute=True):
        forget_on_change(sender=None)
        assert kept("menu", lambda: "new") == "old"
    assert kept("menu", lambda: "new") == "new"
