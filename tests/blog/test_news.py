"""News: what an item needs, the list with its choices, its feeds, its alerts, and how it is found."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.models import NewsPage
from blog.models.news import NOBODY_WROTE_IT
from blog.newsworthy import news, news_items
from blog.views import PAGE_SIZE
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from localoffer.search.index import find
from tests import factories

pytestmark = pytest.mark.django_db
NEWS = "/board/news/"
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)


@pytest.fixture
def index(blog: Any) -> Any:
    return factories.NewsIndexPageFactory(parent=blog)


@pytest.fixture
def item(index: Any) -> Any:
    return lambda title, **more: factories.NewsPageFactory(parent=index, title=title, **more)


@pytest.fixture
def health(db: None) -> Any:
    return factories.NewsCategoryFactory(name="Health", slug="health")


def shown(client: Any, question: str = "") -> BeautifulSoup:
    response = client.get(f"{NEWS}{question}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def titles(soup: BeautifulSoup) -> list[str]:
    return [heading.get_text(strip=True) for heading in soup.select("article.post h2")]


def test_an_item_needs_a_summary_and_somebody_who_writes_it(item: Any) -> None:
    page = item("News", live=False)
    assert page.publish_problems() == {}
    page.bylines.set([])
    page.summary = ""
    assert set(page.publish_problems()) == {"summary", "bylines"}
    with pytest.raises(ValidationError):
        page.save_revision(clean=False).publish()
    assert not NewsPage.objects.live().exists()


def test_the_list_shows_what_everybody_may_see_the_newest_first(item: Any, client: Any) -> None:
    item("Old", date=date(2025, 1, 1))
    item("New", date=date(2026, 1, 1))
    item("Draft", live=False)
    PageViewRestriction.objects.create(page=item("Private"), restriction_type=PageViewRestriction.LOGIN)
    assert titles(shown(client)) == ["New", "Old"]


def test_a_featured_item_stands_first_while_it_is_one_of_the_ten_newest(item: Any, client: Any) -> None:
    item("Featured", date=date(2026, 1, 1), is_featured=True)
    for number in range(1, PAGE_SIZE):
        item(f"Item {number}", date=date(2026, 1, 1) + timedelta(days=number))
    assert titles(shown(client))[:2] == ["Featured", "Item 9"]
    item("One more", date=date(2026, 2, 1))
    assert titles(shown(client))[0] == "One more"
    assert titles(shown(client, "?page=2")) == ["Featured"]


def test_a_category_and_a_year_narrow_each_other_and_say_how_many_there_are(item: Any, health: Any, client: Any) -> None:
    factories.NewsCategoryFactory(name="Nothing yet", slug="nothing")
    item("A", date=date(2025, 1, 1), categories=[health], is_featured=True)
    item("B", date=date(2026, 1, 1), categories=[health, factories.NewsCategoryFactory(name="Travel", slug="travel")])
    item("C", date=date(2026, 2, 1))
    offered = {link.get_text(): link["href"] for link in shown(client).select(".sift a")}
    assert list(offered) == ["All", "2026 (2)", "2025 (1)", "Everything", "Health (2)", "Travel (1)"]
    soup = shown(client, "?category=health")
    assert titles(soup) == ["B", "A"], "Among chosen ones, no item is put first."
    assert [link.get_text() for link in soup.select(".sift a[aria-current]")] == ["All", "Health (2)"]
    assert titles(shown(client, "?year=2026&category=health")) == ["B"]
    assert "2025 (0)" not in shown(client, "?category=travel").get_text()


@pytest.mark.parametrize(
    "question", ["?category=none", "?year=2024", "?year=tea", "?page=2", "?page=0", "?page=x", "?category=%00"]
)
def test_a_category_a_year_or_a_page_that_is_not_there_is_a_404(item: Any, client: Any, question: str) -> None:
    item("A")
    assert client.get(f"{NEWS}{question}").status_code == 404


def test_a_category_without_news_says_so_and_leads_back(index: Any, health: Any, client: Any) -> None:
    assert "There is no news yet." in shown(client).get_text()
    assert "There is no such news." in shown(client, "?category=health").get_text()


def test_words_find_items_by_their_stems_within_the_choice(item: Any, health: Any, client: Any, settings: Any) -> None:
    settings.DEMONSTRATION = False
    for title, categories in (("Travelling to school", [health]), ("Travel grants", []), ("Dancing", [health])):
        item(title, categories=categories).save_revision().publish()
    soup = shown(client, "?q=travels")
    assert sorted(titles(soup)) == ["Travel grants", "Travelling to school"]
    assert soup.select_one("meta[name=robots]")["content"].startswith("noindex")
    assert "2 results for “travels”." in soup.get_text()
    soup = shown(client, "?q=travels&category=health")
    assert titles(soup) == ["Travelling to school"]
    assert soup.select_one("form.within input[type=hidden][name=category]")["value"] == "health"
    assert all("q=travels" in link["href"] for link in soup.select(".sift a"))
    assert shown(client).select_one("meta[name=robots]") is None


def test_where_nothing_is_found_there_are_ways_on(item: Any, client: Any) -> None:
    item("Travel").save_revision().publish()
    soup = shown(client, "?q=qwertyuiop")
    assert titles(soup) == []
    assert "We found nothing for “qwertyuiop” here." in soup.get_text()
    assert "?" in [link["href"] for link in soup.select("#found a")]


def test_one_item_takes_as_many_queries_as_ten(item: Any, health: Any, client: Any) -> None:
    def queries(question: str) -> int:
        shown(client, question)
        with CaptureQueriesContext(connection) as asked:
            shown(client, question)
        return len(asked)

    authors = factories.AuthorProfileFactory.create_batch(2)
    item("Otter 0", categories=[health], authors=authors).save_revision().publish()
    one, found = queries(""), queries("?q=otter")
    for number in range(1, PAGE_SIZE):
        item(f"Otter {number}", categories=[health], authors=authors).save_revision().publish()
    assert (queries(""), queries("?q=otter")) == (one, found)
    assert one <= 10


def test_an_item_says_who_when_and_about_what_and_leads_on(item: Any, health: Any, client: Any) -> None:
    names = [factories.AuthorProfileFactory(name="Lee"), factories.AuthorProfileFactory(name="Ari")]
    item("Before", date=date(2026, 1, 1))
    page = item("Now", date=date(2026, 1, 2), authors=names, categories=[health])
    item("After", date=date(2026, 1, 3))
    soup = BeautifulSoup(client.get(page.url).content, "html5lib")
    assert "2 January 2026 · Written by Lee, Ari" in " ".join(soup.main.get_text().split())
    assert soup.select_one("a[rel=prev]")["href"].endswith("/before/")
    assert soup.select_one("a[rel=next]")["href"].endswith("/after/")
    assert soup.select_one(".post-tags a")["href"] == f"{NEWS}?category=health"
    data = page.structured_data(client.get(page.url).wsgi_request)
    assert (data["@type"], [one["name"] for one in data["author"]]) == ("NewsArticle", ["Lee", "Ari"])


def test_the_feeds_have_the_whole_text_and_all_authors(item: Any, health: Any, client: Any) -> None:
    names = [factories.AuthorProfileFactory(name="Lee"), factories.AuthorProfileFactory(name="Ari\x0b")]
    body = [("text", "<p>The whole story.</p>")]
    item("News \x0b <b>", slug="n", authors=names, categories=[health], body=body)
    item("Else")
    found = feedparser.parse(client.get("/feeds/news/categories/health/").content)
    assert not found.bozo
    (entry,) = found.entries
    assert [author.name for author in entry.authors] == ["Lee", "Ari"]
    assert "The whole story." in entry.content[0].value
    assert len(feedparser.parse(client.get("/feeds/news/").content).entries) == 2
    (told,) = client.get("/feeds/news/categories/health.json").json()["items"]
    assert ([author["name"] for author in told["authors"]], "story" in told["content_html"]) == (["Lee", "Ari "], True)


@pytest.mark.parametrize("address", ["/feeds/news/categories/none/", "/feeds/news/categories/none.json"])
def test_a_category_that_is_not_there_has_no_feed(index: Any, client: Any, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_site_without_news_has_no_feed_of_it(blog: Any, client: Any) -> None:
    assert client.get("/feeds/news.json").status_code == 404


def test_news_is_told_of_to_who_asked_for_it(item: Any) -> None:
    page = item("New", summary="About it.", date=date(2026, 11, 20))
    NewsPage.objects.filter(pk=page.pk).update(first_published_at=NOW + timedelta(hours=1))
    (told,) = news_items(NOW, NOW + timedelta(hours=1))
    assert (told.subjects, told.own.title, told.own.words) == (("news",), "New", "About it.")
    assert [subject.key for subject in news()] == ["news"]
    assert list(news_items(NOW + timedelta(hours=1), NOW + timedelta(hours=2))) == []


def test_an_item_is_found_on_the_whole_site_by_its_category_also_when_that_is_renamed(
    item: Any, health: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = item("Otters", categories=[health], authors=[factories.AuthorProfileFactory(name="Lee Hart")])
    page.save_revision().publish()
    for question in ("otters", "health", "hart"):
        assert find(question, kinds=["news"]).page_ids == [page.pk]
    with django_capture_on_commit_callbacks(execute=True):
        health.name = "Wellbeing"
        health.save()
    assert find("wellbeing", kinds=["news"]).page_ids == [page.pk]


def test_communications_staff_write_news_and_sort_it_and_others_do_not(site_tree: Any, person: Any, client: Any) -> None:
    index = factories.NewsIndexPageFactory(parent=site_tree["blog"])
    health = factories.NewsCategoryFactory(name="Health", slug="health")
    factories.NewsPageFactory(parent=index, title="Otters", categories=[health], is_featured=True)
    factories.NewsPageFactory(parent=index, title="Badgers")
    staff = person(COMMUNICATIONS)
    may = index.permissions_for_user(staff)
    assert (may.can_add_subpage(), may.can_publish()) == (True, True)
    client.force_login(staff)
    listed = client.get(f"/admin/pages/{index.pk}/").content.decode()
    assert ("Otters" in listed, "Badgers" in listed) == (True, True)
    for question in (f"?category={health.pk}", "?featured=true", "?q=otter", f"?q=otter&category={health.pk}&featured=true"):
        listed = client.get(f"/admin/pages/{index.pk}/{question}").content.decode()
        assert ("Otters" in listed, "Badgers" in listed) == (True, False), question
    assert client.get("/admin/news-categories/").status_code == 200
    other = person(DIRECTORY_EDITOR)
    assert not index.permissions_for_user(other).can_add_subpage()
    client.force_login(other)
    assert client.get("/admin/news-categories/").status_code == 302


def test_a_new_item_is_published_from_its_form_at_once_and_not_without_an_author(
    site_tree: Any, person: Any, client: Any
) -> None:
    index = factories.NewsIndexPageFactory(parent=site_tree["blog"])
    author = factories.AuthorProfileFactory()
    client.force_login(person(COMMUNICATIONS))
    form = {
        "title": "Otters",
        "slug": "otters",
        "summary": "They are back.",
        "date": "2026-10-21",
        "body-count": "0",
        "bylines-TOTAL_FORMS": "1",
        "bylines-INITIAL_FORMS": "0",
        "bylines-MIN_NUM_FORMS": "0",
        "bylines-MAX_NUM_FORMS": "1000",
        "bylines-0-author": author.pk,
        "bylines-0-ORDER": "1",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    address = f"/admin/pages/add/blog/newspage/{index.pk}/"
    refused = client.post(address, form | {"bylines-0-author": "", "bylines-0-DELETE": "on"})
    assert NOBODY_WROTE_IT in refused.content.decode()
    assert not NewsPage.objects.exists()
    assert client.post(address, form).status_code == 302
    assert NewsPage.objects.live().get().author_names == [author.name]
