"""A young person finds places with the seal, the film, and help at once."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from .conftest import NARROW
from .moving import follow

PLAY_FOR_A_MOMENT = """(film) => new Promise((done, failed) => {
  film.addEventListener("timeupdate", () => { if (film.currentTime > 0.5) done(); });
  film.addEventListener("error", () => failed(film.error));
  film.muted = true;
  film.play().catch(failed);
})"""


def youth_addresses(page: Page) -> list[str]:
    return [link.get_attribute("href") for link in page.locator(".tile a, .age a, .forum-doors a").all()]


def test_a_young_person_finds_a_place_that_others_liked(visit: Any) -> None:
    page = visit("/")
    follow(page.get_by_role("link", name="Go to the young people’s part"))
    follow(page.get_by_role("link", name="Places we like", exact=True).first)
    cards = page.locator("article.seal-card")
    assert cards.count() >= 5
    card = cards.filter(has_text="Riverside Saturday Club")
    words = card.locator("blockquote").inner_text()
    expect(card.get_by_role("img", name=re.compile(r"^Approved by young people until \w+ \d{4}$"))).to_be_visible()
    follow(card.get_by_role("link"))
    seal = page.get_by_role("region", name="Approved by young people")
    expect(seal.locator("blockquote")).to_have_text(words)
    expect(seal.get_by_text("Know before you go:")).to_be_visible()


def test_a_seal_that_has_ended_or_was_withdrawn_shows_no_badge(visit: Any) -> None:
    page = visit("/young-people/places-we-like/")
    for ended in ("Otters swimming", "Pixel Den gaming club"):
        assert page.get_by_role("link", name=ended).count() == 0
    for slug in ("otters-swimming", "pixel-den"):
        page.goto(f"/find-a-service/{slug}/")
        assert page.locator("img.seal").count() == 0


def test_help_is_on_every_page_for_young_people(visit: Any) -> None:
    page = visit("/young-people/")
    addresses = ["/young-people/", *youth_addresses(page)]
    assert len(addresses) > 8
    for address in addresses:
        page.goto(address)
        panel = page.get_by_role("complementary", name="Need help right now?")
        expect(panel.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
        expect(panel.get_by_role("link", name=re.compile(r"^0800\s1111$"))).to_have_attribute("href", "tel:08001111")
        expect(panel.get_by_text("Childline.")).to_be_visible()


def test_each_page_for_young_people_leads_to_help_from_its_top(visit: Any) -> None:
    page = visit("/young-people/", size=NARROW, scripts=False)
    for address in ["/young-people/", *youth_addresses(page)]:
        page.goto(address)
        link = page.get_by_role("link", name="Need help now?", exact=True)
        box = link.bounding_box()
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= NARROW[1]
        expect(page.get_by_role("complementary", name="Need help right now?")).not_to_be_in_viewport()
        link.click()
        expect(page).to_have_url(re.compile(r"#help-now$"))
        expect(page.get_by_role("complementary", name="Need help right now?").get_by_role("link", name="999")).to_be_in_viewport()


def test_the_film_waits_has_captions_and_can_be_read_instead(visit: Any) -> None:
    page = visit("/young-people/our-film/")
    film = page.locator("video")
    assert film.get_attribute("autoplay") is None
    assert film.evaluate("(film) => film.paused && film.currentTime === 0")
    assert film.get_attribute("aria-label")
    for part in ("video", "video source", "video track"):
        address = page.locator(part).get_attribute("poster" if part == "video" else "src")
        assert page.request.get(address).ok
    captions = page.locator("video track")
    assert captions.get_attribute("kind") == "captions"
    assert page.request.get(captions.get_attribute("src")).text().startswith("WEBVTT")
    page.get_by_text("Read the words of the film").click()
    expect(page.locator("details.film-words")).to_contain_text("SEND Youth Forum")


def test_the_film_plays_and_its_captions_show(visit: Any) -> None:
    page = visit("/young-people/our-film/")
    film = page.locator("video")
    film.evaluate(PLAY_FOR_A_MOMENT)
    assert 20 <= film.evaluate("(film) => film.duration") <= 40
    assert film.evaluate("(film) => film.textTracks[0].mode") == "showing"
    assert film.evaluate("(film) => film.textTracks[0].cues.length") > 3


def test_one_goes_from_page_to_page_and_leaves_by_the_main_menu(visit: Any) -> None:
    page = visit("/young-people/feeling-worried/")
    own_menu = page.get_by_role("navigation", name="Young people", exact=True)
    expect(own_menu.locator("[aria-current=page]")).to_have_text("Feeling worried")
    follow(own_menu.get_by_role("link", name="Start"))
    expect(page).to_have_url(re.compile("/young-people/$"))
    follow(page.get_by_role("navigation", name="Main").get_by_role("link", name="Find a service"))
    expect(page).to_have_url(re.compile("/find-a-service/$"))
    assert page.locator("body.youth").count() == 0


def test_on_a_small_screen_both_menus_open(visit: Any) -> None:
    page = visit("/young-people/feeling-worried/", size=NARROW, scripts=False)
    page.locator("summary", has_text="Young people’s menu").click()
    follow(page.get_by_role("navigation", name="Young people’s menu").get_by_role("link", name="The SEND Youth Forum"))
    page.locator("summary", has_text=re.compile("^Menu$")).click()
    follow(page.get_by_role("navigation", name="Menu", exact=True).get_by_role("link", name="Find a service"))
    expect(page).to_have_url(re.compile("/find-a-service/$"))
