"""Editors and Easy Read: the page that an edition belongs to, and the list of those that need another look."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_MEMBER, READER
from tests import factories

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 5, 3, 12, tzinfo=UTC)
LIST = reverse("easy_read:index")


@pytest.fixture
def listing(site_tree: Any) -> Any:
    return factories.ServicePageFactory(parent=site_tree["directory"], title="Riverside club")


@pytest.fixture
def editor(person: Callable[..., Any], listing: Any, client: Client) -> Client:
    client.force_login(person(DIRECTORY_EDITOR))
    return client


def later(page: Any) -> None:
    type(page).objects.filter(pk=page.pk).update(last_published_at=THEN + timedelta(days=1))


def test_the_form_says_whose_edition_it_is_and_when_it_needs_another_look(
    editor: Client, listing: Any, edition_of: Callable[..., Any]
) -> None:
    edition = edition_of(listing, last_published_at=THEN)
    address = reverse("wagtailadmin_pages:edit", args=[edition.pk])
    shown = BeautifulSoup(editor.get(address).content, "html5lib").get_text(" ", strip=True)
    assert "This is the Easy Read edition of Riverside club" in shown
    assert "publish this edition again" not in shown
    later(listing)
    assert "publish this edition again" in editor.get(address).content.decode()


def test_an_editor_of_listings_may_add_an_edition_to_a_listing(editor: Client, listing: Any) -> None:
    address = reverse("wagtailadmin_pages:add", args=["easyread", "easyreadpage", listing.pk])
    assert editor.get(address).status_code == 200


def test_the_list_shows_the_stale_ones_first_with_their_pages(
    editor: Client, listing: Any, site_tree: Any, edition_of: Callable[..., Any]
) -> None:
    fresh = factories.ServicePageFactory(parent=site_tree["directory"], title="Fresh club")
    edition_of(fresh, title="Fresh in pictures", last_published_at=THEN)
    edition_of(listing, title="Old in pictures", last_published_at=THEN)
    later(listing)
    shown = BeautifulSoup(editor.get(LIST).content, "html5lib")
    rows = [row.get_text(" ", strip=True) for row in shown.select("table.listing tbody tr")]
    assert len(rows) == 2
    assert "Old in pictures" in rows[0]
    assert "Riverside club" in rows[0]
    assert "Its page was published since" in rows[0]
    assert "Its page was published since" not in rows[1]


def test_the_list_is_searched_by_title(editor: Client, listing: Any, edition_of: Callable[..., Any]) -> None:
    edition_of(listing, title="Club in pictures")
    assert "Club in pictures" in editor.get(LIST, {"q": "pictures"}).content.decode()
    assert "Club in pictures" not in editor.get(LIST, {"q": "zebra"}).content.decode()
    assert editor.get(LIST, {"q": "zebra\0"}).status_code == 200


def test_the_list_shows_only_what_one_may_change(
    person: Callable[..., Any], listing: Any, edition_of: Callable[..., Any], client: Client, blog: Any
) -> None:
    edition_of(listing, title="Club in pictures")
    edition_of(factories.BoardPostPageFactory(parent=blog), title="Post in pictures")
    client.force_login(person(DIRECTORY_EDITOR))
    shown = client.get(LIST).content.decode()
    assert "Club in pictures" in shown
    assert "Post in pictures" not in shown


@pytest.mark.parametrize("role", [READER, FORUM_MEMBER])
def test_who_may_change_no_page_is_refused_the_list(
    person: Callable[..., Any], site_tree: Any, client: Client, role: Any
) -> None:
    client.force_login(person(role))
    assert client.get(LIST).status_code == 403


def test_somebody_who_may_not_edit_listings_cannot_add_an_edition_to_one(
    person: Callable[..., Any], listing: Any, client: Client
) -> None:
    client.force_login(person(FORUM_MEMBER))
    address = reverse("wagtailadmin_pages:add", args=["easyread", "easyreadpage", listing.pk])
    assert client.post(address, {"title": "Mine", "slug": "easy-read"}).status_code in (302, 403)
    assert listing.get_children().count() == 0
