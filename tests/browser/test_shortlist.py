"""A list of services without an account: on the device with scripts, in the address without; shared, compared, printed."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW, WIDE
from .moving import enter, follow, tab_to
from .states import SAVED, numbers

CLUB, MINDER, HORSES = "Riverside Saturday Club", "Jay’s Nest Childminding", "Gentle Hooves"
STORED = "JSON.parse(localStorage.getItem('shortlist') ?? '[]').map((item) => item.id)"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('No', 'SecurityError'); }})"
FULL = "localStorage.setItem('shortlist', JSON.stringify(Array.from({length: 30}, (_, at) => ({id: 900001 + at, title: ''}))))"


def names(page: Page) -> list[str]:
    return page.locator("main .service-name").all_inner_texts()


def menu(page: Page) -> Any:
    return page.locator("[data-shortlist-menu] a").first


def save(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=f"Save to my list {name}")


def stored(page: Page) -> list[int]:
    return page.evaluate(STORED)


def one_list(page: Page) -> str:
    """The address of a list of three services."""
    return f"/shortlist/?s={'-'.join(numbers(page))}"


def test_without_scripts_plain_links_carry_the_list_from_page_to_page(visit: Any) -> None:
    page = visit("/find-a-service/?q=saturday", scripts=False)
    follow(page.get_by_role("link", name=f"Save to my list {CLUB}"))
    assert names(page) == [CLUB]
    follow(page.get_by_role("link", name="Find more services"))
    expect(page).to_have_url(re.compile(r"/find-a-service/\?list=\d+$"))
    expect(menu(page)).to_have_text("My list (1)")
    follow(page.locator("a[data-shortlist-id]").first)
    assert len(names(page)) == 2
    assert names(page)[0] == CLUB
    follow(page.get_by_role("link", name=re.compile("^Move up ")))
    assert names(page)[1] == CLUB
    follow(page.get_by_role("link", name=f"Remove {CLUB}"))
    assert len(names(page)) == 1
    assert CLUB not in names(page)
    assert page.complaints == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_with_scripts_a_button_saves_and_the_menu_counts(visit: Any, size: tuple[int, int]) -> None:
    page = visit("/find-a-service/?q=saturday", size=size)
    button = save(page, CLUB)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(menu(page)).to_have_text("My list (1)")
    expect(page.get_by_role("status")).to_have_text(f"Saved: {CLUB}. On your list now: 1.")

    page.goto("/find-a-service/riverside-saturday-club/")
    expect(save(page, CLUB)).to_have_attribute("aria-pressed", "true")
    page.goto("/shortlist/")
    expect(page).to_have_url(re.compile(r"/shortlist/\?s=\d+$"))
    expect(page.locator("main .service-name")).to_have_text([CLUB])
    expect(page.get_by_role("button", name="Add these to my list")).to_be_hidden()
    assert page.complaints == []
    assert page.context.cookies() == []


def test_a_service_is_taken_off_again_where_it_was_saved(visit: Any) -> None:
    page = visit("/find-a-service/riverside-saturday-club/")
    save(page, CLUB).click()
    save(page, CLUB).click()
    expect(save(page, CLUB)).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("status")).to_have_text(f"Taken off: {CLUB}. On your list now: 0.")
    expect(menu(page)).to_have_text("My list")
    assert stored(page) == []


def test_a_list_is_made_and_emptied_by_keyboard_alone(visit: Any) -> None:
    page = visit("/find-a-service/riverside-saturday-club/")
    tab_to(page, save(page, CLUB))
    page.keyboard.press("Space")
    expect(save(page, CLUB)).to_be_focused()
    expect(menu(page)).to_have_text("My list (1)")
    page.reload()
    tab_to(page, menu(page))
    enter(page)
    assert names(page) == [CLUB]
    tab_to(page, page.get_by_role("link", name="Empty the list"))
    enter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("My list")
    assert stored(page) == []


def test_what_is_done_to_ones_own_list_is_kept(visit: Any) -> None:
    page = visit("/")
    one, two, three = numbers(page)
    page.evaluate(f"localStorage.setItem('shortlist', JSON.stringify([{one}, {two}, {three}].map((id) => ({{id, title: 'x'}}))))")
    page.goto("/shortlist/")
    page.wait_for_url(f"**/shortlist/?s={one}-{two}-{three}")
    follow(page.get_by_role("link", name=re.compile("^Move up Gentle Hooves")))
    assert stored(page) == [int(one), int(three), int(two)]
    follow(page.get_by_role("link", name=f"Remove {CLUB}"))
    assert stored(page) == [int(three), int(two)]
    page.goto("/shortlist/")
    page.wait_for_url(f"**/shortlist/?s={three}-{two}")


def test_a_list_from_somebody_else_is_added_only_when_asked_for(visit: Any) -> None:
    page = visit("/")
    address = one_list(page)
    page.goto("/find-a-service/riverside-saturday-club/")
    save(page, CLUB).click()
    page.goto(address)
    assert len(stored(page)) == 1
    add = page.get_by_role("button", name="Add these to my list")
    tab_to(page, add)
    page.keyboard.press("Enter")
    own = page.get_by_role("link", name="See my list")
    expect(own).to_be_focused()
    expect(add).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("Added. On your list now: 3.")
    assert len(stored(page)) == len(SAVED)
    follow(own)
    assert len(names(page)) == len(SAVED)
    expect(add).to_be_hidden()


def test_removing_from_somebody_elses_list_leaves_ones_own_alone(visit: Any) -> None:
    page = visit("/")
    address = one_list(page)
    page.evaluate(FULL)
    page.goto(address)
    follow(page.get_by_role("link", name=f"Remove {CLUB}"))
    assert len(names(page)) == len(SAVED) - 1
    assert len(stored(page)) == 30


def test_a_full_list_says_so_and_takes_no_more(visit: Any) -> None:
    page = visit("/")
    page.evaluate(FULL)
    page.goto("/find-a-service/riverside-saturday-club/")
    save(page, CLUB).click()
    save(page, CLUB).click()
    words = "Your list is full. It holds 30 services. Take one off first."
    expect(page.get_by_role("status")).to_have_text(words)
    expect(page.locator("main p.small", has_text=words)).to_have_count(1)
    expect(save(page, CLUB)).to_have_attribute("aria-pressed", "false")
    assert len(stored(page)) == 30


@pytest.mark.parametrize("rubbish", ["{", "null", "5", '{"a": 1}', '[null, {"id": "x"}, {"id": -1}, 7]', "[[[]]]"])
def test_what_cannot_be_read_in_the_storage_is_an_empty_list(visit: Any, rubbish: str) -> None:
    page = visit("/")
    page.evaluate("(rubbish) => localStorage.setItem('shortlist', rubbish)", rubbish)
    page.goto("/find-a-service/riverside-saturday-club/")
    expect(menu(page)).to_have_text("My list")
    save(page, CLUB).click()
    expect(menu(page)).to_have_text("My list (1)")
    assert page.complaints == []


def test_where_nothing_can_be_stored_the_plain_links_stay(visit: Any) -> None:
    page = visit("/")
    page.context.add_init_script(NO_STORAGE)
    page.goto("/find-a-service/riverside-saturday-club/")
    follow(page.get_by_role("link", name=f"Save to my list {CLUB}"))
    assert names(page) == [CLUB]
    expect(page.get_by_role("link", name="Find more services")).to_have_attribute("href", re.compile(r"\?list=\d+$"))
    assert page.complaints == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_services_are_compared(visit: Any, scripts: bool) -> None:
    page = visit("/", scripts=scripts)
    page.goto(one_list(page))
    compare = page.get_by_role("button", name="Compare the services that I ticked")
    follow(compare)
    expect(page.get_by_role("alert")).to_contain_text("Choose two or three services of this list to compare.")
    page.get_by_label(f"Compare {CLUB}").check()
    page.get_by_label("Compare Gentle Hooves").check()
    follow(compare)
    table = page.get_by_role("table", name="Compare 2 services")
    expect(table.get_by_role("columnheader")).to_have_count(2)
    expect(
        table.get_by_role("row", name=re.compile("^Telephone")).get_by_role("link", name=re.compile("01632.960101"))
    ).to_be_visible()
    follow(page.get_by_role("link", name="Back to the list"))
    assert len(names(page)) == len(SAVED)


def test_a_narrow_comparison_stays_a_table_and_names_the_service_at_each_fact(visit: Any) -> None:
    page = visit("/", size=NARROW)
    listed = "-".join(numbers(page))
    page.goto(f"/shortlist/?s={listed}&compare={listed}")
    table = page.get_by_role("table", name="Compare 3 services")
    expect(table.get_by_role("rowheader", name="Cost")).to_be_visible()
    cost = table.get_by_role("row", name=re.compile("^Cost")).get_by_role("cell")
    expect(cost.first).to_contain_text(CLUB)
    expect(cost.first.get_by_text(CLUB)).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_the_link_is_copied(visit: Any, site: Any) -> None:
    page = visit("/", permissions=["clipboard-read", "clipboard-write"])
    address = one_list(page)
    page.goto(address)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == site.url(address)


def test_where_nothing_can_be_copied_the_link_is_marked(visit: Any, site: Any) -> None:
    page = visit("/")
    address = one_list(page)
    page.context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).to_have_text("The link is marked. Copy it from the box.")
    assert page.evaluate("getSelection().toString()") == site.url(address)


def test_without_scripts_no_button_is_there_that_would_do_nothing(visit: Any) -> None:
    page = visit("/", scripts=False)
    page.goto(one_list(page))
    assert page.locator("main button:visible").all_inner_texts() == ["Compare the services that I ticked"]
    expect(page.get_by_label("Link to this list")).to_have_value(re.compile(r"/shortlist/\?s=[\d-]+$"))
    expect(page.get_by_role("link", name="Send it by e-mail")).to_have_attribute("href", re.compile(r"^mailto:\?subject="))


def test_the_square_is_shown(visit: Any) -> None:
    page = visit("/")
    page.goto(one_list(page))
    square = page.get_by_role("img", name="QR code that opens this list")
    square.scroll_into_view_if_needed()
    expect(square).to_be_visible()
    assert square.evaluate("(picture) => picture.decode().then(() => picture.naturalWidth > 0)")


def test_on_paper_the_list_keeps_what_one_needs_and_loses_what_one_presses(visit: Any) -> None:
    page = visit("/")
    page.goto(one_list(page))
    page.emulate_media(media="print")
    club = page.locator("article", has_text=CLUB)
    for kept in (
        "01632 960101".replace(" ", "\u00a0"),
        "OX14 9JB",
        "Saturdays, 10am to 12 noon, in term time",
        "Approved by young people until",
    ):
        expect(club.get_by_text(kept).first).to_be_visible()
    expect(page.get_by_role("img", name="QR code that opens this list")).to_be_visible()
    expect(page.get_by_text("This list on the internet:")).to_be_visible()
    assert page.locator("button:visible, input:visible, nav:visible").count() == 0
    for gone in ("Remove", "Move up", "Share", "Find more services", "Empty the list"):
        expect(page.get_by_role("link", name=re.compile(f"^{gone}")).first).to_be_hidden()


def test_a_home_on_a_list_is_shown_by_its_town_alone(visit: Any) -> None:
    page = visit("/")
    page.goto(one_list(page))
    html = page.content()
    assert "Carterton" in html
    for private in ("Skylark Row", "OX18 9SH"):
        assert private not in html
