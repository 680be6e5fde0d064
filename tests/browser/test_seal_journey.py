"""The whole life of a seal: a service asks, the forum goes and decides, families see it, others show it, it is taken away."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

LISTING, ADDRESS = "Gentle Hooves riding and pony care", "/find-a-service/gentle-hooves/"
WORDS = "The pony knew that I was scared. She stood still until I was not."
SORRY = "The stable has changed hands. We will go again when we know the new people."


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A website of somebody else on this machine: its address, and the folder of its pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", tmp_path
    server.shutdown()


def ask(page: Page) -> None:
    page.goto("/seal/ask/")
    page.get_by_label("Which service is it?").fill("Gentle Hooves")
    page.get_by_label("Why should the young people visit?").fill("Our ponies are calm and so are we.")
    page.get_by_label("Your name", exact=True).fill("Robin (example)")
    page.get_by_label("Your e-mail address").fill("ponies@example.org")
    page.get_by_role("button", name="Ask for a visit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")


def plan_and_record(page: Page) -> None:
    """From the queue to the forum's decision."""
    page.goto("/admin/seal/queue/")
    page.get_by_role("link", name="Gentle Hooves", exact=True).click()
    page.get_by_role("link", name=f"Plan a visit to {LISTING}").first.click()
    page.get_by_label("Day of the visit").fill(str(date.today() + timedelta(days=1)))  # noqa: DTZ011  a real browser, a real day
    page.get_by_role("button", name="Plan the visit").press("Enter")  # by keyboard: the calendar may lie over the button
    page.get_by_role("link", name=f"Record it for {LISTING}").click()
    page.get_by_label("Visited on").fill(str(date.today()))  # noqa: DTZ011
    page.get_by_label("Who visited").fill("Two of us, aged 12 and 15")
    for radio in page.locator("input[type=radio][value=yes]").all():
        radio.check()
    page.get_by_label("What we liked").fill(WORDS)
    page.get_by_label("Know before you go").fill("It smells of horse.")
    page.get_by_label("I have read all these words").check()
    page.get_by_role("button", name="Save the visit").press("Enter")
    page.get_by_label("Give the seal").check()
    page.get_by_role("button", name="Save the decision").press("Enter")


def badge_code(page: Page) -> str:
    """The embed code as the seal's own page gives it to the service."""
    page.goto(ADDRESS)
    page.get_by_role("region", name="Approved by young people").get_by_role("link", name="Check this seal").click()
    page.get_by_role("link", name=re.compile("on your website", re.I)).click()
    code: str = page.get_by_label("Code for your website").first.input_value()
    assert "<script" not in code
    return code


def picture_on(page: Page, address: str) -> str:
    """What the badge on somebody else's page says: the words of the picture that the browser fetched and showed there."""
    answers = []
    page.on("response", lambda answer: answers.append(answer) if "badge.svg" in answer.url else None)
    page.goto(address, wait_until="networkidle")
    width = page.locator("img").first.evaluate("picture => picture.naturalWidth")
    assert width > 0
    return " ".join(answers[-1].text().split())


def test_a_seal_is_asked_for_given_seen_shown_elsewhere_and_taken_away(
    visit: Any, sign_in: Any, other_site: tuple[str, Path]
) -> None:
    reader = visit("/", scripts=False)
    ask(reader)

    staff = sign_in("supporter")
    plan_and_record(staff)
    expect(staff.get_by_text("The decision is recorded. Now give the seal.")).to_be_visible()
    reader.goto(ADDRESS)
    expect(reader.get_by_role("region", name="Approved by young people")).to_have_count(0)
    staff.get_by_role("button", name="Give the seal").click()
    expect(staff.get_by_text(f"“{LISTING}” now has the seal.")).to_be_visible()

    reader.goto("/find-a-service/?q=pony&seal=on")
    expect(reader.locator("article.service", has_text=LISTING).get_by_role("img", name=re.compile("Approved"))).to_have_count(1)
    reader.goto(ADDRESS)
    expect(reader.get_by_role("region", name="Approved by young people")).to_contain_text(WORDS)
    code = badge_code(reader)

    address, folder = other_site
    (folder / "index.html").write_text(f"<!doctype html><title>Ponies</title>{code}", encoding="utf-8")
    stranger = visit("/")
    assert "Approved by young people" in picture_on(stranger, f"{address}/")
    check = stranger.locator("a").first.get_attribute("href")
    reader.goto(check)
    expect(reader.get_by_role("main")).to_contain_text(WORDS)
    lasting = reader.url

    staff.goto("/admin/seal/")
    staff.get_by_label("Name of the listing").fill("Gentle Hooves")
    staff.get_by_role("main").get_by_role("button", name="Search").click()
    staff.get_by_role("link", name=LISTING).click()
    staff.get_by_role("link", name="Withdraw the seal").click()
    staff.locator("#id_reason").fill("New owners.")
    staff.locator("#id_public_note").fill(SORRY)
    staff.get_by_role("button", name="Withdraw the seal").click()
    expect(staff.get_by_text(f"The seal of “{LISTING}” is withdrawn.")).to_be_visible()

    reader.goto(ADDRESS)
    expect(reader.get_by_role("region", name="Approved by young people")).to_have_count(0)
    assert "Seal no longer" in picture_on(visit("/"), f"{address}/")
    reader.goto(lasting)
    expect(reader.get_by_role("main")).to_contain_text(SORRY)
    reader.goto("/find-a-service/?q=pony&seal=on")
    expect(reader.locator("article.service", has_text=LISTING)).to_have_count(0)
