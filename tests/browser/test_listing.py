"""A listing in a real browser: its two voices, with and without scripts, and on paper."""

from typing import Any

from playwright.sync_api import expect

CLUB = "/find-a-service/riverside-saturday-club/"
OTHER = "/find-a-service/gentle-hooves/"


def test_the_voice_that_somebody_chose_is_remembered_for_the_next_listing(visit: Any) -> None:
    page = visit(CLUB)
    page.locator("a[data-voice=you]").click()
    page.wait_for_url("**voice=you")
    page.goto(f"{OTHER}#before")
    page.wait_for_url(f"**{OTHER}?voice=you#before")
    page.locator("a[data-voice=full]").click()
    page.locator("a[data-voice=full][aria-current]").wait_for()
    page.goto(CLUB)
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(CLUB)
    assert page.complaints == []


def test_without_scripts_the_two_voices_are_plain_links(visit: Any) -> None:
    page = visit(CLUB, scripts=False)
    page.locator("a[data-voice=you]").click()
    assert page.url.endswith(f"{CLUB}?voice=you")
    expect(page.get_by_text("You choose what you do.")).to_be_visible()
    page.locator("a[data-voice=full]").click()
    expect(page.locator("#contact")).to_be_visible()


def test_where_the_browser_stores_nothing_the_links_still_work(visit: Any) -> None:
    page = visit(CLUB)
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page.goto(CLUB)
    page.locator("a[data-voice=you]").click()
    page.wait_for_url("**voice=you")


def test_paper_carries_telephone_address_times_seal_and_where_the_page_is(visit: Any) -> None:
    page = visit(CLUB)
    page.emulate_media(media="print")
    said = page.locator("main").inner_text().replace("\u00a0", " ")
    for words in ("Telephone: 01632 960101", "Riverside Rooms", "Saturdays", "Approved by young people", "Last checked on"):
        assert words in said
    assert CLUB in page.locator(".paper-end").inner_text()
    for hidden in (".buttons", ".voices", ".toc"):
        assert not page.locator(f"main {hidden}").first.is_visible()
