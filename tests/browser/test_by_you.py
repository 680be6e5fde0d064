"""A young person reads the By You guide on an old phone, and takes it home on paper."""

import re
from typing import Any

from playwright.sync_api import expect

from .conftest import NARROW
from .moving import follow

GUIDE = "/young-people/by-you/"


def test_from_the_places_we_like_to_the_guide_of_an_area_without_scripts(visit: Any) -> None:
    page = visit("/young-people/places-we-like/", size=NARROW, scripts=False)
    follow(page.get_by_role("link", name="All of them in one guide, to read or print"))
    expect(page).to_have_url(re.compile(f"{GUIDE}$"))
    everything = page.locator(".by-you-place").count()
    page.get_by_label("Where?").select_option("Oxford")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("area=oxford-city"))
    expect(page.locator(".by-you-area h2").first).to_have_text("Oxford")
    assert 0 < page.locator(".by-you-place").count() < everything
    follow(page.get_by_role("link", name="Large print", exact=True))
    expect(page.locator(".by-you-area h2").first).to_have_text("Oxford")
    assert page.get_by_role("navigation", name="Young people’s menu").count() == 0


def test_a_seal_that_has_ended_or_was_withdrawn_is_not_in_it(visit: Any) -> None:
    page = visit(GUIDE)
    assert page.get_by_role("heading", name="Riverside Saturday Club").count() >= 1
    for ended in ("Otters swimming", "Pixel Den gaming club"):
        assert page.get_by_role("heading", name=ended).count() == 0


def test_on_paper_there_are_no_menus_and_large_print_is_large(visit: Any) -> None:
    page = visit(f"{GUIDE}?print=large")
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible()
    page.emulate_media(media="print")
    for part in (".by-you-bar", ".skip"):
        expect(page.locator(part)).to_be_hidden()
    sizes = page.evaluate(
        """[...document.querySelectorAll(".by-you-in :is(p, li, dt, dd, span, a, h2, h3, h4), .help :is(li, span)")]
        .filter((part) => part.checkVisibility() && !part.closest(".hidden") && !part.matches(".hidden"))
        .map((part) => parseFloat(getComputedStyle(part).fontSize))"""
    )
    assert min(sizes) >= 24  # 18 points
    page.goto(GUIDE)
    for part in ("header.head", ".youth-menu", ".by-you-filter", ".by-you-ways", ".foot"):
        expect(page.locator(part)).to_be_hidden()
