"""Posts: what they need to be published, their order, and the filters of the index."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.views import PAGE_SIZE, post_index
from blog.views import post as post_context
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(blog: Any) -> Any:
    def make(title: str, day: date = date(2026, 1, 1), tags: Any = (), **fields: Any) -> Any:
        page = factories.BoardPostPageFactory(parent=blog, title=title, date=day, **fields)
        page.tags.set(list(tags))
        page.save()
        return page

    return make


@pytest.fixture
def index(blog: Any, rf: Any) -> Any:
    """What the index shows for the question of an address."""
    return lambda question="": post_index(blog, rf.get(f"/board/?{question}"))


def titles(posts: Any) -> list[str]:
    return [post.title for post in posts]


def test_the_smallest_post_may_be_published(post: Any) -> None:
    assert post("Post").publish_problems() == {}


@pytest.mark.parametrize(
    ("change", "field"),
    [({"summary": ""}, "summary"), ({"in_short": " "}, "in_short"), ({"author": None}, "author")],
)
def test_a_post_needs_a_summary_the_short_words_and_an_author(post: Any, change: dict[str, Any], field: str) -> None:
    page = post("Post", live=False)
    for name, value in change.items():
        setattr(page, name, value)
    assert list(page.publish_problems()) == [field]
    with pytest.raises(ValidationError):
        page.save_revision(clean=False).publish()
    page.refresh_from_db()
    assert not page.live


def test_a_picture_of_the_author_without_consent_keeps_the_post_back(post: Any) -> None:
    page = post("Post")
    page.author.picture = factories.CustomImageFactory(shows_people=True)
    assert list(page.publish_problems()) == ["author"]
    page.author.picture = factories.CustomImageFactory(
        shows_people=True, consent=factories.ConsentFactory(ends_on=date(2099, 1, 1))
    )
    assert page.publish_problems() == {}


def test_earlier_and_later_lead_through_all_posts_even_of_one_day(post: Any, rf: Any) -> None:
    day = date(2026, 1, 2)
    pages = [
        post("A", day - timedelta(days=1)),
        post("B", day),
        post("C", day),
        post("D", day),
        post("E", day + timedelta(days=1)),
    ]
    around = [post_context(page, rf.get("/")) for page in pages]
    assert [found["next_post"] for found in around] == [*pages[1:], None]
    assert [found["previous_post"] for found in around] == [None, *pages[:-1]]


def test_earlier_and_later_pass_over_what_the_public_may_not_see(post: Any, rf: Any) -> None:
    first, private, _, last = post("A"), post("B"), post("C", live=False), post("D")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert post_context(first, rf.get("/"))["next_post"] == last
    assert post_context(last, rf.get("/"))["previous_post"] == first


def test_the_index_shows_published_posts_and_only_their_years_and_tags(post: Any, index: Any) -> None:
    post("Shown", date(2025, 5, 5), ["Health"])
    post("Draft", date(2024, 5, 5), ["Money"], live=False)
    private = post("Private", date(2023, 5, 5), ["Travel"])
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    shown = index()
    assert titles(shown["posts"]) == ["Shown"]
    offered = {choice["heading"]: [link["words"] for link in choice["links"]] for choice in shown["choices"]}
    assert offered == {"About": ["Everything", "Health"]}, "One year and one author are no choice."
    post("Of another year", date(2022, 5, 5))
    offered = {choice["heading"]: [link["words"] for link in choice["links"]] for choice in index()["choices"]}
    assert offered["Year"] == ["All", 2025, 2022]


def test_posts_can_be_chosen_by_who_wrote_them(post: Any, index: Any) -> None:
    by = factories.AuthorProfileFactory(slug="lee", name="Lee")
    post("By Lee", date(2026, 1, 1), ["Health"], author=by)
    post("By Alex", date(2026, 1, 1), ["Health"])
    shown = index("author=lee&tag=health")
    assert titles(shown["posts"]) == ["By Lee"]
    links = next(choice["links"] for choice in shown["choices"] if choice["heading"] == "Written by")
    assert [(link["words"], link["chosen"]) for link in links] == [
        ("Everybody", False),
        ("Alex Morgan (example)", False),
        ("Lee", True),
    ]
    assert next(link["address"] for link in links if link["words"] == "Everybody") == "?tag=health"


def test_year_and_tag_narrow_each_other_and_stay_in_the_address(post: Any, index: Any) -> None:
    post("A", date(2025, 1, 1), ["Health"])
    post("B", date(2026, 1, 1), ["Health"])
    post("C", date(2026, 2, 1), ["Money"])
    assert titles(index("year=2026")["posts"]) == ["C", "B"]
    assert titles(index("tag=health")["posts"]) == ["B", "A"]
    both = index("year=2026&tag=health")
    assert titles(both["posts"]) == ["B"]
    assert both["page_address"] == "?year=2026&tag=health"


@pytest.mark.parametrize(
    "question",
    [
        "year=1999",
        "year=abc",
        "year=%00",
        "year=2026.0",
        "year=+2026",
        "tag=nothing",
        "tag=%00",
        "tag=<b>",
        "year=&tag=",
        "year=99999999999999999999",
    ],
)
def test_a_year_or_tag_that_no_post_has_is_left_out(post: Any, index: Any, question: str) -> None:
    post("A", date(2025, 1, 1), ["Health"])
    post("B", date(2026, 1, 1))
    shown = index(question)
    assert titles(shown["posts"]) == ["B", "A"]
    assert (shown["year"], shown["tag"], shown["page_address"]) == (None, None, "?")


@pytest.mark.parametrize(("page", "number"), [("1", 1), ("2", 2), ("999999", 2), ("abc", 1), ("-1", 2)])
def test_a_page_number_that_is_not_there_gives_the_nearest_page(post: Any, index: Any, page: str, number: int) -> None:
    for count in range(PAGE_SIZE + 1):
        post(str(count))
    assert index(f"page={page}")["posts"].number == number


@pytest.mark.parametrize("which", ["index", "post"])
def test_a_page_asks_the_database_as_often_with_twenty_posts_as_with_two(post: Any, blog: Any, client: Any, which: str) -> None:
    page = post("First", date(2026, 1, 2), ["Health"])
    post("Second", tags=["Health"])
    address = blog.url if which == "index" else page.url

    def queries() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    two = queries()
    for number in range(18):
        post(f"Post {number}", date(2026, 1, 3 + number), ["Health", f"Tag {number}"])
    assert queries() == two


def test_the_index_shows_each_post_as_a_link_under_one_heading(post: Any, blog: Any, client: Any) -> None:
    pages = [post("Reflections one", date(2026, 1, 1)), post("Reflections two", date(2026, 2, 1))]
    page = BeautifulSoup(client.get(blog.url).content, "html5lib")
    assert [heading.get_text(strip=True) for heading in page.select("h1")] == [blog.title]
    links = [link["href"] for link in page.select("main h2 a")]
    assert links == [pages[1].url, pages[0].url]


def test_a_post_shows_what_it_reports_in_short_and_who_wrote_it(post: Any, client: Any) -> None:
    earlier = post("Earlier", date(2025, 1, 1))
    page = post(
        "Reflections", tags=["Health"], in_short="We met <b>twice</b>.", for_young_people="They met.",
        next_meeting_date=date(2026, 3, 4), meeting_name="Board of January",
    )  # fmt: skip
    shown = BeautifulSoup(client.get(page.url).content, "html5lib").select_one("main")
    words = " ".join(shown.get_text(" ").split())
    for said in (
        "We met <b>twice</b>.",
        "They met.",
        "4 March 2026",
        "Board of January",
        "Alex Morgan (example)",
        "Independent chair (example)",
    ):
        assert said in words
    assert shown.select_one("a[rel=prev]")["href"] == earlier.url
    assert shown.select_one("a[rel=next]") is None
    assert shown.select_one(f"a[href$='{page.get_parent().url}?tag=health']")
