"""The plain-language helper in the real editor: findings while one writes, the way to a sentence, no scripts, axe."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

HARD = "A decision was made by the LA in order to commence provision."


def open_page(page: Page, title: str) -> Page:
    """From the report to a page's form, with the helper open."""
    page.goto("/admin/reports/reading/?kind=youth")
    page.get_by_role("link", name=title, exact=True).click()
    page.get_by_role("link", name="Edit the page").click()
    open_helper(page)
    return page


def open_helper(page: Page) -> None:
    toggle = page.get_by_role("button", name="Toggle plain words")
    expect(toggle).to_be_visible(timeout=20_000)
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.focus()
        page.keyboard.press("Enter")
    expect(page.locator("[data-plain-found]")).to_be_visible()


def test_findings_follow_what_is_written_and_lead_to_their_sentence_by_keyboard(sign_in: Any) -> None:
    page = open_page(sign_in("supporter"), "How to join")
    found = page.locator("[data-plain-found]")
    expect(found).to_contain_text("Within the limit.")
    page.locator("#id_summary").fill(HARD)
    expect(found).to_contain_text("commence", timeout=20_000)
    expect(found).to_contain_text("Say “start”.")
    expect(found).to_contain_text("was made")
    expect(page.locator("[data-plain-status]")).to_contain_text(re.compile(r"Reading age \d+, .* things to look at"))
    page.locator("#id_title").focus()
    go = page.get_by_role("button", name=re.compile("Go to: “A decision was made"))
    go.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_summary")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == HARD.rstrip(".")
    page.locator("#id_summary").fill("You can join us.")
    expect(found).not_to_contain_text("commence", timeout=20_000)
    assert page.complaints == []


def test_a_finding_in_rich_text_leads_into_its_block(sign_in: Any) -> None:
    page = open_page(sign_in("supporter"), "How to join")
    text = page.locator("#panel-child-content-body-content [contenteditable=true]").first
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" It was told to nobody.")
    go = page.get_by_role("button", name=re.compile("It was told to nobody"))
    expect(go).to_be_visible(timeout=20_000)
    page.locator("#id_title").focus()
    go.press("Enter")
    expect(text).to_be_focused()


def test_a_new_page_is_checked_from_its_first_words_and_after_it_was_saved(sign_in: Any) -> None:
    page = sign_in("supporter")
    page.goto("/admin/pages/")  # leads to the only pages that a supporter publishes below
    section = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(f"/admin/pages/add/youth/youthpage/{section}/")
    open_helper(page)
    page.get_by_role("textbox", name="Title*").fill("A page about my year")
    page.get_by_role("textbox", name="Summary").fill("It was agreed.")
    found = page.locator("[data-plain-found]")
    expect(found).to_contain_text("was agreed", timeout=20_000)
    page.get_by_role("button", name="Save draft").click()
    expect(page).to_have_url(re.compile(r"/admin/pages/\d+/edit/"), timeout=30_000)
    open_helper(page)
    page.get_by_role("textbox", name="Summary").fill("It was written.")
    expect(found).to_contain_text("was written", timeout=20_000)
    assert page.complaints == []


def test_half_a_form_keeps_the_last_findings(sign_in: Any) -> None:
    page = open_page(sign_in("supporter"), "The SEND Youth Forum")
    found = page.locator("[data-plain-found]")
    expect(found).to_contain_text("Over the limit: The longest sentence has 21 words.")
    page.route("**/check/", lambda route: route.fulfill(status=400, body="The form is not whole yet."))
    with page.expect_response(lambda answer: answer.status == 400):
        page.locator("#id_summary").fill(f"{HARD} Then.")
    expect(found).to_contain_text("Over the limit: The longest sentence has 21 words.")
    expect(page.locator("[data-plain-trouble]")).to_be_hidden()
    page.unroute("**/check/")
    page.route("**/check/", lambda route: route.abort())
    page.locator("#id_summary").fill(f"{HARD} Again.")
    expect(page.locator("[data-plain-trouble]")).to_be_visible(timeout=20_000)


def test_the_panel_the_page_about_the_draft_and_the_report_are_accessible(sign_in: Any) -> None:
    page = open_page(sign_in("supporter"), "The SEND Youth Forum")
    checked = Axe().run(page, context="[data-plain-words-panel]")
    assert [(found["id"], found["help"]) for found in checked.response["violations"]] == []
    page.goto("/admin/reports/reading/")
    page.get_by_role("link", name="The SEND Youth Forum", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Plain words"))).to_be_visible()
    checked = Axe().run(page, context=".plain-words")
    assert [(found["id"], found["help"]) for found in checked.response["violations"]] == []


def test_the_page_about_the_saved_draft_works_without_scripts(sign_in: Any) -> None:
    page = sign_in("supporter", scripts=False)
    page.goto("/admin/reports/reading/")
    page.get_by_role("link", name="The SEND Youth Forum", exact=True).click()
    expect(page.locator(".plain-words")).to_contain_text("Long sentence")
    expect(page.locator(".plain-words")).to_contain_text("A reason is written")
