"""Young people's posts as readers see them."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.search.index import find, rebuild
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(youth_home: Any) -> Any:
    return factories.ForumPostsPageFactory(parent=youth_home)


def post(index: Any, number: int = 1, **fields: Any) -> Any:
    when = timezone.now() - timedelta(days=number)
    return factories.ForumPostPageFactory(parent=index, first_published_at=when, **fields)


def main_of(client: Client, page: Any, query: str = "") -> BeautifulSoup:
    return BeautifulSoup(client.get(page.url + query).content, "html5lib").select_one("main")


def test_the_list_has_the_public_posts_the_newest_first(index: Any, client: Client) -> None:
    post(index, 3, title="Old")
    post(index, 1, title="New")
    post(index, title="Draft", live=False)
    assert [title.get_text() for title in main_of(client, index).select("article h2")] == ["New", "Old"]


def test_a_long_list_has_pages(index: Any, client: Client) -> None:
    for number in range(12):
        post(index, number, title=f"Post {number}")
    assert len(main_of(client, index).select("article")) == 10
    assert [title.get_text() for title in main_of(client, index, "?page=2").select("article h2")] == ["Post 10", "Post 11"]
    assert len(main_of(client, index, "?page=x\x00").select("article")) == 10


def test_a_post_shows_its_words_as_plain_paragraphs(index: Any, client: Client) -> None:
    page = post(index, words="First.\n\n<b>Second</b> & last.")
    shown = main_of(client, page).select(".forum-words p")
    assert [paragraph.get_text() for paragraph in shown] == ["First.", "<b>Second</b> & last."]


@pytest.mark.parametrize(("show", "line"), [(True, "By Kai"), (False, "By a member of the forum")])
def test_the_name_shows_only_where_the_writer_wants_it(index: Any, client: Client, show: bool, line: str) -> None:
    page = post(index, show_name=show)
    shown = main_of(client, page).get_text()
    assert line in shown
    assert ("Kai" in shown) is show


def test_a_picture_shows_only_while_its_consent_lives(index: Any, client: Client) -> None:
    today = timezone.localdate()
    consent = factories.ConsentFactory(ends_on=today + timedelta(days=9), given_on=today - timedelta(days=9))
    picture = factories.CustomImageFactory(shows_people=True, consent=consent)
    page = post(index, picture=picture)
    assert main_of(client, page).select("img[src*=images]")
    assert main_of(client, index).select("article img")
    consent.withdrawn_on = today
    consent.save()
    assert not main_of(client, page).select("img[src*=images]")
    assert not main_of(client, index).select("article img")


def test_a_post_is_found_by_its_words_and_not_by_its_writer(index: Any) -> None:
    page = post(index, title="My boat", words="It has a purple sail.", chosen_name="Wilhelmina")
    rebuild()
    assert page.pk in find("purple sail", kinds=("youth",)).page_ids
    assert page.pk not in find("Wilhelmina", kinds=("youth",)).page_ids


def test_pages_ask_the_database_as_often_for_ten_posts_as_for_one(index: Any, client: Client) -> None:
    def queries(page: Any) -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).status_code == 200
        return len(captured)

    def picture() -> Any:
        return factories.CustomImageFactory(shows_people=True, consent=factories.ConsentFactory())

    first = post(index, 1, picture=picture())
    one = queries(index)
    for number in range(9):
        post(index, number, picture=picture())
    assert queries(index) == one <= 10
    assert queries(first) <= 10
