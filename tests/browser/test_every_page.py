"""What holds for every public page in every state: axe, small screens, keyboard, markup, no cookie, no stranger asked."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from bs4 import BeautifulSoup
from PIL import Image
from playwright.sync_api import Browser, Page

from .conftest import watch
from .faults import faults
from .site import Site
from .states import NARROW, STATES, WIDE, State

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"size": WIDE},
    "narrow": {"size": NARROW},
    "dark": {"size": WIDE, "color_scheme": "dark"},
    "forced colours": {"size": WIDE, "forced_colors": "active"},
}
# Each of both sizes and both schemes once: what axe finds lies in one of them, not in how they are joined. It reads colours
# from the style sheets, so forced ones change nothing for it; they have a test of their own.
FOR_AXE = {
    "light": LOOKS["light"],
    "narrow and dark": LOOKS["narrow"] | {"color_scheme": "dark"},
}
# https://www.w3.org/TR/WCAG22/#text-spacing
TEXT_SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
PARAGRAPH_SPACING = "p { margin-bottom: 2em !important; }"
SPACE = (
    f"(() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync({(TEXT_SPACING + PARAGRAPH_SPACING)!r});"
    " document.adoptedStyleSheets = [sheet]; })()"
)
# Boxes that hide a part of their words. Words for screen readers only are one pixel wide, so they do not count.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter((box) => {
  const style = getComputedStyle(box);
  return box.clientWidth > 2 && box.clientHeight > 2 && box.innerText?.trim() && style.clipPath === "none"
    && ((["hidden", "clip"].includes(style.overflowX) && box.scrollWidth > box.clientWidth + 1)
      || (["hidden", "clip"].includes(style.overflowY) && box.scrollHeight > box.clientHeight + 1));
}).map((box) => box.outerHTML.slice(0, 120))"""
TOO_WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter((box) => box.getBoundingClientRect().right > innerWidth + 1).map((box) => box.outerHTML.slice(0, 120))"""
# Where the keyboard is: which control, whether one sees that it has the focus, and whether something lies over it.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  const first = at.getClientRects()[0], onLine = document.elementFromPoint(first.left + 3, first.top + first.height / 2);
  if (!window.controls) window.controls = new Map();
  if (!window.controls.has(at)) window.controls.set(at, window.controls.size);
  return {number: window.controls.get(at), what: at.outerHTML.slice(0, 120),
    ring: [style, getComputedStyle(at, "::after"), getComputedStyle(at.closest(".tile") ?? at)].some(
      (ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2),
    seen: [top, onLine].some((over) => over && (at.contains(over) || at.closest("label")?.contains(over)))};
}"""
CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, textarea, select, summary, video[controls]")]
  .filter((control) => control.checkVisibility({visibilityProperty: true}) && control.tabIndex >= 0)
  // Of the radio buttons of one name Tab reaches one; the arrow keys reach the others.
  .filter((control, at, all) => control.type !== "radio" || all.findIndex((other) => other.name === control.name) === at)
  .length"""
START_OVER = """() => { const start = document.createElement("span"); start.tabIndex = -1;
  document.body.prepend(start); start.focus(); start.remove(); scrollTo(0, 0); }"""
MOST_CONTROLS = 300


@dataclass
class Seen:
    """A state that is open in the browser, with what the server sent for it."""

    state: State
    page: Page
    html: str
    status: int
    complaints: list[str]

    def look(self, *, size: tuple[int, int], color_scheme: str = "light", forced_colors: str = "none") -> None:
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme=color_scheme, forced_colors=forced_colors)
        self.page.evaluate("document.getAnimations().forEach((motion) => motion.finish()); scrollTo(0, 0)")

    @property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html5lib")


@pytest.fixture(scope="module", params=STATES, ids=lambda state: state.name)
def opened(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Seen]:
    """Each state is opened once for all tests."""
    # Without motion: neither the scrolling nor the colours are on their way when a test looks.
    context = browser.new_context(base_url=site.address, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    complaints = watch(page, site.address)
    answer = request.param.open(page)
    page.wait_for_load_state("load")
    yield Seen(request.param, page, answer.text(), answer.status, complaints)
    context.close()


@pytest.fixture
def seen(opened: Seen) -> Seen:
    opened.look(**LOOKS["light"])
    return opened


def test_it_answers_as_it_should(seen: Seen) -> None:
    assert seen.status == seen.state.status


def test_the_console_stays_empty_and_no_stranger_is_asked(seen: Seen) -> None:
    own_status = re.compile(rf"Failed to load resource.* {seen.state.status} .*")
    complaints = [words for words in seen.complaints if seen.state.status == 200 or not own_status.match(words)]
    assert complaints == []


def test_no_cookie_is_set_but_the_token_of_a_form(seen: Seen) -> None:
    assert {cookie["name"] for cookie in seen.page.context.cookies()} == seen.state.cookies


def test_the_markup_has_no_parse_error(seen: Seen) -> None:
    html5lib.HTMLParser(strict=True).parse(seen.html)


def test_there_is_one_h1_and_no_heading_skips_a_level(seen: Seen) -> None:
    levels = [int(heading.name[1]) for heading in seen.soup.find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    # A form's error summary stands above the title, so that it is read first.
    after_title = levels[levels.index(1) :]
    assert [(a, b) for a, b in pairwise(after_title) if b > a + 1] == []


def test_each_picture_has_an_alt(seen: Seen) -> None:
    assert [str(picture) for picture in seen.soup.find_all("img") if not picture.has_attr("alt")] == []


def test_the_page_has_its_landmarks_and_a_title(seen: Seen) -> None:
    landmarks = {role: seen.page.get_by_role(role).count() for role in ("banner", "main", "contentinfo", "search")}
    assert landmarks["banner"] == landmarks["main"] == landmarks["contentinfo"] == 1
    for_paper = seen.page.locator("html[data-print]").count()  # without menus, with a link back
    assert landmarks["search"] >= (0 if for_paper else 1)
    assert seen.page.get_by_role("navigation", name="Main", exact=True).count() == (0 if for_paper else 1)
    assert seen.page.title().endswith(" – Local Offer")
    assert seen.page.locator("html").get_attribute("lang") == "en-GB"


def test_the_skip_link_comes_first_and_leads_to_the_main_words(seen: Seen) -> None:
    seen.page.evaluate(START_OVER)
    seen.page.keyboard.press("Tab")
    link = seen.page.get_by_role("link", name="Skip to main content")
    assert link.evaluate("(link) => link === document.activeElement")
    box = link.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "main"
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_keyboard_reaches_every_control_and_one_sees_where_it_is(seen: Seen) -> None:
    seen.page.evaluate(START_OVER)
    reached: dict[int, dict[str, Any]] = {}
    for _ in range(MOST_CONTROLS):
        seen.page.keyboard.press("Tab")
        here = seen.page.evaluate(FOCUSED)
        if here is None:  # the keyboard leaves the page
            break
        reached.setdefault(here["number"], here)
    assert [control["what"] for control in reached.values() if not control["ring"]] == []
    assert [control["what"] for control in reached.values() if not control["seen"]] == []
    assert len(reached) == seen.page.evaluate(CONTROLS)


@pytest.mark.parametrize("look", FOR_AXE)
def test_axe_finds_nothing(seen: Seen, look: str) -> None:
    seen.look(**FOR_AXE[look])
    assert faults(seen.page) == []


def test_nothing_scrolls_sideways_on_a_narrow_screen(seen: Seen) -> None:
    seen.look(**LOOKS["narrow"])
    assert seen.page.evaluate(TOO_WIDE) == []
    assert seen.page.evaluate(CLIPPED) == []


def test_nothing_is_lost_when_the_reader_spaces_the_letters(seen: Seen) -> None:
    seen.look(**LOOKS["narrow"])
    seen.page.evaluate(SPACE)
    try:
        assert seen.page.evaluate(TOO_WIDE) == []
        assert seen.page.evaluate(CLIPPED) == []
        seen.look(**LOOKS["light"])
        assert seen.page.evaluate(TOO_WIDE) == []
        assert seen.page.evaluate(CLIPPED) == []
    finally:
        seen.page.evaluate("document.adoptedStyleSheets = []")


def test_words_can_be_read_in_forced_colours(seen: Seen) -> None:
    seen.look(**LOOKS["forced colours"])
    picture = Image.open(io.BytesIO(seen.page.locator("h1").screenshot())).convert("L")
    darkest, lightest = picture.getextrema()
    assert lightest - darkest > 180
