"""Staff add an event that repeats; a parent finds it on a small screen without scripts and takes it into a calendar."""

import re
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.browser.test_staff_publish import act, said

TITLE = "Singing for all on Tuesdays"


def test_a_parent_finds_an_event_that_staff_added_and_takes_it_into_a_calendar(visit: Any, sign_in: Any) -> None:
    page = sign_in("communications")
    page.goto("/admin/events/")
    page.get_by_role("link", name="Add event").first.click()
    page.get_by_role("textbox", name="Title*").fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill("Come and sing. You need no voice like a bird.")
    page.get_by_role("button", name="Add time").click()
    page.get_by_role("checkbox", name="Tuesday").check()
    page.get_by_role("textbox", name="From", exact=True).fill("16:00")
    page.get_by_role("textbox", name="Until", exact=True).fill("15:00")
    page.get_by_role("textbox", name="Town").fill("Witney")
    page.get_by_role("textbox", name="Telephone").fill("01632 960941")
    act(page, "Publish")
    expect(page.get_by_text("It would end before it starts.").first).to_be_visible()
    page.get_by_role("textbox", name="Until", exact=True).fill("17:30")
    act(page, "Publish")
    expect(said(page)).to_contain_text(re.compile("published"))

    parent = visit("/", size=NARROW, scripts=False)
    parent.get_by_text("Menu", exact=True).click()
    parent.get_by_role("link", name="What’s on").first.click()
    parent.get_by_role("link", name=TITLE).click()
    expect(parent.locator(".facts")).to_contain_text(re.compile("Tuesday|Today|Tomorrow"))
    with parent.expect_download() as going:
        parent.get_by_role("link", name="Put it in your calendar").click()
    [event] = Calendar.from_ical(Path(going.value.path()).read_bytes()).walk("VEVENT")
    assert (event["SUMMARY"], event["RRULE"]["BYDAY"], event["LOCATION"]) == (TITLE, ["TU"], "Witney")
    assert parent.complaints == []
