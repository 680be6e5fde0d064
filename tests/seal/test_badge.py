"""The badge on other sites: one address for a listing, the state of this moment, small, kept briefly, harmless."""

import re
from datetime import datetime
from typing import Any
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.seal.choices import State
from localoffer.seal.rules import badge_may_be_kept, broken
from localoffer.seal.views.drawing import SIZES, WORDS, badge_svg
from tests import factories

from .public import SHOWING, STATES, award, days, text_of

pytestmark = pytest.mark.django_db


def badge_of(client: Client, listing: Any, **asked: str) -> Any:
    return client.get(f"/seal/listing/{listing.translation_key}/badge.svg", asked)


def words_of(answer: Any) -> str:
    root = ElementTree.fromstring(answer.content)  # noqa: S314  our own drawing
    return " ".join(node.text or "" for node in root.iter() if node.tag.endswith("}text"))


@pytest.mark.parametrize("state", STATES)
def test_it_shows_how_the_seal_stands_at_this_moment(client: Client, club: Any, state: str) -> None:
    award(club, state)
    words = words_of(badge_of(client, club))
    if state in SHOWING:
        assert words == f"Approved by young people until {days(600):%B %Y}"
    else:
        assert words == ("Seal paused for now" if state == "paused" else "Seal no longer current")


def test_the_address_stays_when_the_seal_is_renewed(client: Client, club: Any) -> None:
    award(club, "replaced", given_on=days(-700), ends_on=days(-10))
    award(club, ends_on=days(700))
    assert f"until {days(700):%B %Y}" in words_of(badge_of(client, club))


@pytest.mark.parametrize(("ends_in", "shows"), [(0, True), (-1, False)])
def test_it_shows_on_the_last_day_and_not_on_the_day_after(client: Client, club: Any, ends_in: int, shows: bool) -> None:
    award(club, ends_on=days(ends_in))
    assert ("Approved" in words_of(badge_of(client, club))) is shows


@pytest.mark.parametrize("how", ["unpublished", "closed", "behind a password", "deleted"])
def test_it_is_neutral_when_nobody_can_find_the_listing(client: Client, club: Any, how: str) -> None:
    from .test_check_page import lose

    award(club)
    lose(club, how)
    answer = badge_of(client, club)
    assert answer.status_code == 200
    assert words_of(answer) == "Seal no longer current"


def test_a_listing_that_never_had_a_seal_has_no_badge(client: Client, club: Any) -> None:
    assert badge_of(client, club).status_code == 404
    assert client.get(f"/seal/listing/{uuid4()}/badge.svg").status_code == 404


def test_other_sites_may_show_it_and_keep_it_for_ten_minutes(client: Client, club: Any) -> None:
    award(club)
    answer = badge_of(client, club)
    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert "public" in answer["Cache-Control"]
    assert re.search(r"max-age=(\d+)", answer["Cache-Control"]).group(1) == "600"
    assert "Cookie" not in answer.get("Vary", "")
    assert answer.cookies == {}


@pytest.mark.parametrize(("at", "seconds"), [("12:00", 600), ("23:55", 300), ("23:59", 60)])
def test_on_the_last_day_it_is_kept_until_midnight_at_the_longest(club: Any, at: str, seconds: int) -> None:
    given = award(club, ends_on=days(0))
    now = timezone.make_aware(datetime.combine(days(0), datetime.strptime(at, "%H:%M").time()))  # noqa: DTZ007
    assert badge_may_be_kept(given, timezone.localtime(now)) == seconds


