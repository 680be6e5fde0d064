"""A parent asks for e-mails, confirms, is told of a new post, reads it, and stops the e-mails: against a real mail server."""

import re
import subprocess
import sys
from typing import Any

from playwright.sync_api import expect

from tests.alerts.sink import Taken

from .conftest import NARROW
from .moving import follow
from .site import ROOT, Site

ADDRESS, TITLE = "parent@example.org", "Reflections on the winter"


def clock(site: Site, *words: str) -> None:
    """What the scheduled work does by itself some minutes later."""
    command = [sys.executable, "-m", "tests.browser.alerting", *words]
    subprocess.run(command, cwd=ROOT, env=site.environment, check=True, stdout=subprocess.DEVNULL)


def letter(site: Site, number: int) -> Taken:
    """The first, the second … e-mail to the parent; the site's own worker may be the one that sends it."""
    site.mail.wait_for(number)
    return site.mail.letters_to(ADDRESS)[number - 1]


def link_in(found: Taken, name: str) -> str:
    text = found.message.get_body(("plain",)).get_content()
    return re.search(rf"http://\S+?(/{name}/\S+)", text).group(1)


def test_somebody_asks_confirms_is_told_of_a_post_and_stops_at_320_pixels_without_scripts(visit: Any, site: Site) -> None:
    page = visit("/board/", size=NARROW, scripts=False)
    follow(page.get_by_role("link", name="Get new posts by e-mail"))
    expect(page.get_by_label("Posts of the board")).to_be_checked()
    page.get_by_label("Your e-mail address").fill("parent")
    page.get_by_role("button", name="Send me the link").click()
    page.get_by_role("group", name="Please check this").get_by_role("link").click()
    page.get_by_label("Your e-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look in your e-mail")

    clock(site, "send")
    page.goto(link_in(letter(site, 1), "alerts/confirm"))
    page.get_by_role("button", name="Yes, send me e-mails").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You get our e-mails now")

    clock(site, "publish", TITLE)
    alert = letter(site, 2)
    assert TITLE in alert.message["Subject"]
    page.goto(link_in(alert, "board"))
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.goto(link_in(alert, "alerts/stop"))
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    page.get_by_role("button", name="Stop all e-mails").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stopped")
    clock(site, "take-down", TITLE)
    assert [said for said in page.complaints if "422" not in said] == []  # 422: the mistake above
