"""A directory editor attaches a seal that the forum decided, a supporter takes it away; everybody sees it at once."""

import re
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Page, expect

LISTING, ADDRESS = "Kick On football", "/find-a-service/kick-on-football/"
OTHER_LISTING = "Swing Wide playground"
WORDS = "Nobody minded that I stayed in goal. They let me wear my own shirt."
BADGE = re.compile(r"^Approved by young people until \w+ \d{4}$")


def open_seal_tab(page: Page) -> Page:
    """From the list of seals to the seal's panel on the listing's own edit screen."""
    page.goto("/admin/seal/")
    page.get_by_label("Name of the listing").fill(LISTING)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name=LISTING, exact=True).click()
    number = re.search(r"/seal/(\d+)/", page.url)[1]
    page.goto(f"/admin/pages/{number}/edit/")
    page.get_by_role("tab", name="Seal").click()
    return page


def badges(reader: Page) -> tuple[int, int, int]:
    """How often the badge shows on the listing, in the results that ask for it, and among the places that young people like."""
    reader.goto(ADDRESS)
    on_listing = reader.get_by_role("region", name="Approved by young people").get_by_role("img", name=BADGE).count()
    reader.goto("/find-a-service/?q=football&seal=on")
    in_results = reader.locator("article.service", has_text=LISTING).get_by_role("img", name=BADGE).count()
    reader.goto("/young-people/places-we-like/")
    on_youth_page = reader.locator("article.seal-card", has_text=LISTING).get_by_role("img", name=BADGE).count()
    return on_listing, in_results, on_youth_page


def test_an_editor_attaches_a_seal_and_a_supporter_withdraws_it(visit: Any, sign_in: Any) -> None:
    reader = visit("/")
    assert badges(reader) == (0, 0, 0)

    page = open_seal_tab(sign_in("editor"))
    expect(page.get_by_text("The forum decided to give this listing the seal.")).to_be_visible()
    page.get_by_role("link", name="Give the seal").click()
    expect(page.get_by_text(WORDS)).to_be_visible()  # those that a supporter approved; an editor cannot change them
    expect(page.locator("#id_words")).to_have_count(0)
    page.locator("#id_ends_on").fill("2001-01-01")
    page.get_by_role("button", name="Give the seal").click()
    expect(page.get_by_text("The seal would end before it begins.")).to_be_visible()
    assert badges(reader) == (0, 0, 0)
    page.locator("#id_ends_on").fill(str(date.today() + timedelta(days=365)))  # noqa: DTZ011  a real browser, a real day
    page.get_by_role("button", name="Give the seal").click()
    expect(page.get_by_text(f"“{LISTING}” now has the seal.")).to_be_visible()
    assert badges(reader) == (1, 1, 1)
    expect(reader.locator("article.seal-card", has_text=LISTING)).to_contain_text(WORDS)

    open_seal_tab(page)
    expect(page.get_by_text("Only the forum decides to pause a seal or to take it away.")).to_be_visible()
    assert page.get_by_role("link", name="Withdraw the seal").count() == 0
    number = re.search(r"/pages/(\d+)/", page.url)[1]

    page = sign_in("supporter")
    page.goto(f"/admin/seal/{number}/")
    page.get_by_role("link", name="Withdraw the seal").click()
    page.locator("#id_reason").fill("A test of this site gave it, and takes it back.")
    page.locator("#id_public_note").fill("This seal was only a test.")
    page.get_by_role("button", name="Withdraw the seal").click()
    expect(page.get_by_text(f"The seal of “{LISTING}” is withdrawn.")).to_be_visible()
    assert badges(reader) == (0, 0, 0)


def test_a_supporter_gives_the_seal_and_cannot_change_the_listing(sign_in: Any) -> None:
    page = sign_in("supporter")
    page.get_by_role("link", name=re.compile("^Seal")).click()
    page.get_by_label("Name of the listing").fill(OTHER_LISTING)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name=OTHER_LISTING).click()
    expect(page.get_by_role("link", name="Give the seal")).to_be_visible()
    number = re.search(r"/seal/(\d+)/", page.url)[1]
    page.goto(f"/admin/pages/{number}/edit/")
    assert "/edit/" not in page.url


def test_communications_staff_cannot_give_the_seal(sign_in: Any) -> None:
    page = sign_in("communications")
    assert page.get_by_role("link", name=re.compile("^Seal")).count() == 0
    assert page.goto("/admin/seal/").status == 403
