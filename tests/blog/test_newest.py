"""The block that shows the newest posts and news on any page."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.blocks import NewestBlock
from blog.rules.picking import NO_NEWS, NO_POSTS, NOT_SO_MANY, Pick
from tests import factories

pytestmark = pytest.mark.django_db
START = date(2026, 1, 1)


@pytest.fixture
def things(blog: Any) -> dict[str, Any]:
    """A theme and a category, each with one post or item; a post and an item of neither, the newest."""
    index = factories.NewsIndexPageFactory(parent=blog)
    theme, category = factories.BoardThemeFactory(), factories.NewsCategoryFactory()
    of_theme = factories.BoardPostPageFactory(parent=blog, title="Post on it", date=START)
    of_theme.themes.set([theme])
    of_theme.save()
    factories.NewsPageFactory(parent=index, title="News of it", date=START + timedelta(days=1), categories=[category])
    factories.BoardPostPageFactory(parent=blog, title="Post", date=START + timedelta(days=2))
    factories.NewsPageFactory(parent=index, title="News", date=START + timedelta(days=3))
    return {"index": index, "theme": theme.pk, "category": category.pk}


def block(**more: Any) -> dict[str, Any]:
    return {"type": "newest", "value": {"title": "New", "what": "both", "theme": None, "category": None, "number": 3, **more}}


def page_with(home: Any, *blocks: Any) -> Any:
    return factories.InformationPageFactory(parent=home, body=list(blocks))


def shown(client: Any, page: Any) -> list[list[str]]:
    soup = BeautifulSoup(client.get(page.url).content, "html5lib")
    return [
        [heading.get_text() for heading in section.select("h3")]
        for section in soup.select("section.flow")
        if section.select(".posts")
    ]


def test_each_block_shows_what_was_picked_the_newest_first(things: Any, home: Any, client: Any) -> None:
    theme, category = things["theme"], things["category"]
    page = page_with(
        home,
        block(),
        block(number=1),
        block(what="posts"),
        block(what="news"),
        block(theme=theme, category=category),
        block(what="posts", theme=theme),
    )
    assert shown(client, page) == [
        ["News", "Post", "News of it"],
        ["News"],
        ["Post", "Post on it"],
        ["News", "News of it"],
        ["News of it", "Post on it"],
        ["Post on it"],
    ]


def test_a_block_shows_what_everybody_may_see_and_nothing_where_there_is_nothing(things: Any, home: Any, client: Any) -> None:
    PageViewRestriction.objects.create(page=things["index"], restriction_type=PageViewRestriction.LOGIN)
    page = page_with(home, block(what="news"), block())
    assert shown(client, page) == [["Post", "Post on it"]]


def test_many_blocks_take_as_many_queries_as_one(things: Any, home: Any, client: Any) -> None:
    def queries(page: Any) -> int:
        shown(client, page)
        with CaptureQueriesContext(connection) as asked:
            shown(client, page)
        return len(asked)

    full = block(theme=things["theme"], category=things["category"])
    one = queries(page_with(home, full))
    assert queries(page_with(home, full, block(), block(what="news"), block(what="posts"), full)) == one


def test_the_home_page_shows_its_own(things: Any, home: Any, client: Any) -> None:
    home.newest = [block(what="news", number=1)]
    home.save()
    soup = BeautifulSoup(client.get("/").content, "html5lib")
    assert [link.get_text() for link in soup.select("section.flow .post h3")] == ["News"]


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ({"number": 1}, []),
        ({"number": 6}, []),
        ({"number": 0}, [NOT_SO_MANY]),
        ({"number": 7}, [NOT_SO_MANY]),
        ({"number": None}, [NOT_SO_MANY]),
        ({"what": "news", "theme": 1}, [NO_POSTS]),
        ({"what": "posts", "category": 1}, [NO_NEWS]),
        ({"theme": 1, "category": 1}, []),
        ({"title": " "}, ["Write a title."]),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_block_is_published_only_when_it_can_show_what_it_says(raw: dict[str, Any], sentences: list[str]) -> None:
    assert NewestBlock().problems(block(**raw)["value"]) == sentences


@pytest.mark.parametrize("raw", [None, {}, {"what": "tea", "number": "many"}])
def test_whatever_a_stored_block_holds_there_is_something_to_look_for(raw: Any) -> None:
    assert Pick.of(raw) == Pick()


def test_a_form_may_leave_the_theme_empty_or_choose_one(things: Any) -> None:
    theme = NewestBlock().child_blocks["theme"]
    assert theme.value_from_datadict({"theme": ""}, {}, "theme") is None
    assert theme.value_from_datadict({"theme": str(things["theme"])}, {}, "theme").pk == things["theme"]
