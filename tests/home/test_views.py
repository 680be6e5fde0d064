"""The small addresses of the site, the page that is not there, and what home and sections lead to."""

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.views import POSTS_ON_HOME, SEALED_ON_HOME, sections_below
from home.views import home as home_context
from home.views import information as information_context
from home.views import section as section_context
from tests import factories

pytestmark = pytest.mark.django_db


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def titles(pages: Any) -> list[str]:
    return [page.title for page in pages]


def private(page: Any) -> Any:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def test_the_health_check_asks_no_database_and_is_never_kept(client: Any, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]


def test_search_engines_read_nothing_of_a_demonstration(client: Any, settings: Any) -> None:
    settings.DEMONSTRATION = True
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().splitlines() == ["User-agent: *", "Disallow: /"]


def test_search_engines_read_a_real_site_but_not_its_admin_and_forms(client: Any, settings: Any) -> None:
    settings.DEMONSTRATION = False
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /" not in lines
    assert {"Disallow: /admin/", "Disallow: /contact/", f"Sitemap: {settings.SITE_URL}/sitemap.xml"} <= set(lines)


def test_the_sitemap_lists_public_pages_only(home: Any, client: Any) -> None:
    shown = factories.InformationPageFactory(parent=home)
    hidden = [factories.InformationPageFactory(parent=home, live=False), private(factories.InformationPageFactory(parent=home))]
    response = client.get("/sitemap.xml")
    addresses = {found.text for found in ElementTree.fromstring(response.content).iter() if found.tag.endswith("}loc")}  # noqa: S314  our own
    assert shown.full_url in addresses
    assert not addresses & {page.full_url for page in hidden}


@pytest.mark.parametrize(
    "path",
    [
        "/nothing-here/",
        "/find-a-service/nothing/",
        "/%00/",
        "/<script>/",
        "/" + "x" * 500 + "/",
        "/contact/sent/x/",
        "/feeds/nothing/",
    ],
)
def test_a_page_that_is_not_there_says_so_and_helps_on(path: str, home: Any, directory: Any, client: Any) -> None:
    response = client.get(path)
    assert response.status_code == 404
    page = soup(response)
    assert len(page.select("h1")) == 1
    assert page.select_one("main form input[type=search], main form input[name=q]")
    assert page.select("main a[href]")


def test_the_page_that_is_not_there_can_be_shown_while_the_site_is_empty(db: None, client: Any) -> None:
    assert client.get("/nothing-here/").status_code == 404


def test_the_home_page_leads_to_the_public_parts_of_the_site(home: Any, directory: Any, blog: Any, youth_home: Any) -> None:
    assert sections_below(home) == {"BoardBlogPage": blog.url, "YouthHomePage": youth_home.url}
    private(youth_home)
    blog.unpublish()
    assert sections_below(home) == {}


def test_the_home_page_shows_the_newest_seals_and_posts_and_no_more(home: Any, directory: Any, blog: Any, rf: Any) -> None:
    today = timezone.localdate()
    for number in range(5):
        listing = factories.ServicePageFactory(parent=directory, title=f"Club {number}")
        factories.AwardFactory(listing=listing, given_on=today - timedelta(days=number), ends_on=today + timedelta(days=1))
        factories.BoardPostPageFactory(parent=blog, title=f"Post {number}", date=date(2026, 1, 1 + number))
    factories.BoardPostPageFactory(parent=blog, title="Draft", date=date(2026, 9, 9), live=False)
    private(factories.BoardPostPageFactory(parent=blog, title="Private", date=date(2026, 9, 9)))
    context = home_context(home, rf.get("/"))
    assert titles(context["sealed"]) == ["Club 0", "Club 1", "Club 2"][:SEALED_ON_HOME]
    assert titles(context["posts"]) == ["Post 4", "Post 3", "Post 2"][:POSTS_ON_HOME]


def test_a_section_leads_to_its_public_sections_and_pages_in_their_order(home: Any, rf: Any) -> None:
    section = factories.SectionPageFactory(parent=home)
    for title in ("B", "A"):
        factories.SectionPageFactory(parent=section, title=f"Section {title}")
        factories.InformationPageFactory(parent=section, title=f"Page {title}")
    factories.InformationPageFactory(parent=section, title="Draft", live=False)
    private(factories.InformationPageFactory(parent=section, title="Private"))
    context = section_context(section, rf.get("/"))
    assert titles(context["sections"]) == ["Section B", "Section A"]
    assert titles(context["pages"]) == ["Page B", "Page A"]


def test_a_section_leads_to_the_services_of_its_topic_else_of_its_age(home: Any) -> None:
    section = factories.SectionPageFactory(parent=home)
    assert section.services_question() == ""
    section.age_stage = factories.AgeStageFactory(slug="5-11")
    section.save()
    assert section.services_question() == "age=5-11"
    section.topic = factories.TopicFactory(slug="health")
    section.save()
    assert section.services_question() == "topic=health"


def test_an_information_page_leads_to_the_public_pages_below_it(home: Any, rf: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    factories.InformationPageFactory(parent=page, title="Below")
    factories.InformationPageFactory(parent=page, title="Draft", live=False)
    page.refresh_from_db()
    assert titles(information_context(page, rf.get("/"))["pages"]) == ["Below"]


def test_the_home_page_asks_the_database_as_often_with_much_on_it_as_with_one_of_each(
    home: Any, directory: Any, blog: Any, client: Any
) -> None:
    today = timezone.localdate()

    def more(number: int) -> None:
        listing = factories.ServicePageFactory(parent=directory)
        factories.AwardFactory(listing=listing, given_on=today - timedelta(days=1), ends_on=today + timedelta(days=1))
        factories.BoardPostPageFactory(parent=blog)

    def queries() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/").status_code == 200
        return len(captured)

    more(0)
    one = queries()
    for number in range(1, 20):
        more(number)
    assert queries() == one


def test_the_icon_is_found_at_its_usual_address_too(client: Any) -> None:
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert "pictures/favicon" in response["Location"]
