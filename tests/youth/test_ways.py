"""The youth section: shelves on its start page, pages in an order with back and next, and the time that a page takes."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from youth.choices import Shelf
from youth.views import Way, section_menu, way_of

pytestmark = pytest.mark.django_db


def titles(items: Any) -> list[str]:
    return [item.title for item in items]


def way(page: Any) -> Way | None:
    page.refresh_from_db()
    return way_of(page, section_menu(page, "en-gb"), "en-gb")


@pytest.fixture
def route(youth_home: Any) -> list[Any]:
    """A page with three below it, the second of them a draft, the third private to nobody."""
    top = factories.YouthPageFactory(parent=youth_home, title="Top")
    below = [
        factories.YouthPageFactory(parent=top, title=title, live=live)
        for title, live in (("A", True), ("Draft", False), ("B", True))
    ]
    return [top, *below]


def test_a_route_goes_from_its_first_page_through_those_below_it(route: list[Any]) -> None:
    top, a, draft, b = route
    assert titles(way(top).pages) == titles(way(a).pages) == titles(way(b).pages) == ["Top", "A", "B"]
    assert [way(page).number for page in (top, a, b)] == [1, 2, 3]
    assert way(draft) is None


def test_the_first_page_has_no_back_and_the_last_no_next(route: list[Any]) -> None:
    top, a, _, b = route
    assert (way(top).back, way(top).next.title) == (None, "A")
    assert (way(a).back.title, way(a).next.title) == ("Top", "B")
    assert (way(b).back.title, way(b).next) == ("A", None)


def test_a_page_alone_is_in_no_order(youth_home: Any) -> None:
    assert way(factories.YouthPageFactory(parent=youth_home)) is None


def test_the_pages_by_age_are_an_order_of_their_own(youth_home: Any) -> None:
    other = factories.YouthPageFactory(parent=youth_home, title="Things to do")
    ages = [
        factories.YouthPageFactory(parent=youth_home, title=f"When I am {age}", shelf=Shelf.AGE, age=age)
        for age in (14, 16, 18, 25)
    ]
    assert way(ages[0]).next.title == "When I am 16"
    assert way(ages[3]).next is None
    assert way(other) is None


def test_the_start_page_puts_each_page_on_its_shelf(youth_home: Any) -> None:
    factories.YouthPageFactory(parent=youth_home, title="Things to do")
    factories.YouthPageFactory(parent=youth_home, title="When I am 16", shelf=Shelf.AGE, age=16)
    factories.ApprovedPlacesPageFactory(parent=youth_home, title="Places", shelf=Shelf.FORUM)
    shelves = section_menu(youth_home, "en-gb")["youth_shelves"]
    assert {name: titles(items) for name, items in shelves.items()} == {
        "want": ["Things to do"],
        "age": ["When I am 16"],
        "forum": ["Places"],
    }


def test_a_page_on_the_shelf_of_ages_says_for_which(youth_home: Any) -> None:
    page = factories.YouthPageFactory(parent=youth_home, live=False, shelf=Shelf.AGE)
    with pytest.raises(ValidationError, match="for which age"):
        page.save_revision().publish()
    page.age = 16
    page.save_revision().publish()


def test_a_tile_shows_a_drawing_and_never_a_picture_of_people(youth_home: Any) -> None:
    drawing = factories.CustomImageFactory()
    people = factories.CustomImageFactory(shows_people=True, consent=factories.ConsentFactory())
    factories.YouthPageFactory(parent=youth_home, title="Drawn", picture=drawing)
    factories.YouthPageFactory(parent=youth_home, title="People", picture=people)
    pictures = {item.title: bool(item.picture) for item in section_menu(youth_home, "en-gb")["youth_pages"]}
    assert pictures == {"Drawn": True, "People": False}


def test_a_page_says_how_long_it_takes_where_it_stands_and_what_is_next(route: list[Any], client: Client) -> None:
    a = route[1]
    a.body = [{"type": "text", "value": f"<p>{'We ask for this. ' * 38}</p>"}]
    a.save()
    shown = BeautifulSoup(client.get(a.url).content, "html5lib").select_one("main")
    assert "2 minutes to read" in shown.get_text()
    assert "Page 2 of 3" in shown.get_text()
    assert shown.select_one("nav.way a[rel=next]")["href"] == route[3].url
    assert shown.select_one("nav.way a[rel=prev]")["href"] == route[0].url


def test_the_last_page_leads_to_the_start(route: list[Any], youth_home: Any, client: Client) -> None:
    shown = BeautifulSoup(client.get(route[3].url).content, "html5lib")
    assert shown.select_one("nav.way a.way-done")["href"] == youth_home.url


def test_a_draft_in_preview_is_not_kept_for_readers(route: list[Any], client: Client) -> None:
    top, a = route[0], route[1]
    top.refresh_from_db()
    top.title = "Only a draft"
    assert titles(way_of(top, section_menu(top, "en-gb"), "en-gb").pages)[0] == "Top"
    assert "Only a draft" not in client.get(a.url).content.decode()


def test_pages_below_take_no_more_queries(youth_home: Any, client: Client) -> None:
    top = factories.YouthPageFactory(parent=youth_home)

    def queries() -> int:
        client.get(top.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(top.url).status_code == 200
        return len(captured)

    factories.YouthPageFactory(parent=top)
    one = queries()
    for _ in range(9):
        factories.YouthPageFactory(parent=top)
    assert queries() == one <= 10
