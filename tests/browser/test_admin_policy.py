"""The admin works without scripts in its pages: nothing that the strict policy forbids is asked for on the way."""

import re
from typing import Any

from playwright.sync_api import Page, expect

# jQuery's Jcrop tries whether the device can be touched by writing an event into an element: forbidden, and of no use
# on any browser of today (docs/security.md).
TRIES_TOUCH = "Jcrop"
LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`forbidden: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
"""


def edit_page_at(page: Page, path: str) -> None:
    """Opens the editor of a page as staff do: by Wagtail's bar on the page itself."""
    page.goto(path)
    page.locator("wagtail-userbar").get_by_role("button").first.click()
    page.locator("wagtail-userbar a[href*='/admin/pages/'][href*='/edit/']").first.click()


def choose_the_first(page: Page, choosers: str, choices: str = ".modal [data-chooser-modal-choice]") -> None:
    page.locator(f"{choosers} [data-chooser-action-choose]:visible").last.click()
    page.locator(choices).first.click()
    expect(page.locator(".modal-dialog")).to_have_count(0)


def test_no_screen_of_the_admin_asks_for_what_the_policy_forbids(sign_in: Any) -> None:
    page = sign_in("admin")
    page.add_init_script(LISTEN)
    page.goto("/admin/")

    # A listing: rows of inline panels, choosers inside them, days.
    page.goto("/admin/services/")
    page.locator("td.title a").first.click()
    access = page.locator("#id_access-FORMS > *")
    page.get_by_role("tab", name="Before you go").click()
    before = access.count()
    page.locator("#id_access-ADD").click()
    expect(access).to_have_count(before + 1)
    choose_the_first(page, "#id_access-FORMS")
    page.get_by_role("button", name="Toggle status").click()
    page.get_by_role("button", name=re.compile("Set schedule|Edit schedule")).first.click()
    page.locator("#id_go_live_at").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)

    # A new page: parts of a body, a picture, a link in the text; saved, and seen in the preview.
    edit_page_at(page, "/")
    page.goto(page.url.replace("/edit/", "/add_subpage/"))
    page.locator("a[href*='/admin/pages/add/home/informationpage/']").first.click()
    page.locator("#id_title").fill("Made under a strict policy")
    for block in ("Image", "Text"):
        page.locator(".c-sf-add-button").first.click()
        page.get_by_role("option", name=block, exact=False).first.click()
    choose_the_first(page, ".image-chooser")
    words = page.locator("[data-contentpath='body'] .public-DraftEditor-content").first
    words.click()
    page.keyboard.type("Words")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.locator(".modal").get_by_role("link", name="External link").click()
    page.locator("#id_external-link-chooser-url").fill("https://example.org/")
    page.locator(".modal form [type=submit]").last.click()
    expect(words.locator("[data-draftail-trigger]")).to_have_count(1)
    page.get_by_role("button", name="Toggle preview").click()
    seen = page.frame_locator("#w-preview-iframe")
    expect(seen.get_by_role("heading", name="Made under a strict policy")).to_be_visible(timeout=20_000)

    # A workflow's task, the editor of translations, sending pages to it.
    page.goto("/admin/workflows/list/")
    page.locator("main a[href*='/admin/workflows/edit/']").first.click()
    page.locator("#id_workflow_tasks-ADD").click()
    page.locator(".task-chooser [data-chooser-action-choose]:visible").last.click()
    page.get_by_role("tab", name="Existing").click()
    page.locator(".modal a.task-choice").first.click()
    expect(page.locator(".modal-dialog")).to_have_count(0)
    page.goto("/admin/pages/1/")
    page.get_by_role("link", name=re.compile("^Pomoc dla dzieci")).click()
    expect(page.locator(".js-translation-editor button").first).to_be_visible(timeout=20_000)
    assert page.evaluate("chooserUrls.imageChooser") == "/admin/images/chooser/"

    for screen in (
        "/admin/searchpicks/add/",
        "/admin/media/video/add/",
        "/admin/groups/new/",
        "/admin/reports/audit-log/",
        "/admin/settings/navigation/sitedetails/",
        "/admin/account/",
    ):
        assert page.goto(screen).ok, screen
    page.goto("/admin/images/")
    with page.expect_console_message(lambda said: "forbidden: " in said.text and TRIES_TOUCH in said.text):  # so it does hear
        page.locator("main a[href^='/admin/images/']").filter(has=page.locator("img")).first.click()
    assert [words for words in page.complaints if "forbidden: " in words and TRIES_TOUCH not in words] == []
    assert [words for words in page.complaints if words.startswith("http")] == []  # nobody else was asked for anything
