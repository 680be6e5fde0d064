"""A parent looks for help and finds a telephone number: with a mouse, by keyboard, without scripts, on a small telephone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW, WIDE
from .moving import enter, follow, tab_to

CLUB = "Riverside Saturday Club"
NUMBER = re.compile(r"^Call 01632\s960101$")


def number_found(page: Page) -> int:
    """How many services the page's title speaks of."""
    return int(page.locator("h1").inner_text().split()[0])


def names(page: Page) -> list[str]:
    return page.locator(".service-name").all_inner_texts()


@pytest.mark.parametrize(
    ("size", "scripts"), [(WIDE, True), (WIDE, False), (NARROW, True)], ids=["wide", "without scripts", "narrow"]
)
def test_a_parent_finds_a_club_and_its_telephone_number(visit: Any, size: tuple[int, int], scripts: bool) -> None:
    page = visit("/", size=size, scripts=scripts)
    page.get_by_label("What do you need?").fill("club")
    follow(page.get_by_role("button", name="Find help"))
    expect(page).to_have_url(re.compile(r"/find-a-service/\?q=club$"))
    expect(page.get_by_label("What do you need?")).to_have_value("club")
    all_clubs = number_found(page)

    filters = page.get_by_role("group", name="Age")
    if size == NARROW:
        expect(filters).to_be_hidden()
        page.locator("summary", has_text="Narrow it down").click()
    filters.get_by_label("5 to 11").check()
    page.get_by_label("Approved by young people").check()
    follow(page.get_by_role("button", name="Show services"))
    expect(page.get_by_label("What do you need?")).to_have_value("club")
    sealed_clubs = number_found(page)
    assert 0 < sealed_clubs < all_clubs
    assert CLUB in names(page)

    follow(page.get_by_role("link", name="Remove filter: Approved by young people"))
    expect(page).to_have_url(re.compile(r"\?q=club&age=5-11$"))
    assert sealed_clubs < number_found(page) <= all_clubs
    assert page.get_by_role("link", name=re.compile("^Remove filter:")).count() == 1

    follow(page.get_by_role("link", name=CLUB))
    expect(page.get_by_role("heading", level=1)).to_have_text(CLUB)
    expect(page.get_by_role("link", name=NUMBER)).to_have_attribute("href", "tel:01632960101")
    assert page.complaints == []
    assert page.context.cookies() == []


def test_a_parent_finds_a_club_by_keyboard_alone(visit: Any) -> None:
    page = visit("/")
    tab_to(page, page.get_by_label("What do you need?"))
    page.keyboard.type("club")
    enter(page)
    all_clubs = number_found(page)

    tab_to(page, page.get_by_label("Approved by young people"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Show services"))
    enter(page)
    assert number_found(page) < all_clubs

    tab_to(page, page.get_by_role("link", name="Remove filter: Approved by young people"))
    enter(page)
    assert number_found(page) == all_clubs

    tab_to(page, page.get_by_role("link", name=CLUB))
    enter(page)
    tab_to(page, page.get_by_role("link", name=NUMBER))


def test_the_topics_open_by_keyboard_and_lead_to_fewer_services(visit: Any) -> None:
    page = visit("/find-a-service/?q=school")
    before = number_found(page)
    tab_to(page, page.locator("summary", has_text=re.compile("^Need")))
    page.keyboard.press("Enter")
    need = page.get_by_role("group", name="Need").get_by_role("checkbox").first
    tab_to(page, need)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Show services"))
    enter(page)
    assert 0 < number_found(page) < before
    expect(page.get_by_role("group", name="Need").get_by_role("checkbox").first).to_be_checked()


def test_a_question_without_an_answer_says_what_to_try_and_whom_to_call(visit: Any) -> None:
    page = visit("/find-a-service/?q=qwertyuiop&seal=on")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text("No services for “qwertyuiop”")
    expect(main.get_by_text("Remove a filter above.")).to_be_visible()
    expect(main.get_by_role("link", name=re.compile("^Call "))).to_have_attribute("href", re.compile(r"^tel:\d+$"))
    follow(main.get_by_role("link", name="Browse all services by topic"))
    expect(page.get_by_role("heading", name="Browse by topic")).to_be_visible()


def test_a_mistyped_address_helps_on(visit: Any) -> None:
    page = visit("/fnid-a-service/")
    page.get_by_label("What do you need?").fill("autism")
    follow(page.get_by_role("button", name="Find help"))
    assert number_found(page) > 0


def test_the_small_menu_opens_without_scripts(visit: Any) -> None:
    page = visit("/", size=NARROW, scripts=False)
    link = page.get_by_role("link", name="Board and news")
    expect(link).to_be_hidden()
    page.locator("summary", has_text=re.compile("^Menu$")).click()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Board and news")


def test_a_listing_on_paper_keeps_its_telephone_number_and_address(visit: Any) -> None:
    page = visit("/find-a-service/riverside-saturday-club/")
    page.emulate_media(media="print")
    expect(page.get_by_role("region", name="Contact them").get_by_text("01632 960101")).to_be_visible()
    expect(page.get_by_role("region", name="Where it is").get_by_text("OX14 9JB")).to_be_visible()
    for not_for_paper in (page.get_by_role("navigation").first, page.get_by_role("search"), page.get_by_text("Skip to the main")):
        expect(not_for_paper).to_be_hidden()


def test_a_childminders_home_is_shown_by_its_town_alone(visit: Any) -> None:
    page = visit("/find-a-service/jays-nest-childminding/")
    html = page.content()
    assert "Carterton" in html
    for private in ("Skylark Row", "OX18 9SH", "51.759"):
        assert private not in html
