"""What the public sees of promises: their page, the section on a post, the feed and the spreadsheet."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.feeds.promises import changed_on
from blog.models import Promise
from blog.services import Told, add_step
from blog.views import PROMISES_ON_A_PAGE
from tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def tracker(blog: Any) -> Any:
    return factories.PromisesPageFactory(parent=blog)


@pytest.fixture
def post(blog: Any) -> Any:
    return factories.BoardPostPageFactory(parent=blog, title="The October post")


@pytest.fixture
def one_of_each(post: Any) -> dict[str, Promise]:
    """A promise in each state, by its state; the first made is the first here."""
    today = timezone.localdate()
    made = today - 90 * DAY
    found = {
        "late": factories.PromiseFactory(made_on=made, due_on=today - DAY, post=post),
        "on-track": factories.PromiseFactory(made_on=made + DAY, due_on=today, post=post),
        "kept": factories.PromiseFactory(made_on=made + 2 * DAY, due_on=today - 3 * DAY),
        "dropped": factories.PromiseFactory(made_on=made + 3 * DAY, due_on=today),
    }
    for state in ("kept", "dropped"):
        add_step(found[state], Told(state, today, f"Why it is {state}."), user=None, today=today)
    return found


def page(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def shown(client: Any, address: str) -> list[str]:
    return [heading.get_text() for heading in page(client, address).select("article.promised h3")]


def test_the_page_shows_all_the_oldest_first_each_with_its_state_and_the_counts(
    tracker: Any, one_of_each: dict[str, Promise], client: Any
) -> None:
    found = page(client, tracker.url)
    assert [part.get_text() for part in found.select("article.promised h3")] == [one.words for one in one_of_each.values()]
    states = [part.strong.get_text() for part in found.select(".promised-state")]
    assert states == ["Late", "On track", "Kept", "Dropped"]
    counts = [" ".join(part.get_text(" ").split()) for part in found.select(".promised-counts a")]
    assert counts == ["4 All", "1 Late", "1 On track", "1 Kept", "1 Dropped"]
    assert "Why it is dropped." in found.get_text()


def test_the_page_is_narrowed_by_state_by_theme_and_by_post(
    tracker: Any, one_of_each: dict[str, Promise], post: Any, client: Any
) -> None:
    theme = factories.BoardThemeFactory()
    Promise.objects.filter(pk=one_of_each["kept"].pk).update(theme=theme)
    for state, promise in one_of_each.items():
        assert shown(client, f"{tracker.url}?state={state}") == [promise.words]
    assert shown(client, f"{tracker.url}?theme={theme.slug}") == [one_of_each["kept"].words]
    assert shown(client, f"{tracker.url}?theme={theme.slug}&state=late") == []
    assert shown(client, f"{tracker.url}?post={post.pk}") == [one_of_each["late"].words, one_of_each["on-track"].words]


@pytest.mark.parametrize(
    "question",
    [
        "theme=none",
        "theme=%00",
        "state=%00",
        "state=never",
        "post=0",
        "post=abc",
        "post=%00",
        "page=0",
        "page=999",
        "page=x",
        "theme=a&theme=b",
    ],
)
def test_what_the_page_does_not_know_is_left_out(
    tracker: Any, one_of_each: dict[str, Promise], client: Any, question: str
) -> None:
    assert len(shown(client, f"{tracker.url}?{question}")) == 4


def test_a_draft_promise_is_shown_nowhere(tracker: Any, post: Any, client: Any) -> None:
    factories.PromiseFactory(post=post, is_public=False, words="A secret plan.")
    for address in (tracker.url, post.url, "/feeds/promises/", "/feeds/promises.csv", f"{tracker.url}?post={post.pk}"):
        assert "secret plan" not in client.get(address).content.decode()


def test_the_changed_due_date_stays_visible(tracker: Any, client: Any) -> None:
    today = timezone.localdate()
    promise = factories.PromiseFactory(made_on=today - 9 * DAY, due_on=date(2030, 1, 2))
    add_step(promise, Told("new-date", today, "It snowed.", date(2030, 3, 4)), user=None, today=today)
    words = page(client, tracker.url).select_one("article.promised").get_text()
    for part in ("2 January 2030", "4 March 2030", "It snowed.", "The date changed"):
        assert part in words


def test_a_post_that_not_everybody_may_see_is_neither_linked_nor_named(tracker: Any, post: Any, client: Any) -> None:
    factories.PromiseFactory(post=post)
    assert post.title in client.get(tracker.url).content.decode()
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.PASSWORD, password="x")
    for address in (tracker.url, "/feeds/promises.csv", f"{tracker.url}?post={post.pk}"):
        answer = client.get(address).content.decode()
        assert post.title not in answer
        assert post.url not in answer


def test_a_post_says_what_was_promised_in_it_with_its_present_state(
    tracker: Any, post: Any, one_of_each: dict[str, Promise], client: Any
) -> None:
    section = page(client, post.url).select_one("section.promised-of-post")
    assert [part.get_text() for part in section.select("h3")] == [one_of_each["late"].words, one_of_each["on-track"].words]
    assert [part.strong.get_text() for part in section.select(".promised-state")] == ["Late", "On track"]
    assert section.select_one("a.more")["href"].endswith(f"/board/promises/?post={post.pk}")


def test_a_post_without_promises_has_no_such_section(tracker: Any, post: Any, client: Any) -> None:
    assert "What was promised" not in client.get(post.url).content.decode()


def queries(client: Any, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def promised(post: Any, number: int) -> None:
    for promise in factories.PromiseFactory.create_batch(number, post=post, theme=factories.BoardThemeFactory()):
        add_step(promise, Told("update", promise.made_on, "Words."), user=None, today=promise.made_on)


def test_a_post_asks_two_questions_more_at_most_for_1_and_for_100_promises(tracker: Any, post: Any, client: Any) -> None:
    none = queries(client, post.url)
    promised(post, 1)
    one = queries(client, post.url)
    promised(post, 99)
    assert queries(client, post.url) == one
    assert one - none <= 1  # the promises are asked for also where there are none; then the page of promises


@pytest.mark.parametrize("address", ["/board/promises/", "/feeds/promises/", "/feeds/promises.csv"])
def test_the_page_the_feed_and_the_spreadsheet_ask_as_often_for_1_as_for_100(
    tracker: Any, post: Any, client: Any, address: str
) -> None:
    promised(post, 1)
    one = queries(client, address)
    promised(post, 99)
    assert queries(client, address) == one


def test_many_promises_stand_on_several_pages(tracker: Any, client: Any) -> None:
    factories.PromiseFactory.create_batch(PROMISES_ON_A_PAGE + 1)
    assert len(shown(client, tracker.url)) == PROMISES_ON_A_PAGE
    assert len(shown(client, f"{tracker.url}?page=2")) == 1


def test_the_feed_tells_each_promise_with_its_state_what_changed_last_first(
    tracker: Any, one_of_each: dict[str, Promise], client: Any
) -> None:
    response = client.get("/feeds/promises/")
    assert response["Content-Type"].startswith("application/atom+xml")
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    assert [entry.title.split(":")[0] for entry in found.entries] == ["Dropped", "Kept", "Late", "On track"]
    assert found.entries[0].id == f"urn:uuid:{one_of_each['dropped'].key}"
    assert "Why it is dropped." in found.entries[0].summary


def test_a_promise_is_new_in_the_feed_on_the_day_after_its_due_date() -> None:
    promise = factories.PromiseFactory()
    assert changed_on(promise, promise.due_on) == promise.made_on
    assert changed_on(promise, promise.due_on + DAY) == promise.due_on + DAY


@pytest.mark.parametrize("words", ["Fish & <chips>", "]]> <!--", "Line\x0bfeed \x1b"])
def test_whatever_a_promise_holds_the_feed_can_be_read(tracker: Any, client: Any, words: str) -> None:
    factories.PromiseFactory(words=words, owner=words)
    found = feedparser.parse(client.get("/feeds/promises/").content)
    assert (bool(found.bozo), len(found.entries)) == (False, 1)


def spreadsheet(client: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get("/feeds/promises.csv").content.decode("utf-8-sig"))))


def test_the_spreadsheet_has_a_row_for_each_promise_the_oldest_first(
    tracker: Any, one_of_each: dict[str, Promise], post: Any, client: Any
) -> None:
    rows = spreadsheet(client)
    assert [row["State"] for row in rows] == ["Late", "On track", "Kept", "Dropped"]
    assert (rows[0]["Post"], rows[3]["Post"]) == (post.full_url, "")
    assert rows[3]["Reason"] == "Why it is dropped."


@pytest.mark.parametrize("words", ["=1+1", "+cmd|x", "-2", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_nothing_in_the_spreadsheet_is_taken_for_a_formula(tracker: Any, client: Any, words: str) -> None:
    factories.PromiseFactory(words=words, owner=words, made_at=words, area=factories.BoardThemeFactory(name=words, kind="area"))
    row = spreadsheet(client)[0]
    for name in ("Promise", "Who must keep it", "Made at", "Priority action area"):
        assert not row[name].startswith(("=", "+", "-", "@", "\t", "\r", " ")), name


def test_without_a_public_page_of_promises_there_is_no_feed_and_no_spreadsheet(blog: Any, client: Any) -> None:
    factories.PromiseFactory()
    factories.PromisesPageFactory(parent=blog, live=False)
    for address in ("/feeds/promises/", "/feeds/promises.csv"):
        assert client.get(address).status_code == 404


@pytest.fixture
def index_links(blog: Any, client: Any) -> Callable[[], list[str]]:
    return lambda: [link["href"] for link in page(client, blog.url).select("main .page-head nav a")]


def test_the_board_blog_leads_to_the_promises_once_there_is_a_page(blog: Any, index_links: Any) -> None:
    assert index_links() == []
    tracker = factories.PromisesPageFactory(parent=blog)
    assert index_links() == [tracker.url]
