"""A young person tells us something; words of danger show help and raise an alarm; the answer comes by the code."""

import re
from typing import Any

from playwright.sync_api import Page, expect

IDEA = "Paint a zebra on the bus stop."


def next_question(page: Page) -> None:
    page.get_by_role("button", name="Next").click()


def write(page: Page, words: str, kind: str = "An idea") -> None:
    """From the section's own page to the page to check."""
    page.get_by_role("main").get_by_role("link", name="Start").click()
    page.get_by_label(kind).check()
    next_question(page)
    page.get_by_label("I want to write").check()
    next_question(page)
    page.get_by_label("Write it here").fill(words)
    next_question(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("How old are you?")
    next_question(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this right?")


def send(page: Page) -> str:
    page.get_by_role("button", name="Send", exact=True).click()
    return page.locator(".code").inner_text()


def open_message(page: Page, words: str) -> None:
    page.goto("/admin/voices/")
    page.get_by_role("row", name=re.compile(words)).get_by_role("link").first.click()


def test_the_answer_comes_by_the_code_and_after_approval_in_you_asked(visit: Any, sign_in: Any) -> None:
    page = visit("/young-people/tell-us/", scripts=False)
    write(page, IDEA)
    expect(page.get_by_role("definition").filter(has_text=IDEA)).to_be_visible()
    assert page.url.endswith("/tell-us/#errors")
    code = send(page)
    assert page.complaints == []

    supporter = sign_in("supporter")
    open_message(supporter, IDEA[:20])
    supporter.locator("#id_answer").fill("The bus team will paint it in May.")
    supporter.locator("#id_with_whom").fill("the bus team")
    supporter.get_by_role("button", name="Save").click()

    page.get_by_role("main").get_by_role("link", name=re.compile("See what happened")).click()
    page.get_by_label("Your code").fill(code.lower())
    page.get_by_role("button", name="Show me").click()
    expect(page.get_by_text("The bus team will paint it in May.")).to_be_visible()
    assert code not in page.url
    page.goto("/young-people/the-forum/you-asked/")
    expect(page.get_by_text(IDEA)).to_have_count(0)

    open_message(supporter, IDEA[:20])
    number = re.search(r"/edit/(\d+)/", supporter.url)[1]
    supporter.goto(f"/admin/voices/{number}/write-up/")
    supporter.get_by_role("button", name="Make a draft").click()
    supporter.goto(supporter.url.replace("edit/", "").rstrip("/") + "/approve/")
    supporter.get_by_label(re.compile("I wrote this myself")).check()
    supporter.get_by_role("button", name="Approve it").click()
    expect(supporter.get_by_text("It is on the site.")).to_be_visible()
    page.goto("/young-people/the-forum/you-asked/")
    expect(page.locator("article.asked", has_text=IDEA)).to_contain_text("The bus team will paint it in May.")


def test_words_of_danger_show_help_at_once_and_a_supporter_decides(visit: Any, sign_in: Any) -> None:
    page = visit("/tell-us/", scripts=False)
    page.get_by_label("A story").check()
    next_question(page)
    page.get_by_label("I want to write").check()
    next_question(page)
    page.get_by_label("Write it here").fill("Zeb hits me each day")
    next_question(page)
    alarm = page.get_by_role("main").get_by_role("alert")
    expect(alarm.get_by_role("link", name="999")).to_be_visible()
    expect(alarm).to_contain_text("You are not in trouble.")
    next_question(page)
    send(page)
    expect(page.get_by_role("main").get_by_role("alert")).to_be_visible()

    supporter = sign_in("supporter")
    open_message(supporter, "Zeb hits me")
    expect(supporter.get_by_text("A supporter was told by e-mail")).to_be_visible()
    supporter.get_by_label("state").select_option("closed")
    supporter.get_by_role("button", name="Save").click()
    expect(supporter.get_by_text("Decide about that first").first).to_be_visible()
    supporter.get_by_label("decision about danger").select_option("none")
    supporter.get_by_role("button", name="Save").click()
    supporter.goto("/admin/voices/")
    expect(supporter.get_by_role("row", name=re.compile("Zeb hits me"))).to_contain_text("Decided")


def test_back_works_by_button_and_by_browser_and_the_keyboard_is_enough(visit: Any) -> None:
    page = visit("/tell-us/")
    page.get_by_label("A story").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("How do you want to say it?")
    page.get_by_label("I want to write").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What is it about?")
    page.get_by_label("Money").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("I want to pick pictures")).to_be_checked()
    next_question(page)
    expect(page.get_by_label("Money")).to_be_checked()
    next_question(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("How does it make you feel?")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is it about?")
    assert page.complaints == []


def test_a_colleague_of_the_inbox_does_not_reach_young_peoples_messages(sign_in: Any) -> None:
    page = sign_in("communications")
    expect(page.get_by_role("link", name="Inbox")).to_have_count(1)
    expect(page.get_by_role("button", name="Young people")).to_have_count(0)
    page.goto("/admin/voices/")
    assert "/voices/" not in page.url
