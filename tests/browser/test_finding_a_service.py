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


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_parent_finds_a_club_and_its_telephone_number_without_scripts(visit: Any, size: tuple[int, int]) -> None:
    page = visit("/", size=size, scripts=False)
    page.get_by_label("What do you need?").fill("club")
    follow(page.get_by_role("button", name="Find help"))
    expect(page).to_have_url(re.compile(r"/find-a-service/\?q=club&where=$"))
    expect(page.get_by_label("What do you need?")).to_have_value("club")
    all_clubs = number_found(page)

    filters = page.get_by_role("group", name="Age")
    if size == NARROW:
        expect(filters).to_be_hidden()
        page.locator("summary", has_text="Narrow it down").click()
    filters.get_by_label("5 to 11").check()
    page.get_by_label("Approved by young people").check()
    follow(page.get_by_role("button", name=re.compile("^Show [0-9]+ service")))
    expect(page.get_by_label("What do you need?")).to_have_value("club")
    sealed_clubs = number_found(page)
    assert 0 < sealed_clubs < all_clubs
    assert CLUB in names(page)

    follow(page.get_by_role("link", name="Remove filter: Approved by young people"))
    expect(page).to_have_url(re.compile(r"age=5-11"))
    assert sealed_clubs < number_found(page) <= all_clubs
    assert page.get_by_role("link", name=re.compile("^Remove filter:")).count() == 1

    follow(page.get_by_role("link", name=CLUB, exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(CLUB)
    expect(page.get_by_role("link", name=NUMBER)).to_have_attribute("href", "tel:01632960101")
    assert page.complaints == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_with_scripts_results_change_in_place_and_the_address_the_focus_and_the_count_follow(
    visit: Any, size: tuple[int, int]
) -> None:
    page = visit("/find-a-service/?q=club", size=size)
    all_clubs = number_found(page)
    page.evaluate("document.body.dataset.same = 'page'")
    if size == NARROW:
        page.locator("summary", has_text="Narrow it down").click()
    seal = page.get_by_label("Approved by young people")
    seal.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?q=club&seal=on"))
    expect(seal).to_be_checked()
    expect(seal).to_be_focused()
    sealed_clubs = number_found(page)
    assert 0 < sealed_clubs < all_clubs
    expect(page.get_by_role("status").filter(has_text=f"{sealed_clubs} service")).to_have_count(1)
    assert page.title().startswith(f"{sealed_clubs} service")

    page.go_back()
    expect(page).to_have_url(re.compile(r"\?q=club$"))
    expect(page.locator("h1")).to_contain_text(f"{all_clubs} services")
    expect(page.get_by_label("Approved by young people")).not_to_be_checked()
    assert page.evaluate("document.body.dataset.same") == "page"
    assert page.complaints == []
    assert page.context.cookies() == []


def test_a_filter_is_taken_off_in_place_and_the_focus_goes_to_the_new_count(visit: Any) -> None:
    page = visit("/find-a-service/?q=club&seal=on")
    before = number_found(page)
    page.get_by_role("link", name="Remove filter: Approved by young people").click()
    expect(page).to_have_url(re.compile(r"\?q=club$"))
    expect(page.locator("h1")).to_be_focused()
    assert number_found(page) > before


def test_a_parent_finds_a_club_by_keyboard_alone(visit: Any) -> None:
    page = visit("/")
    tab_to(page, page.get_by_label("What do you need?"))
    page.keyboard.type("club")
    enter(page)
    all_clubs = number_found(page)

    tab_to(page, page.get_by_label("Approved by young people"))
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("seal=on"))
    assert number_found(page) < all_clubs

    tab_to(page, page.get_by_role("link", name="Remove filter: Approved by young people"))
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("seal=on"))
    assert number_found(page) == all_clubs

    tab_to(page, page.get_by_role("link", name=CLUB, exact=True))
    enter(page)
    tab_to(page, page.get_by_role("link", name=NUMBER))


def test_the_needs_open_by_keyboard_stay_open_and_lead_to_fewer_services(visit: Any) -> None:
    page = visit("/find-a-service/?q=school")
    before = number_found(page)
    tab_to(page, page.locator("summary", has_text=re.compile("^Need")))
    page.keyboard.press("Enter")
    need = page.get_by_role("group", name="Need").get_by_role("checkbox").first
    tab_to(page, need)
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("need="))
    assert 0 < number_found(page) < before
    expect(page.get_by_role("group", name="Need").get_by_role("checkbox").first).to_be_checked()


def test_suggestions_come_while_typing_and_are_taken_by_keyboard(visit: Any) -> None:
    page = visit("/find-a-service/")
    box = page.get_by_role("combobox", name="What do you need?")
    box.press_sequentially("speech")
    first = page.get_by_role("option").first
    expect(first).to_be_visible()
    words = first.inner_text()
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(box).to_have_value(words)
    expect(page.locator("h1")).to_contain_text(f"“{words}”")
    expect(page.get_by_role("listbox")).to_be_hidden()

    box.press_sequentially("zz")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.complaints == []


def test_where_i_am_is_used_only_when_i_ask_and_leaves_the_browser_rounded(visit: Any) -> None:
    page = visit(
        "/find-a-service/?q=club",
        permissions=["geolocation"],
        geolocation={"latitude": 51.671234, "longitude": -1.283456},
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert not any("51.67" in address for address in asked)
    page.get_by_role("button", name="Use my location").click()
    expect(page).to_have_url(re.compile(r"at=51\.67%2C-1\.28"))
    expect(page.locator("h1")).to_contain_text("near you")
    expect(page.locator(".why", has_text="bout ").first).to_be_visible()
    assert not any("51.671" in address or "1.2834" in address for address in asked)
    assert page.complaints == []


def test_when_the_browser_will_not_say_where_i_am_i_am_told_to_write_it(visit: Any) -> None:
    page = visit("/find-a-service/")
    page.get_by_role("button", name="Use my location").click()
    expect(page.get_by_role("alert")).to_have_text("We could not find out where you are. Write your town or postcode.")
    expect(page.get_by_label(re.compile("^Where"))).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_full_postcode_leaves_no_trace_in_the_address_the_title_or_the_page(visit: Any, scripts: bool) -> None:
    page = visit("/find-a-service/", scripts=scripts)
    page.get_by_label("What do you need?").fill("club")
    page.get_by_label(re.compile("^Where")).fill("OX14 3DR")
    page.get_by_role("button", name="Find help").click()
    expect(page).to_have_url(re.compile(r"where=OX14\+3&"))
    expect(page.locator("h1")).to_contain_text("near OX14")
    assert "3DR" not in (page.url + page.title() + page.content()).upper().replace("%20", "").replace("+", "")
    expect(page.get_by_label(re.compile("^Where"))).to_have_value("OX14 3")


def test_what_is_not_a_place_is_told_in_the_summary_and_beside_the_box(visit: Any) -> None:
    page = visit("/find-a-service/?q=club&where=Nowheretown", scripts=False)
    follow(page.locator("#errors").get_by_role("link", name=re.compile("Nowheretown")))
    expect(page.get_by_label(re.compile("^Where"))).to_have_value("Nowheretown")
    assert number_found(page) > 0


def test_a_question_without_an_answer_says_what_to_try_and_whom_to_call(visit: Any) -> None:
    page = visit("/find-a-service/?q=qwertyuiop&seal=on")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text("No services for “qwertyuiop”")
    expect(main.get_by_text("Use fewer words, or other words.")).to_be_visible()
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
