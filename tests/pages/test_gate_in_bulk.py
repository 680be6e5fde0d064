"""The publishing gate when many pages are published at once: all or none, and each that is in the way is named."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from .ground import WRONG, draft, is_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


def publish(boss: Client, parent: Any, *pages: Any, **answers: str) -> Any:
    """Chooses the pages in their parent's list, confirms, and goes back to the list."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    back = reverse("wagtailadmin_explore", args=[parent.pk])
    query = urlencode([("id", page.pk) for page in pages] + [("next", back)])
    return boss.post(f"{address}?{query}", answers, follow=True)


def told(response: Any) -> str:
    soup = BeautifulSoup(response.content, "html5lib")
    return " ".join(found.get_text(" ", strip=True) for found in soup.select(".messages"))


def test_finished_pages_are_published_together(boss: Client, home: Any) -> None:
    pages = [draft(home), draft(home)]
    publish(boss, home, *pages)
    assert [is_public(page) for page in pages] == [True, True]


@pytest.mark.parametrize("kind", WRONG)
def test_one_unfinished_page_stops_all_and_is_named_with_the_reason(boss: Client, home: Any, kind: str) -> None:
    good, bad, other = draft(home), draft(home, kind, title="Half done"), draft(home)
    response = publish(boss, home, good, bad, other)
    assert response.status_code == 200
    assert "“Half done” cannot be published yet. Nothing was changed." in told(response)
    assert WRONG[kind][2] in told(response)
    assert good.title not in told(response)
    assert not any(is_public(page) for page in (good, bad, other))


def test_each_page_that_stands_in_the_way_is_named(boss: Client, home: Any) -> None:
    publish_many = [draft(home, "no summary", title="First"), draft(home, "a skipped heading", title="Second")]
    words = told(publish(boss, home, *publish_many))
    assert "“First” cannot be published" in words
    assert "“Second” cannot be published" in words


def test_an_unfinished_page_below_counts_only_when_those_below_are_published_too(boss: Client, home: Any) -> None:
    parent = draft(home)
    below = draft(parent, "no summary", title="Half done")
    assert "“Half done”" in told(publish(boss, home, parent, include_descendants="on"))
    assert not is_public(parent)
    publish(boss, home, parent)
    assert (is_public(parent), is_public(below)) == (True, False)


def test_finished_pages_below_are_published_too(boss: Client, home: Any) -> None:
    parent = draft(home)
    below = draft(parent)
    publish(boss, home, parent, include_descendants="on")
    assert (is_public(parent), is_public(below)) == (True, True)


def test_a_title_that_markup_is_in_is_shown_as_words(boss: Client, home: Any) -> None:
    bad = draft(home, "no summary", title="<b>Bold</b>")
    response = publish(boss, home, bad)
    assert "“<b>Bold</b>”" in told(response)
    assert not BeautifulSoup(response.content, "html5lib").select(".messages b")
