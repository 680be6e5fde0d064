"""Somebody must not be seen on this page: one press and it is gone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW
from .moving import follow, tab_to

WORRIED, OTHER = "/young-people/feeling-worried/", "/young-people/things-to-do/"
WEATHER = "https://www.bbc.co.uk/weather"


@pytest.fixture
def worried(visit: Any) -> Any:
    """Opens the marked page after another one; the weather is a page of the test's own."""

    def go(**more: Any) -> Page:
        page = visit(OTHER, **more)
        page.asked = []

        def answer(route: Any) -> None:
            page.asked.append(route.request.headers.get("referer", ""))
            route.fulfill(body="<h1>Sunny</h1>", content_type="text/html")

        page.route(WEATHER, answer)
        page.goto(WORRIED)
        return page

    return go


def test_the_button_leads_away_and_back_does_not_lead_here(worried: Any) -> None:
    page = worried()
    assert page.asked == []  # nothing of the other site is asked for before
    page.get_by_role("link", name="Leave this page now").click()
    page.wait_for_url(WEATHER)
    assert page.asked == [""]  # and it is not told where one came from
    page.go_back()
    expect(page).to_have_url(page.url.replace(WORRIED, OTHER))
    assert page.url.endswith(OTHER)


def test_shift_three_times_leads_away_and_each_press_is_announced(worried: Any) -> None:
    page = worried()
    status = page.locator("[data-leave] [role=status]")
    expect(page.get_by_text("Or press the Shift key 3 times.")).to_be_visible()
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift. Press it 2 more times to leave.")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift. Press it 1 more time to leave.")
    page.keyboard.press("Shift")
    page.wait_for_url(WEATHER)
    page.go_back()
    assert page.url.endswith(OTHER)


PRESS_AND_LOOK = """() => {
  for (const press of [1, 2, 3]) dispatchEvent(new KeyboardEvent("keyup", {key: "Shift"}));
  return [getComputedStyle(document.querySelector("h1")).visibility, document.title];
}"""


def test_the_page_is_hidden_before_the_other_site_answers(worried: Any) -> None:
    page = worried()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).visibility") == "visible"
    assert page.evaluate(PRESS_AND_LOOK) == ["hidden", "Loading"]


def test_capitals_and_going_back_by_tab_are_no_wish_to_leave(worried: Any) -> None:
    page = worried()
    page.get_by_role("searchbox").first.click()
    page.keyboard.type("ABCDE")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    expect(page.get_by_role("heading", name="Feeling worried", level=1)).to_be_visible()
    assert page.asked == []


def test_presses_far_apart_are_forgotten(worried: Any) -> None:
    page = worried()
    page.clock.install()
    page.goto(WORRIED)
    for _ in range(2):
        page.keyboard.press("Shift")
    page.clock.run_for(5_100)
    expect(page.locator("[data-leave] [role=status]")).to_have_text("")
    page.keyboard.press("Shift")
    expect(page.locator("[data-leave] [role=status]")).to_have_text("Shift. Press it 2 more times to leave.")
    assert page.asked == []


def test_without_scripts_it_is_a_plain_link(worried: Any) -> None:
    page = worried(scripts=False)
    expect(page.get_by_text("Or press the Shift key 3 times.")).to_be_hidden()
    follow(page.get_by_role("link", name="Leave this page now"))
    assert page.asked == [""]


def test_it_stays_in_sight_and_the_keyboard_reaches_it_right_after_the_skip_link(worried: Any) -> None:
    page = worried(size=NARROW)
    link = page.get_by_role("link", name="Leave this page now")
    tab_to(page, link)
    page.mouse.wheel(0, 3000)
    expect(link).to_be_in_viewport(ratio=1)
    assert link.bounding_box()["height"] >= 44


def test_the_page_says_what_it_does_and_what_it_cannot_do(worried: Any) -> None:
    page = worried()
    page.get_by_role("link", name="What does this do?").click()
    part = page.get_by_role("region", name="Leaving this page quickly")
    expect(part).to_be_in_viewport()
    expect(part).to_contain_text("it stays in your browser’s list of pages")


def test_other_pages_have_no_such_button(visit: Any) -> None:
    page = visit(OTHER)
    assert page.locator("[data-leave]").count() == 0
    for _ in range(3):
        page.keyboard.press("Shift")
    assert page.url.endswith(OTHER)
