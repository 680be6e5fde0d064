"""Easy Read in a real browser: found from its page, read, printed as an A4 booklet, made in the editor; and pages in a row."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import NARROW
from .moving import follow

PAGE = "/help-by-topic/ehc-plans/ask-for-an-assessment/"
# 14 points at 96 pixels an inch.
FOURTEEN_POINTS = 14 * 96 / 72
ORIGINALS = [PAGE, "/find-a-service/riverside-saturday-club/", "/board/reflections-from-steve-crocker-27-march-2024/"]


@pytest.mark.parametrize("address", ORIGINALS)
def test_one_goes_from_a_page_to_its_easy_read_edition_and_back(visit: Any, address: str) -> None:
    page = visit(address, size=NARROW, scripts=False)
    title = page.get_by_role("heading", level=1).inner_text()
    follow(page.get_by_role("link", name="Read this in Easy Read"))
    expect(page).to_have_url(re.compile(f"{address}easy-read/$"))
    follow(page.get_by_role("link", name="Read the full page:"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_each_picture_stands_left_of_its_words_and_the_words_are_big(visit: Any) -> None:
    for size in (NARROW, (1280, 900)):
        page = visit(f"{PAGE}easy-read/", size=size)
        pairs = page.locator(".easy-pair")
        assert pairs.count() > 15
        for pair in pairs.all():
            picture, words = pair.locator("img").bounding_box(), pair.locator(".easy-words").bounding_box()
            assert picture["x"] + picture["width"] <= words["x"]
            assert pair.locator("img").get_attribute("alt")
        assert (
            float(page.locator(".easy-words").first.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)"))
            >= FOURTEEN_POINTS
        )


def test_it_prints_as_a_booklet_of_a4_sheets_with_a_cover_and_without_menus(visit: Any) -> None:
    page = visit(f"{PAGE}easy-read/")
    printed = page.pdf(prefer_css_page_size=True)
    assert 5 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 20
    width, height = map(float, re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed).groups())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    page.emulate_media(media="print")
    for hidden in ("nav.crumbs", "header.head", "footer.foot", ".booklet-cover .buttons", ".page-end"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".booklet-whose")).to_be_visible()
    sizes = page.locator(".booklet-pages p").evaluate_all(
        "(all) => all.filter((e) => e.offsetParent).map((e) => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= FOURTEEN_POINTS


def test_the_print_button_needs_scripts_and_shows_only_with_them(visit: Any) -> None:
    with_scripts = visit(f"{PAGE}easy-read/")
    expect(with_scripts.get_by_role("button", name="Print this booklet")).to_be_visible()
    with_scripts.evaluate("window.print = () => { document.title = 'printed'; }")
    with_scripts.get_by_role("button", name="Print this booklet").click()
    expect(with_scripts).to_have_title("printed")
    expect(visit(f"{PAGE}easy-read/", scripts=False).locator("[data-print]")).to_be_hidden()


def test_the_search_finds_an_edition(visit: Any) -> None:
    page = visit("/find-a-service/?q=easy+read+assessment")
    expect(page.get_by_role("link", name="Ask for an assessment, in Easy Read")).to_be_visible()


def test_a_young_person_reads_a_row_of_pages_by_keyboard(visit: Any) -> None:
    page = visit("/young-people/", size=NARROW, scripts=False)
    follow(page.get_by_role("link", name="Help with school", exact=True))
    titles = [page.get_by_role("heading", level=1).inner_text()]
    while page.locator("a.way-next[rel=next]").count():
        link = page.locator("a.way-next[rel=next]")
        assert link.bounding_box()["height"] >= 44
        link.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        titles.append(page.get_by_role("heading", level=1).inner_text())
    assert titles == ["Help with school", "My plan", "My meeting", "A new school or college"]
    expect(page.get_by_text("Page 4 of 4")).to_be_visible()
    follow(page.get_by_role("link", name="Back My meeting"))
    expect(page.get_by_role("heading", level=1)).to_have_text("My meeting")


def test_a_young_person_finds_what_is_theirs_by_age(visit: Any) -> None:
    page = visit("/young-people/")
    follow(page.get_by_role("link", name="When I am 16"))
    expect(page.get_by_text(re.compile(r"\d minutes? to read")).first).to_be_visible()
    follow(page.get_by_role("link", name="Next When I am 18"))
    expect(page.get_by_role("heading", level=1)).to_have_text("When I am 18")


def test_an_editor_chooses_a_picture_by_a_word(sign_in: Any) -> None:
    page = sign_in("editor")
    page.goto("/admin/easy-read/")
    follow(page.get_by_role("link", name=re.compile("Riverside Saturday Club, in Easy Read")).first)
    expect(page.get_by_text("This is the Easy Read edition of")).to_be_visible()
    chooser = page.locator("#id_picture-chooser")
    chooser.get_by_role("button", name="Actions").click()
    page.get_by_role("button", name="Choose another picture").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Search term").fill("anxious")
    expect(dialog.locator("h3", has_text="Worried")).to_be_visible()
    expect(dialog.locator("h3", has_text="Bus")).to_have_count(0)
    dialog.get_by_role("link", name=re.compile("Worried")).click()
    expect(dialog).to_have_count(0)
    expect(chooser.locator("[data-chooser-title]")).to_have_text("Worried")
