"""Staff publish an item of news; a reader on a small screen without scripts finds it."""

import re
from typing import Any

from playwright.sync_api import expect

from .conftest import NARROW
from .moving import follow

TITLE = "Otters are back at the swimming lake"


def test_staff_publish_news_and_a_reader_finds_it_by_searching_at_320_pixels_without_scripts(visit: Any, sign_in: Any) -> None:
    staff = sign_in("communications")
    staff.get_by_role("link", name=re.compile("Pages created")).click()
    staff.get_by_role("link", name=re.compile("^Explore child pages of 'Board and news")).click()
    staff.get_by_role("link", name="Explore child pages of 'News'").click()
    staff.get_by_role("link", name="Add child page", exact=True).click()
    staff.get_by_role("textbox", name="Title*").fill(TITLE)
    staff.get_by_role("textbox", name="Summary").fill("You can see them (example) on Saturday mornings.")
    staff.get_by_role("checkbox", name="Health").check()
    staff.get_by_role("button", name=re.compile("^Add author$", re.IGNORECASE)).click()
    staff.get_by_role("button", name="Choose author profile").click()
    staff.get_by_role("dialog").get_by_role("link", name="Lee Hart (example)").click()
    expect(staff.get_by_role("dialog")).to_have_count(0)
    staff.get_by_role("button", name="More actions").last.click()
    staff.get_by_role("button", name="Publish").last.click()
    expect(staff.get_by_role("status").first).to_contain_text(re.compile("(created and|has been) published"))

    reader = visit("/board/", size=NARROW, scripts=False)
    follow(reader.get_by_role("main").get_by_role("link", name="News", exact=True))
    reader.get_by_role("searchbox", name="Search the news").fill("seeing otter")
    follow(reader.get_by_role("search", name="Search the news").get_by_role("button", name="Search"))
    expect(reader.get_by_role("article")).to_have_count(1)
    assert reader.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    follow(reader.get_by_role("link", name=TITLE))
    expect(reader.get_by_role("main")).to_contain_text("Written by Lee Hart (example)")
    follow(reader.get_by_role("link", name="Health", exact=True))
    expect(reader.get_by_role("link", name=TITLE)).to_be_visible()
