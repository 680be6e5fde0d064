"""Staff write a post of the board in the real editor: draft, preview, refusal with reasons, publication."""

import re
from typing import Any

from playwright.sync_api import Page, expect

TITLE = "Reflections from a test (example) - 1 November 2026"
ADDRESS = "/board/reflections-from-a-test-example-1-november-2026/"


def act(page: Page, words: str) -> None:
    """Chooses an action that stands behind the arrow beside “Save draft”."""
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name=words).last.click()


def said(page: Page) -> Any:
    return page.get_by_role("status").first


def start_page(page: Page) -> None:
    """From the dashboard to a new page below the board’s blog."""
    page.get_by_role("link", name=re.compile("Pages created")).click()
    page.get_by_role("link", name=re.compile("^Explore child pages of 'Board and news")).click()
    page.get_by_role("link", name="Add child page", exact=True).click()


def write_text_block(page: Page, heading: str, words: str) -> None:
    page.get_by_role("button", name="Insert a block").click()
    page.get_by_role("option", name="Text").click()
    page.locator("#panel-child-content-body-content [contenteditable=true]").click()
    page.keyboard.type("## ")  # the editor makes a heading of it
    page.keyboard.type(heading)
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    # The editor hands over what was typed after a moment.
    expect(page.locator("input[name=body-0-value]")).to_have_value(re.compile(f"{heading}.*{words}"))


def test_communications_staff_draft_preview_and_publish_a_post(visit: Any, sign_in: Any) -> None:
    page = sign_in("communications")
    start_page(page)
    page.get_by_role("main").get_by_role("link", name=re.compile("^Board post")).click()
    page.get_by_role("textbox", name="Title*").fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill("What a test heard at a meeting that never was.")
    write_text_block(page, "What we heard", "Families told the board what helps.")

    act(page, "Publish")
    # "created" before the editor has saved a draft of itself, "saved" after that
    expect(said(page)).to_contain_text(re.compile("The page could not be (created|saved) due to validation errors."))
    assert visible_errors(page) == ["Say who writes this post.", "Write the post in short: three to five plain sentences."]

    page.get_by_role("textbox", name="In short").fill("The board met. Families spoke. It will meet again.")
    page.get_by_role("button", name="Choose author profile").click()
    page.get_by_role("dialog").get_by_role("link", name="Alex Morgan (example)").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Save draft").last.click()
    expect(said(page)).to_contain_text(TITLE)
    assert visit("/board/").request.get(ADDRESS).status == 404, "A draft is not public."

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe[title=Preview]").last
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(preview.get_by_role("heading", name="What we heard", level=2)).to_have_count(1)

    act(page, "Publish")
    expect(said(page)).to_contain_text("has been published")
    expect(page.get_by_role("link", name="View live")).to_have_attribute("href", re.compile(f"{ADDRESS}$"))
    reader = visit(ADDRESS)
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reader.get_by_role("region", name="In short")).to_contain_text("Families spoke.")
    expect(reader.get_by_text("Families told the board what helps.")).to_be_visible()
    feed = reader.locator('head link[type="application/atom+xml"]').get_attribute("href")
    assert TITLE in reader.request.get(feed).text()
    reader.goto("/board/")
    expect(reader.get_by_role("link", name=TITLE)).to_be_visible()


def visible_errors(page: Page) -> list[str]:
    shown = page.locator(".w-field__errors:visible")
    return [" ".join(words.split()) for words in shown.all_inner_texts() if words.strip()]
