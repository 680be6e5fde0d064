"""A parent finds out what became of a promise; staff say that it is kept, and the site tells everybody."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from .conftest import NARROW
from .moving import follow

POST = "Reflections from Alex Morgan (example) - 16 September 2026"
WORDS = re.compile("^We will write to each family")


def promise(page: Page) -> Any:
    return page.get_by_role("article", name=WORDS)


def test_a_late_promise_is_found_at_320_pixels_without_scripts_and_then_it_is_kept(visit: Any, sign_in: Any) -> None:
    page = visit("/board/", size=NARROW, scripts=False)
    follow(page.get_by_role("link", name=POST))
    expect(promise(page)).to_contain_text("Late")
    follow(page.get_by_role("link", name="What happened to these promises"))
    follow(page.get_by_role("link", name=re.compile("Late$")))
    expect(promise(page)).to_contain_text("The letter is written.")
    page.get_by_label("Theme of the board’s work").select_option(label="Theme 4: Preparation for Adulthood")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(promise(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]

    staff = sign_in("communications")
    staff.goto("/admin/promises/?state=late")
    staff.get_by_role("link", name=WORDS).first.click()
    staff.get_by_role("combobox", name="What happened").select_option(label="Kept")
    staff.get_by_role("textbox", name="In plain words").fill("Each family has its letter.")
    staff.get_by_role("button", name="Save").click()
    expect(staff).to_have_url(re.compile("/admin/promises/$"))

    page.goto("/board/promises/?state=kept")
    expect(promise(page)).to_contain_text("Each family has its letter.")
    page.goto("/board/promises/?state=late")
    expect(promise(page)).to_have_count(0)