def test_who_has_it_already_is_told_that_it_is_the_same(client: Client, club: Any) -> None:
    given = award(club)
    first = badge_of(client, club)
    again = client.get(f"/seal/listing/{club.translation_key}/badge.svg", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    type(given).objects.filter(pk=given.pk).update(paused_at=timezone.now())
    changed = client.get(f"/seal/listing/{club.translation_key}/badge.svg", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_it_takes_two_queries_and_only_looking(client: Client, club: Any) -> None:
    award(club, "replaced", given_on=days(-700), ends_on=days(-10))
    award(club)
    badge_of(client, club)
    with CaptureQueriesContext(connection) as taken:
        badge_of(client, club)
    assert len(taken) <= 2
    address = f"/seal/listing/{club.translation_key}/badge.svg"
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.parametrize(
    ("asked", "width"), [("small", 288), ("medium", 360), ("large", 540), ("", 360), ("huge", 360), ("\x00", 360)]
)
def test_it_comes_in_three_sizes_and_a_wrong_one_is_the_middle_one(client: Client, club: Any, asked: str, width: int) -> None:
    award(club)
    assert f'width="{width}"' in badge_of(client, club, size=asked).content.decode()


@pytest.mark.parametrize(
    ("asked", "language"), [("pl", "pl"), ("ar", "ar"), ("xx", "en-gb"), ("", "en-gb"), ("\x00<b>", "en-gb")]
)
def test_it_comes_in_the_languages_of_the_site(client: Client, club: Any, asked: str, language: str) -> None:
    award(club)
    drawn = badge_of(client, club, lang=asked).content.decode()
    assert f'xml:lang="{language}"' in drawn
    assert WORDS[language].approved.split()[0] in drawn
    assert ('direction="rtl"' in drawn) is (language == "ar")


def test_the_badge_has_words_for_every_language_of_the_site(settings: Any) -> None:
    assert set(WORDS) == set(dict(settings.LANGUAGES))


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("state", [State.CURRENT, State.PAUSED, State.EXPIRED])
def test_the_drawing_is_whole_and_loads_and_runs_nothing(language: str, state: State) -> None:
    drawn = badge_svg(state=state, is_public=True, ends_on=days(90), size=SIZES["small"], language=language)
    root = ElementTree.fromstring(drawn)  # noqa: S314  our own drawing
    assert {node.tag.split("}")[1] for node in root.iter()} <= {"svg", "title", "g", "path", "circle", "rect", "text"}
    assert re.findall(r"(?:href|url\(|@import|\son\w+=|style=)", drawn) == []
    # All lines fit beside the seal: a letter is on average less than 0.6 of its height wide.
    lines = [(len(node.text), float(node.get("font-size"))) for node in root.iter() if node.tag.endswith("}text")]
    assert 1 <= len(lines) <= 4
    assert all(letters * size * 0.6 <= 360 - 128 - 8 for letters, size in lines), lines


def test_words_break_between_words_only() -> None:
    assert broken("one two three", 7) == ["one two", "three"]
    assert broken("incomprehensibilities of", 5) == ["incomprehensibilities", "of"]
    assert broken("", 5) == []


def test_the_link_leads_to_the_check_page_of_the_newest_seal(client: Client, club: Any, settings: Any) -> None:
    award(club, "replaced", given_on=days(-700), ends_on=days(-10))
    new = award(club)
    answer = client.get(f"/seal/listing/{club.translation_key}/")
    assert answer.status_code == 302
    assert answer["Location"] == f"{settings.SITE_URL}/seal/{new.code}/"


def test_a_listing_that_never_had_a_seal_leads_nowhere(client: Client, club: Any) -> None:
    assert "main" in text_of(client, f"/seal/listing/{club.translation_key}/", status=404)


class TestPuttingItUp:
    def test_the_code_holds_a_link_a_picture_and_no_script(self, client: Client, club: Any, settings: Any) -> None:
        html = text_of(client, f"/seal/{award(club).code}/badge/")
        codes = re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
        assert len(codes) == 3
        address = f"{settings.SITE_URL}/seal/listing/{club.translation_key}/"
        for code, size in zip(codes, SIZES.values(), strict=True):
            assert f'&lt;a href="{address}"&gt;' in code
            assert f'src="{address}badge.svg?size={size.name}"' in code
            assert f'width="{size.width}" height="{size.height}"' in code
            assert "alt=" in code
            assert "script" not in code

    @pytest.mark.parametrize("state", [state for state in STATES if state not in SHOWING])
    def test_after_the_end_it_says_so_and_offers_no_code(self, client: Client, club: Any, state: str) -> None:
        html = text_of(client, f"/seal/{award(club, state).code}/badge/")
        assert "This seal is no longer current." in html
        assert "<textarea" not in html


class TestCertificate:
    def test_it_shows_all_that_belongs_on_a_wall(self, client: Client, club: Any, settings: Any) -> None:
        given = award(club, words="Beanbags!")
        html = text_of(client, f"/seal/{given.code}/certificate/")
        link = f"{settings.SITE_URL}/seal/{given.code}/"
        for words in (
            "Saturday Club",
            "“Beanbags!”",
            "SEND Youth Forum",
            link,
            "It is not an inspection",
            f"{days(600):%-d %B %Y}",
        ):
            assert words in html
        assert f'src="/seal/{given.code}/qr.svg"' in html

    def test_its_square_of_dots_is_the_address_of_the_check_page(self, client: Client, club: Any, settings: Any) -> None:
        import segno

        given = award(club)
        answer = client.get(f"/seal/{given.code}/qr.svg")
        assert answer["Content-Type"].startswith("image/svg+xml")
        path = re.search(r'd="([^"]+)"[^>]*stroke="#14302f"|stroke="#14302f"[^>]*d="([^"]+)"', answer.content.decode())
        square = segno.make(f"{settings.SITE_URL}/seal/{given.code}/", micro=False, error="m")
        assert (path.group(1) or path.group(2)) in square.svg_inline(border=2)

    @pytest.mark.parametrize("state", [state for state in STATES if state not in SHOWING])
    def test_after_the_end_there_is_none(self, client: Client, club: Any, state: str) -> None:
        html = text_of(client, f"/seal/{award(club, state).code}/certificate/")
        assert "This seal is no longer current." in html
        assert "<article" not in html


class TestBadgeOfTheSite:
    """The component on our own pages."""

    @pytest.mark.parametrize("state", STATES)
    def test_its_text_alternative_says_state_and_date(self, client: Client, club: Any, state: str) -> None:
        html = text_of(client, f"/seal/{award(club, state).code}/")
        alt = re.search(r'<img class="seal"[^>]*alt="([^"]*)"', html, re.DOTALL).group(1)
        expected = {
            "current": f"Approved by young people until {days(600):%B %Y}",
            "review due": f"Approved by young people until {days(600):%B %Y}, next visit due",
            "paused": "Seal of approval. This seal is paused",
            "expired": f"Seal of approval. This seal ended on {days(-1):%-d %B %Y}",
            "withdrawn": f"Seal of approval. This seal was taken away on {days(0):%-d %B %Y}",
            "replaced": "Seal of approval. A newer seal has taken its place",
        }
        assert alt == expected[state]
        assert ("pictures/seal.svg" in html) is (state in SHOWING)

    def test_a_listing_with_the_seal_leads_to_its_check_page(self, client: Client, club: Any) -> None:
        given = award(club, "review due")
        for voice in ("", "?voice=you"):
            html = text_of(client, f"{club.url}{voice}")
            assert f'href="/seal/{given.code}/"' in html
            assert "The next visit is due." in html
            assert "seal-asks" not in html

    def test_a_listing_shows_the_picture_that_came_with_the_words(self, client: Client, club: Any) -> None:
        award(club, picture=factories.CustomImageFactory(description="A room with beanbags."))
        assert "A room with beanbags." in text_of(client, club.url)

    def test_a_listing_without_the_seal_says_how_to_get_it(self, client: Client, club: Any) -> None:
        assert f'Do you run this service? <a href="/seal/ask/{club.pk}/">' in text_of(client, club.url)
        assert f'Do you like it here? <a href="/seal/suggest/{club.pk}/">' in text_of(client, f"{club.url}?voice=you")
