"""What the youth pages show beside their own words: the section's menu, sealed places, pages below."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests import factories
from youth import views
from youth.models import YouthPage
from youth.views import approved_places, section_menu, youth_page

pytestmark = pytest.mark.django_db


def sealed(directory: Any, title: str, *, given: int = 9, ends: int = 9, **fields: Any) -> Any:
    """A listing whose seal began and ends so many days from today."""
    page = factories.ServicePageFactory(parent=directory, title=title, **fields)
    today = timezone.localdate()
    factories.AwardFactory(
        listing=page, given_on=today - timedelta(days=given), ends_on=today + timedelta(days=ends), words=f"We like {title}."
    )
    return page


def titles(pages: Any) -> list[str]:
    return [page.title for page in pages]


def test_the_menu_holds_the_section_and_its_public_pages_in_their_order(youth_home: Any) -> None:
    first = factories.YouthPageFactory(parent=youth_home, title="First")
    places = factories.ApprovedPlacesPageFactory(parent=youth_home, title="Places")
    factories.YouthPageFactory(parent=first, title="Below")
    factories.YouthPageFactory(parent=youth_home, title="Draft", live=False)
    private = factories.YouthPageFactory(parent=youth_home, title="Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    menu = section_menu(first, "en-gb")
    assert (menu["youth_home"].title, menu["youth_home"].url) == (youth_home.title, youth_home.url)
    assert [(item.title, item.url) for item in menu["youth_pages"]] == [("First", first.url), ("Places", places.url)]


def test_every_page_of_the_section_has_the_same_menu(youth_home: Any) -> None:
    page = factories.YouthPageFactory(parent=youth_home)
    below = factories.YouthPageFactory(parent=page)
    assert section_menu(youth_home, "en-gb") == section_menu(page, "en-gb") == section_menu(below, "en-gb")


def test_a_change_of_a_page_shows_in_the_menu_at_once(youth_home: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.YouthPageFactory(parent=youth_home, title="Old name")
    assert titles(section_menu(page, "en-gb")["youth_pages"]) == ["Old name"]
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "New name"
        page.save_revision().publish()
    assert titles(section_menu(page, "en-gb")["youth_pages"]) == ["New name"]


def test_the_menu_does_not_show_what_is_only_a_draft(youth_home: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.YouthPageFactory(parent=youth_home, title="Old name")
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "Draft name"
        page.save_revision()
    assert titles(section_menu(page, "en-gb")["youth_pages"]) == ["Old name"]


def test_a_page_that_stands_nowhere_yet_has_no_menu(db: None) -> None:
    page = YouthPage(title="Draft", path="", depth=0)
    assert section_menu(page, "en-gb") == {
        "youth_home": None,
        "youth_pages": [],
        "youth_shelves": {},
        "youth_menu": [],
        "by_you": None,
    }


def test_a_youth_page_leads_to_the_public_pages_below_it(youth_home: Any, rf: Any) -> None:
    page = factories.YouthPageFactory(parent=youth_home)
    factories.YouthPageFactory(parent=page, title="Below")
    factories.YouthPageFactory(parent=page, title="Draft", live=False)
    page.refresh_from_db()
    assert titles(youth_page(page, rf.get("/"))["pages"]) == ["Below"]


def test_the_start_shows_three_sealed_places_and_the_page_of_places_all(youth_home: Any, directory: Any, rf: Any) -> None:
    for number in range(5):
        sealed(directory, f"Club {number}", given=number + 1)
    sealed(directory, "Expired", ends=-1, given=20)
    sealed(directory, "Over", status="closed")
    places = factories.ApprovedPlacesPageFactory(parent=youth_home)
    assert titles(youth_home_context(youth_home, rf)) == ["Club 0", "Club 1", "Club 2"]
    assert titles(approved_places(places, rf.get("/"))["sealed"]) == [f"Club {number}" for number in range(5)]


def test_the_page_of_places_shows_24_at_once_and_leads_on_to_the_rest(youth_home: Any, directory: Any, client: Any) -> None:
    for number in range(views.PLACES_PER_PAGE + 1):
        sealed(directory, f"Club {number}", given=number + 1)
    places = factories.ApprovedPlacesPageFactory(parent=youth_home)
    first = BeautifulSoup(client.get(places.url).content, "html5lib").select_one("main")
    assert "25 places we like" in first.get_text()
    assert len(first.select(".seal-cards article")) == 24
    assert first.select_one("a[rel=next]")["href"] == "?page=2"
    second = BeautifulSoup(client.get(f"{places.url}?page=2").content, "html5lib").select_one("main")
    assert [card.get_text(strip=True) for card in second.select(".seal-cards h3")] == ["Club 24"]


def youth_home_context(page: Any, rf: Any) -> Any:
    return views.youth_home(page, rf.get("/"))["sealed"]


def test_the_page_of_places_shows_each_with_the_young_peoples_words(youth_home: Any, directory: Any, client: Any) -> None:
    listing = sealed(directory, "Riverside club")
    sealed(directory, "Old club", ends=-1, given=20)
    places = factories.ApprovedPlacesPageFactory(parent=youth_home)
    shown = BeautifulSoup(client.get(places.url).content, "html5lib").select_one("main")
    assert shown.select_one(f"a[href='{listing.url}']").get_text(strip=True) == "Riverside club"
    assert "We like Riverside club." in shown.get_text()
    assert "Old club" not in shown.get_text()


def test_the_page_of_places_asks_the_database_as_often_for_twenty_as_for_one(
    youth_home: Any, directory: Any, client: Any
) -> None:
    places = factories.ApprovedPlacesPageFactory(parent=youth_home)

    def queries() -> int:
        client.get(places.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(places.url).status_code == 200
        return len(captured)

    sealed(directory, "Club")
    one = queries()
    for number in range(19):
        sealed(directory, f"Club {number}")
    assert queries() == one
