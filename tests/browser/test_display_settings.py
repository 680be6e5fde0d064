"""A reader makes the site easy to read: once, for all pages, on this device only."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from localoffer.accessibility.choices import WAYS

from .conftest import NARROW, WIDE
from .faults import faults
from .moving import follow
from .test_every_page import TOO_WIDE

LISTING = "/find-a-service/riverside-saturday-club/"
YELLOW = "rgb(255, 240, 77)"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
# Whether the style came before the choice: the script stands in the head, so the body is never there without it.
WHEN_THE_BODY_COMES = """new MutationObserver((_, seen) => {
  if (document.body) { window.sizeAtFirst = document.documentElement.dataset.size; seen.disconnect(); }
}).observe(document, {childList: true, subtree: true})"""


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def kept(page: Page) -> Any:
    return page.evaluate("localStorage.getItem('display')")


def test_what_a_reader_picks_by_keyboard_at_320_pixels_holds_on_every_page_until_they_go_back(visit: Any) -> None:
    page = visit("/", size=NARROW)
    page.context.add_init_script(WHEN_THE_BODY_COMES)
    page.goto("/display/")
    usual = ground(page)
    page.get_by_role("group", name="Text size").get_by_label("As usual").focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status")).to_have_text("Text size: Largest. Saved on this device.")
    expect(page.get_by_label("Largest")).to_be_in_viewport()
    for name in ("Space between lines", "Space between letters and words"):
        page.get_by_role("group", name=name).get_by_label("A lot more").check()
    page.get_by_label("Black on yellow").check()
    assert ground(page) == YELLOW
    assert page.evaluate(TOO_WIDE) == []

    page.goto(LISTING)
    assert page.evaluate("window.sizeAtFirst") == "largest"
    assert ground(page) == YELLOW
    assert page.evaluate(TOO_WIDE) == []

    page.goto("/display/")
    expect(page.get_by_label("Largest")).to_be_checked()
    page.get_by_role("button", name="Back to how it was").click()
    expect(page.get_by_role("status")).to_have_text("All is back to how it was.")
    assert (ground(page), kept(page)) == (usual, None)
    assert page.context.cookies() == []
    assert page.complaints == []


def test_a_device_that_keeps_nothing_shows_the_choice_until_the_page_is_left(visit: Any) -> None:
    page = visit("about:blank")
    page.context.add_init_script(BLOCKED)
    page.goto("/display/")
    page.get_by_label("Black on yellow").check()
    expect(page.get_by_role("status")).to_contain_text("Your browser does not let us save this.")
    assert ground(page) == YELLOW
    page.goto(LISTING)
    assert ground(page) != YELLOW
    assert page.complaints == []


def test_nonsense_in_the_storage_breaks_nothing(visit: Any) -> None:
    page = visit("/display/")
    for nonsense in ("{", "null", "7", '["size"]', '{"size": 5, "colours": "purple", "font": ""}'):
        page.evaluate("words => localStorage.setItem('display', words)", nonsense)
        page.reload()
        expect(page.locator("fieldset:has([value='']:checked)")).to_have_count(len(WAYS))
        assert page.evaluate("Object.keys(document.documentElement.dataset)") == [], nonsense
    assert page.complaints == []


def test_the_main_points_come_first_until_the_reader_asks_for_all(visit: Any) -> None:
    page = visit("/display/", size=NARROW)
    page.get_by_label("The main points first").check()
    page.goto("/help-by-topic/ehc-plans/ask-for-an-assessment/")
    first, rest = page.locator("#s-the-test + p"), page.locator("#s-the-test + p + ul")
    expect(first).to_be_visible()
    expect(rest).to_be_hidden()
    expect(page.get_by_text("When it can take longer")).to_be_visible()
    assert page.evaluate(TOO_WIDE) == []
    assert faults(page) == []
    page.get_by_role("button", name="Show all words").click()
    expect(rest).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "main"

    page.goto(LISTING)
    expect(page.locator("#answers")).to_be_hidden()
    page.get_by_role("link", name="Questions they answered").click()
    expect(page.locator("#answers")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{LISTING}#pictures")
    expect(page.locator("#pictures")).to_be_in_viewport()
    assert page.complaints == []


@pytest.mark.parametrize(("size", "where"), [(WIDE, "nav.languages"), (NARROW, "footer")], ids=["wide", "narrow"])
def test_the_settings_open_beside_the_page_and_the_keyboard_comes_back(size: Any, where: str, visit: Any) -> None:
    page = visit(LISTING, size=size, reduced_motion="reduce")
    opener = page.locator(where).get_by_role("button", name="Display settings")
    opener.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Display settings")
    expect(panel).to_be_focused()
    panel.get_by_label("Black on yellow").check()
    expect(panel.get_by_role("status")).to_have_text("Colours: Black on yellow. Saved on this device.")
    assert ground(page) == YELLOW
    assert page.evaluate(TOO_WIDE) == []
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.url.endswith(LISTING)
    assert page.complaints == []


def test_without_scripts_a_link_leads_to_the_page_that_tells_how_the_browser_does_it(visit: Any) -> None:
    page = visit("/", scripts=False)
    follow(page.get_by_role("contentinfo").get_by_role("link", name="Display settings"))
    expect(page.locator("form.display")).to_be_hidden()
    expect(page.locator(".display-no-scripts")).to_be_visible()
    expect(page.locator(".display-own")).to_contain_text("hold down the Ctrl key")


def test_in_forced_colours_the_readers_own_win(visit: Any) -> None:
    page = visit("/display/", forced_colors="active")
    own = ground(page)
    page.get_by_label("Black on yellow").check()
    assert ground(page) == own


def test_axe_finds_nothing_on_a_listing_in_any_colours(visit: Any) -> None:
    page = visit(LISTING, reduced_motion="reduce")
    found = {}
    for value, _ in next(way.options for way in WAYS if way.name == "colours")[1:]:
        page.evaluate("value => { document.documentElement.dataset.colours = value; }", value)
        found[value] = faults(page)
    assert found == {value: [] for value in found}
    assert len(found) == 5
