"""Our own screens of the admin: axe finds nothing in what we add to Wagtail's pages, and a narrow window holds them."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, WIDE

SCREENS = {
    "voices": "/admin/voices/",
    "asked": "/admin/asked/",
    "something new that was asked": "/admin/asked/new/",
    "work programme": "/admin/work-programme/",
    "posts that wait": "/admin/forum/queue/",
    "Easy Read editions": "/admin/easy-read/",
    "reading ages": "/admin/reports/reading/",
    "seals": "/admin/seal/",
    "the seal's queue": "/admin/seal/queue/",
    "the seal's report": "/admin/reports/seal/",
    "a new consent": "/admin/snippets/media/consent/add/",
    "a new word of the glossary": "/admin/snippets/plainlanguage/glossaryterm/add/",
}
# Each opens from the first link of a list.
FIRST = {
    "a message": ("/admin/voices/", "a[href*='/admin/voices/edit/']"),
    "something that was asked": ("/admin/asked/", "a[href*='/admin/asked/edit/']"),
    "a post that waits": ("/admin/forum/queue/", "a[href*='/admin/forum/queue/']"),
    "the seal of a listing": ("/admin/seal/", "table a[href*='/admin/seal/']"),
}


def faults(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, context="main").response["violations"]
    return [(fault["id"], [node["html"][:200] for node in fault["nodes"]]) for fault in found]


@pytest.fixture(scope="module")
def signed_in(browser: Any, site: Any) -> Any:
    """A supporter's browser, for all tests of this file."""
    from tests.browser.site import PASSWORD

    context = browser.new_context(base_url=site.address, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/account/login/")
    page.locator("#id_login").fill("supporter@example.org")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    yield page
    context.close()


@pytest.mark.parametrize("name", [*SCREENS, *FIRST])
def test_a_supporters_screen_is_clean(signed_in: Page, name: str) -> None:
    page = signed_in
    if name in FIRST:
        page.goto(FIRST[name][0])
        page.goto(page.locator(FIRST[name][1]).first.get_attribute("href") or "")
    else:
        assert page.goto(SCREENS[name]).status == 200
    page.set_viewport_size(dict(zip(("width", "height"), WIDE, strict=True)))
    assert faults(page) == []
    page.set_viewport_size(dict(zip(("width", "height"), NARROW, strict=True)))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
