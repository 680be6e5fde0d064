"""A directory editor works with many services: the list, many at once, is it there already, merging words, versions."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW

LISTING = "Appeal Ready"


def open_list(page: Page, query: str = "") -> Page:
    page.goto(f"/admin/services/{query}")
    return page


def test_the_list_is_filtered_and_many_are_changed_with_the_keyboard_alone(sign_in: Any) -> None:
    page = open_list(sign_in("editor"), "?q=appeal+ready")
    box = page.locator("[data-bulk-action-checkbox]").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    action = page.get_by_text("Change topics")
    action.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Change topics")).to_be_visible()
    page.get_by_role("group", name="Topics to add").or_(page.locator("#id_add")).get_by_label("Things to do", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Change topics").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 service changed and published.")).to_be_visible(timeout=20_000)
    page.goto("/find-a-service/?topic=things-to-do&q=appeal+ready")
    expect(page.get_by_role("link", name=LISTING).first).to_be_visible()


def test_what_is_missing_leads_to_its_tab(sign_in: Any) -> None:
    page = open_list(sign_in("editor"), "?ordering=completeness")
    page.locator("td.title a").first.click()
    expect(page.get_by_role("tab", name="What it is")).to_have_attribute("aria-selected", "true", timeout=20_000)
    missing = page.locator(".completeness li a").filter(has_not_text="What it is").first
    tab = missing.inner_text()
    missing.press("Enter")
    expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")


def test_a_service_that_is_there_already_is_named_while_one_types_and_asked_about_once(sign_in: Any) -> None:
    page = sign_in("editor")
    page.goto("/admin/services/choose_parent/")
    title = page.locator("#id_title")
    title.press_sequentially("Kick On footbal")
    expect(page.locator("[data-doubles-found]")).to_contain_text("Kick On football has nearly the same name.")
    expect(page.get_by_label("This is another service")).to_be_visible()
    title.fill("")
    title.press_sequentially("Xylophones for Zebras")
    expect(page.get_by_label("This is another service")).to_be_hidden(timeout=20_000)
    assert page.complaints == []


def test_a_word_is_merged_and_the_old_address_of_its_filter_still_opens(sign_in: Any) -> None:
    page = sign_in("editor")
    page.goto("/admin/snippets/directory/language/add/")
    for name in ("Plain English", "Plainer English"):
        page.goto("/admin/snippets/directory/language/add/")
        page.get_by_label(re.compile("^Name")).fill(name)
        page.get_by_label(re.compile("^Slug")).fill(name.lower().replace(" ", "-"))
        page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Plainer English").click()
    page.get_by_role("button", name="Actions").or_(page.get_by_role("button", name="Toggle actions")).first.click()
    page.get_by_role("link", name="Merge into another one").click()
    page.locator("#id_into").select_option(label="Plain English")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("“Plainer English” is now part of “Plain English”.")).to_be_visible()
    assert page.goto("/find-a-service/?language=plainer-english").status == 200


def test_the_list_is_of_use_on_a_narrow_screen(sign_in: Any) -> None:
    page = open_list(sign_in("editor", size=NARROW), "?for_you=missing")
    expect(page.locator("td.title a").first).to_be_visible()
    assert page.complaints == []


def test_others_neither_see_the_list_in_the_menu_nor_open_it(sign_in: Any) -> None:
    page = sign_in("reader")
    assert page.locator('a[href="/admin/services/"]').count() == 0
    assert page.goto("/admin/services/").status == 403
