"""A supporter takes a consent back: the picture is gone from the page and from its own address, and the page stays."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW

PAGE = "/young-people/our-seal/"
NAME = "Three of us, aged 13 to 15 (example)"


def picture_of(page: Page) -> str:
    return page.locator("main img[src^='/media/']").first.get_attribute("src") or ""


def test_a_consent_that_is_taken_back_removes_the_picture_everywhere(visit: Any, sign_in: Any) -> None:
    reader = visit(PAGE)
    file = picture_of(reader)
    assert reader.request.get(file).status == 200

    staff = sign_in("supporter")
    expect(staff.get_by_role("heading", name="Consents that end soon")).to_be_visible()
    staff.goto("/admin/snippets/media/consent/?state=live")
    staff.get_by_role("link", name=NAME).first.click()
    staff.get_by_role("button", name="Actions").click()
    staff.get_by_role("link", name="Take back this consent").click()
    expect(staff.get_by_role("heading", name="What happens")).to_be_visible()
    for _ in range(60):  # where pictures are used is noted in the background, which has much to do after the loading
        if staff.get_by_role("link", name="Our seal").count():
            break
        staff.wait_for_timeout(2000)
        staff.reload()
    expect(staff.get_by_role("link", name="Our seal").first).to_be_visible()
    violations = Axe().run(staff, context="main .nice-padding").response["violations"]
    assert [violation["id"] for violation in violations] == []
    staff.get_by_role("button", name="Take back this consent").click()
    expect(staff.get_by_text("Nothing that rests on it shows on the site any more.")).to_be_visible()
    expect(staff.get_by_role("link", name="Our seal").first).to_be_visible()

    again = visit(PAGE, size=NARROW)
    assert again.locator(f"img[src='{file}']").count() == 0
    expect(again.get_by_role("heading", level=1, name="Our seal")).to_be_visible()
    assert again.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert again.complaints == []
    assert again.request.get(file).status == 404
    assert "/static/" in (again.locator("meta[property='og:image']").get_attribute("content") or "")


def test_a_member_and_a_reader_open_no_consent(sign_in: Any) -> None:
    for name in ("member", "reader", "translator"):
        page = sign_in(name)
        assert page.get_by_text("Consents that end soon").count() == 0
        answer = page.goto("/admin/snippets/media/consent/")
        assert answer.status == 403 or "/consent/" not in page.url
        assert page.goto("/admin/consents/1/take-back/").status == 403
