"""A visitor writes to the council; staff find it in the inbox. At most five messages an hour may be sent from one address."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

REFERENCE = re.compile(r"^[A-Z0-9]{7}$")
WORDS = "The bus times on this page are from last year. <b>Sorry</b> to moan!"


def write(page: Page, words: str) -> str:
    """Sends the form, and returns the reference that the visitor is given."""
    page.locator("#id_words").fill(words)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have your message.")
    reference = page.locator(".reference").inner_text()
    assert REFERENCE.match(reference)
    return reference


@pytest.mark.parametrize(
    ("start", "link", "kind"),
    [
        ("/", "Contact us", "Message"),
        ("/have-your-say/", "Comment on the Local Offer", "Comment on the Local Offer"),
        ("/accessibility-statement/", "Make a complaint", "Complaint"),
    ],
)
def test_what_a_visitor_sends_is_in_the_inbox(visit: Any, sign_in: Any, start: str, link: str, kind: str) -> None:
    page = visit(start, scripts=False)
    page.get_by_role("contentinfo").get_by_role("link", name=link).last.click()
    reference = write(page, f"{kind}: {WORDS}")
    assert page.complaints == []
    row = find_in_inbox(sign_in("communications"), reference)
    expect(row).to_contain_text(kind)


def test_a_problem_report_names_its_listing(visit: Any, sign_in: Any) -> None:
    page = visit("/find-a-service/riverside-saturday-club/")
    page.get_by_role("link", name="Tell us if something is wrong").click()
    expect(page.get_by_text("About the page “Riverside Saturday Club”")).to_be_visible()
    reference = write(page, WORDS)
    inbox = sign_in("editor")
    row = find_in_inbox(inbox, reference)
    expect(row).to_contain_text("Problem with a page")
    expect(row).to_contain_text("Riverside Saturday Club")
    row.get_by_role("link", name=reference).click()
    expect(inbox.get_by_text("The bus times on this page are from last year. Sorry to moan!")).to_be_visible()


def find_in_inbox(page: Page, reference: str) -> Any:
    page.get_by_role("link", name="Inbox").click()
    return page.get_by_role("row", name=re.compile(reference))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_mistake_is_explained_and_nothing_typed_is_lost(visit: Any, scripts: bool) -> None:
    page = visit("/contact/", scripts=scripts)
    page.get_by_label("Your name").fill("Rowan (example)")
    page.get_by_label("Your e-mail address").fill("rowan at example.org")
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("group", name="Please check this")
    expect(summary).to_be_in_viewport()
    assert summary.get_by_role("link").all_inner_texts() == [
        "Write your message.",
        "Write the e-mail address in full, like name@example.org.",
    ]
    expect(page.get_by_label("Your name")).to_have_value("Rowan (example)")
    field = page.get_by_label("Your e-mail address")
    expect(field).to_have_value("rowan at example.org")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Write the e-mail address in full"))
    expect(page.get_by_label("Your message")).to_have_accessible_description(re.compile("Write your message."))
    summary.get_by_role("link", name="Write the e-mail address in full").click()
    expect(field).to_be_focused()


def test_no_form_asks_for_more_than_the_message(visit: Any) -> None:
    page = visit("/contact/comment/")
    expect(page.locator("main form [required], main form input[type=file], main form select")).to_have_count(0)
    expect(page.get_by_label("Leave this empty", exact=True)).not_to_be_in_viewport()
