"""A family that reads Polish, Ukrainian or Arabic: finds a service, reads a post, goes over to its language and back."""

import re
from typing import Any

import html5lib
import pytest
from playwright.sync_api import expect

from .conftest import NARROW
from .faults import faults
from .moving import follow
from .test_every_page import CLIPPED, TOO_WIDE

CLUB = "find-a-service/riverside-saturday-club/"
TELEPHONE = re.compile(r"01632\s960101")


def test_a_polish_mother_finds_speech_therapy_and_reads_a_post_without_scripts(visit: Any) -> None:
    page = visit("/", size=NARROW, scripts=False)
    follow(page.get_by_role("link", name="Polski", exact=True))
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    page.get_by_label("Czego potrzebujesz?").fill("logopeda")
    follow(page.get_by_role("button", name="Znajdź pomoc"))
    expect(page).to_have_url(re.compile(r"/pl/find-a-service/\?q=logopeda"))
    cards = page.locator(".service-name")
    expect(cards.first).to_have_text("Logopeda dla dzieci")
    untranslated = cards.filter(has_text="Smart Talkers").or_(cards.filter(has_text="Smooth Talkers")).first
    expect(untranslated.locator("[lang=en-GB]").first).to_be_visible()

    follow(page.get_by_role("navigation", name="Języki").get_by_role("link", name="English"))
    expect(page).to_have_url(re.compile(r"/find-a-service/\?q=logopeda"))
    follow(page.get_by_role("link", name="Polski", exact=True))
    follow(cards.first.get_by_role("link"))
    expect(page.locator("h1")).to_have_text("Logopeda dla dzieci")
    expect(page.locator(".language-note")).to_contain_text("maszynowo")

    page.goto("/pl/board/")
    follow(page.get_by_role("link", name=re.compile("21 października 2026")).first)
    expect(page.locator("h1")).to_contain_text("Refleksje")
    assert page.context.cookies() == []
    assert page.complaints == []


def test_an_arabic_reader_sees_the_page_mirrored_and_the_number_of_the_english_listing(visit: Any) -> None:
    page = visit(f"/ar/{CLUB}", size=NARROW, dark=True)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("link", name=TELEPHONE).first).to_be_visible()
    assert page.locator(".said [lang=en-GB]").first.evaluate("at => getComputedStyle(at).direction") == "ltr"
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CLIPPED) == []

    page.goto("/ar/privacy/")
    expect(page.locator("main")).to_have_attribute("lang", "en-GB")
    expect(page.locator("main")).to_have_attribute("dir", "ltr")
    expect(page.locator(".language-note")).to_have_attribute("dir", "rtl")
    assert page.complaints == []


@pytest.mark.parametrize("language", ["pl", "uk", "ar"])
def test_axe_and_a_strict_parser_find_nothing_in_any_language(visit: Any, language: str) -> None:
    page = visit(f"/{language}/", reduced_motion="reduce")
    found = {}
    for path in ("", CLUB, "find-a-service/?q=club"):
        answer = page.goto(f"/{language}/{path}")
        html5lib.HTMLParser(strict=True).parse(answer.text())
        found[path] = faults(page)
    assert found == {path: [] for path in found}
