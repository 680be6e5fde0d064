"""The board's posts as feeds: Atom and JSON, of all, of a theme, by an author."""

from datetime import date
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.feeds import MOST_POSTS
from blog.feeds.full_text import cleaned
from tests import factories

pytestmark = pytest.mark.django_db
FEED = "/feeds/board/"


def feed(client: Any, address: str = FEED) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_feed_names_the_blog_and_its_posts_the_newest_first(blog: Any, client: Any) -> None:
    old = factories.BoardPostPageFactory(parent=blog, title="Old", date=date(2025, 1, 1))
    new = factories.BoardPostPageFactory(parent=blog, title="New", date=date(2026, 1, 1))
    found = feed(client)
    assert (found.feed.title, found.feed.link, found.feed.subtitle) == (blog.title, blog.full_url, blog.summary)
    assert [entry.title for entry in found.entries] == ["New", "Old"]
    assert [entry.link for entry in found.entries] == [new.full_url, old.full_url]


def test_an_entry_says_who_when_and_what_in_short(blog: Any, client: Any) -> None:
    post = factories.BoardPostPageFactory(parent=blog, title="News", date=date(2026, 1, 2), in_short="The board met.")
    entry = feed(client).entries[0]
    assert entry.author == "Alex Morgan (example)"
    assert entry.published_parsed[:3] == (2026, 1, 2)
    assert entry.id == f"urn:uuid:{post.translation_key}"
    assert post.summary in entry.summary
    assert "The board met." in entry.summary


def test_the_identity_of_an_entry_outlasts_a_new_address(blog: Any, client: Any) -> None:
    post = factories.BoardPostPageFactory(parent=blog)
    before = feed(client).entries[0]
    post.slug = "another-address"
    post.save()
    after = feed(client).entries[0]
    assert after.id == before.id
    assert after.link != before.link


@pytest.mark.parametrize("title", ["Fish & <chips>", "“Ünïcode” 🙂", "]]> <!--", "Line\x0bfeed \x1b"])
def test_whatever_a_title_holds_the_feed_can_be_read(blog: Any, client: Any, title: str) -> None:
    factories.BoardPostPageFactory(parent=blog, title=title, slug="post", in_short=title, summary=title)
    assert len(feed(client).entries) == 1


def test_drafts_and_private_posts_are_not_in_the_feed(blog: Any, client: Any) -> None:
    factories.BoardPostPageFactory(parent=blog, live=False)
    private = factories.BoardPostPageFactory(parent=blog)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert feed(client).entries == []


def test_a_private_blog_or_none_has_no_feed(home: Any, client: Any) -> None:
    assert client.get(FEED).status_code == 404
    blog = factories.BoardBlogPageFactory(parent=home)
    assert client.get(FEED).status_code == 200
    PageViewRestriction.objects.create(page=blog, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(FEED).status_code == 404


def test_the_feed_holds_the_newest_posts_only(blog: Any, client: Any) -> None:
    for number in range(MOST_POSTS + 1):
        factories.BoardPostPageFactory(parent=blog, title=f"Post {number:02}")
    entries = feed(client).entries
    assert len(entries) == MOST_POSTS
    assert "Post 00" not in [entry.title for entry in entries]


def test_the_feed_asks_the_database_as_often_for_twenty_posts_as_for_one(blog: Any, client: Any) -> None:
    def queries() -> int:
        feed(client)
        with CaptureQueriesContext(connection) as captured:
            feed(client)
        return len(captured)

    factories.BoardPostPageFactory(parent=blog)
    one = queries()
    for _ in range(19):
        factories.BoardPostPageFactory(parent=blog)
    assert queries() == one


BODY = [
    {
        "type": "text",
        "value": '<h2>What families said</h2><p>Read <a href="/young-people/">their words</a>. <b>All</b> of them.</p>',
    },
]


@pytest.fixture
def told(blog: Any) -> Any:
    """A post on a theme, and one by somebody else on none."""
    theme, lee = (
        factories.BoardThemeFactory(slug="theme-2", name="Theme 2"),
        factories.AuthorProfileFactory(slug="lee", name="Lee"),
    )
    post = factories.BoardPostPageFactory(parent=blog, title="On it", body=BODY, for_young_people="You were heard.")
    post.themes.set([theme])
    post.save()
    factories.BoardPostPageFactory(parent=blog, title="By Lee", author=lee)
    return post


def test_each_entry_holds_the_whole_post_and_its_links_lead_somewhere(told: Any, client: Any) -> None:
    entry = next(entry for entry in feed(client).entries if entry.title == "On it")
    text = entry.content[0].value
    for words in (told.summary, told.in_short, "You were heard.", "What families said", "of them."):
        assert words in text
    assert f'<a href="{told.full_url.split("/", 3)[0]}//{told.full_url.split("/", 3)[2]}/young-people/"' in text
    item = next(item for item in client.get("/feeds/board.json").json()["items"] if item["title"] == "On it")
    assert item["content_html"].count("What families said") == text.count("What families said") == 1
    assert (item["id"], item["url"]) == (entry.id, told.full_url)


def test_what_only_works_on_the_page_is_left_out_of_a_feed() -> None:
    page = '<div class="x" onclick="y()"><svg><title>A bar</title></svg><p style="z">Words</p><script>bad()</script></div>'
    assert cleaned(page, "https://example.org/post/") == "<p>Words</p>"
    assert cleaned('<a href="javascript:bad()">Here</a>', "https://example.org/post/") == "<a>Here</a>"


@pytest.mark.parametrize(("of", "titles"), [("themes/theme-2", ["On it"]), ("authors/lee", ["By Lee"])])
def test_a_theme_and_an_author_each_have_a_feed_of_both_kinds(told: Any, client: Any, of: str, titles: list[str]) -> None:
    assert [entry.title for entry in feed(client, f"/feeds/board/{of}/").entries] == titles
    answer = client.get(f"/feeds/board/{of}.json")
    assert answer["Content-Type"] == "application/feed+json"
    assert answer.json()["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in answer.json()["items"]] == titles
    assert answer.json()["feed_url"].endswith(f"/feeds/board/{of}.json")


def test_nobody_learns_of_an_author_without_a_public_post_or_of_an_unknown_theme(told: Any, client: Any) -> None:
    new = factories.AuthorProfileFactory(slug="new")
    factories.BoardPostPageFactory(parent=told.get_parent(), author=new, live=False)
    for of in ("authors/new", "authors/nobody", "themes/nothing"):
        for end in ("/", ".json"):
            assert client.get(f"/feeds/board/{of}{end}").status_code == 404


def test_the_json_feed_can_be_read_whatever_a_title_holds(blog: Any, client: Any) -> None:
    factories.BoardPostPageFactory(parent=blog, title="Line\x0bfeed </script> “🙂”", slug="post")
    assert client.get("/feeds/board.json").json()["items"][0]["title"] == "Line feed </script> “🙂”"
