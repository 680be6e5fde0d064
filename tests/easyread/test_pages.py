"""The Easy Read edition of a page: found from it, leads back, and is never public without it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from localoffer.directory.choices import Status
from localoffer.easyread.models import EasyReadPage
from localoffer.search.index import find
from tests import factories

pytestmark = pytest.mark.django_db
WORDS = "Read this in Easy Read"
THEN = datetime(2026, 5, 3, 12, tzinfo=UTC)


def soup(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib")


def way(client: Client, page: Any) -> str:
    """Where the page's link to its Easy Read edition leads; "" when it has none."""
    link = soup(client, page.url).select_one(".easy-link a")
    return link["href"] if link else ""


@pytest.fixture
def every_kind(home: Any, directory: Any, blog: Any, youth_home: Any) -> list[Any]:
    return [
        factories.InformationPageFactory(parent=home),
        factories.SectionPageFactory(parent=home),
        factories.ServicePageFactory(parent=directory),
        factories.BoardPostPageFactory(parent=blog),
        factories.YouthPageFactory(parent=youth_home),
    ]


def test_pages_of_information_listings_posts_and_youth_pages_lead_to_their_edition_and_back(
    every_kind: list[Any], edition_of: Callable[..., Any], client: Client
) -> None:
    for page in every_kind:
        edition = edition_of(page)
        page.refresh_from_db()
        assert way(client, page) == edition.url == f"{page.url}easy-read/"
        shown = soup(client, edition.url)
        back = next(link for link in shown.select("main a") if link["href"] == page.url)
        assert page.title in back.get_text()


def test_a_page_without_an_edition_has_no_link(page: Any, client: Client) -> None:
    factories.InformationPageFactory(parent=page, title="Below")
    page.refresh_from_db()
    assert way(client, page) == ""


def test_a_draft_edition_is_not_linked_and_not_served(page: Any, edition_of: Callable[..., Any], client: Client) -> None:
    edition = edition_of(page, live=False)
    page.refresh_from_db()
    assert way(client, page) == ""
    assert client.get(edition.url).status_code == 404


def test_publishing_an_edition_shows_the_link_at_once(
    page: Any, edition_of: Callable[..., Any], client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    edition = edition_of(page, live=False)
    page.refresh_from_db()
    assert way(client, page) == ""
    with django_capture_on_commit_callbacks(execute=True):
        edition.save_revision().publish()
    assert way(client, page) == edition.url
    edition.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        edition.unpublish()
    assert way(client, page) == ""


def test_an_edition_is_not_served_without_its_page(page: Any, edition_of: Callable[..., Any], client: Client) -> None:
    edition = edition_of(page)
    assert client.get(edition.url).status_code == 200
    page.live = False
    page.save()
    assert client.get(edition.url).status_code == 404


def test_taking_a_page_down_takes_its_edition_down_and_out_of_the_search(
    page: Any, edition_of: Callable[..., Any], django_capture_on_commit_callbacks: Any
) -> None:
    edition = edition_of(page, title="Plans in pictures")
    with django_capture_on_commit_callbacks(execute=True):
        edition.save_revision().publish()
    assert find("pictures", kinds=["easy_read"]).page_ids == [edition.pk]
    page.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    edition.refresh_from_db()
    assert not edition.live
    assert find("pictures", kinds=["easy_read"]).page_ids == []


def test_a_service_closed_for_good_has_no_edition(
    directory: Any, edition_of: Callable[..., Any], client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    service = factories.ServicePageFactory(parent=directory)
    edition = edition_of(service)
    service.refresh_from_db()
    service.status = Status.CLOSED
    with django_capture_on_commit_callbacks(execute=True):
        service.save_revision().publish()
    edition.refresh_from_db()
    assert not edition.live


def test_an_edition_is_as_private_as_its_page(page: Any, edition_of: Callable[..., Any], client: Client) -> None:
    edition = edition_of(page)
    assert "for help" in soup(client, edition.url).get_text()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="secret")
    shown = soup(client, edition.url).get_text()
    assert "for help" not in shown
    assert edition.title not in shown


def test_each_page_has_one_edition_at_most(page: Any, edition_of: Callable[..., Any]) -> None:
    assert EasyReadPage.can_create_at(page)
    edition_of(page)
    assert not EasyReadPage.can_create_at(page)


def test_editions_stand_only_where_they_make_sense(home: Any, directory: Any, blog: Any, youth_home: Any) -> None:
    assert [page for page in (home, directory, blog, youth_home) if EasyReadPage.can_create_at(page)] == []


@pytest.mark.parametrize(("original", "note"), [(1, True), (0, False), (-1, False)])
def test_readers_are_told_when_the_page_changed_since(
    page: Any, edition_of: Callable[..., Any], client: Client, original: int, note: bool
) -> None:
    edition = edition_of(page, last_published_at=THEN)
    type(page).objects.filter(pk=page.pk).update(last_published_at=THEN + timedelta(days=original))
    assert ("Some of this may be old" in soup(client, edition.url).get_text()) is note
    stale = [found.pk for found in EasyReadPage.objects.stale()]
    assert stale == ([edition.pk] if note else [])


def test_an_edition_without_pictures_is_not_published(page: Any) -> None:
    edition = factories.EasyReadPageFactory(parent=page, live=False)
    with pytest.raises(ValidationError, match="Add a part “Easy Read”"):
        edition.save_revision().publish()
    edition.refresh_from_db()
    assert not edition.live


def test_the_cover_shows_no_person_without_consent(page: Any, edition_of: Callable[..., Any], client: Client) -> None:
    consent = factories.ConsentFactory()
    edition = edition_of(page, picture=factories.CustomImageFactory(shows_people=True, consent=consent))
    assert soup(client, edition.url).select_one(".booklet-picture img")
    consent.withdrawn_on = consent.given_on
    consent.save()
    assert soup(client, edition.url).select_one(".booklet-picture") is None


def test_fifty_parts_take_as_many_queries_as_one_and_a_page_takes_ten_at_most(
    home: Any, edition_of: Callable[..., Any], client: Client
) -> None:
    def queries(parts: int) -> int:
        edition = edition_of(factories.InformationPageFactory(parent=home), parts)
        client.get(edition.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(edition.url).status_code == 200
        return len(captured)

    assert queries(25) == queries(1) <= 10


def test_the_link_costs_a_page_no_query_once_it_is_known(page: Any, edition_of: Callable[..., Any], client: Client) -> None:
    def queries() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    factories.InformationPageFactory(parent=page)
    before = queries()
    edition_of(page)
    assert queries() == before


def test_an_edition_loads_its_own_style_sheet_and_other_pages_do_not(
    page: Any, edition_of: Callable[..., Any], client: Client
) -> None:
    sheets = [link["href"] for link in soup(client, edition_of(page).url).select("link[rel=stylesheet]")]
    assert any("css/easyread" in sheet for sheet in sheets)
    assert not any("css/easyread" in link["href"] for link in soup(client, page.url).select("link[rel=stylesheet]"))
