"""The register: all current seals, and for a year those that ended."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.seal import rules
from localoffer.seal.models import SealSettings
from tests import factories
from tests.languages.ground import translate

from .public import award, days, text_of

pytestmark = pytest.mark.django_db


def names(html: str) -> list[str]:
    return re.findall(r"<h3><a href=[^>]*>(.*?)</a></h3>", html)


def test_it_says_what_the_seal_is_and_is_not(client: Client, directory: Any) -> None:
    html = text_of(client, "/seal/")
    assert "It is not an inspection. It is not a safeguarding check." in html
    assert 'href="/seal/criteria/"' in html
    assert 'href="/seal/ask/"' in html
    assert 'href="/seal/suggest/"' in html


def test_an_empty_register_says_so(client: Client, directory: Any) -> None:
    html = text_of(client, "/seal/")
    assert "0 places have the seal now" in html
    assert "No place has the seal today." in html
    assert '<form class="seal-find"' not in html


@pytest.mark.parametrize("state", ["current", "review due"])
def test_a_current_seal_is_listed_with_its_listing_and_its_check_page(client: Client, club: Any, state: str) -> None:
    given = award(club, state, words="Beanbags!")
    html = text_of(client, "/seal/")
    assert "1 place has the seal now" in html
    assert names(html) == ["Saturday Club"]
    assert f'href="{club.url}"' in html
    assert f'href="/seal/{given.code}/"' in html
    assert "“Beanbags!”" in html


def test_the_forum_is_called_as_it_calls_itself(client: Client, home: Any, club: Any) -> None:
    SealSettings.objects.create(site=home.get_site(), forum_name="Forum of the North")
    assert "Young people of the Forum of the North" in text_of(client, "/seal/")


def test_a_visit_writes_no_settings(client: Client, club: Any) -> None:
    text_of(client, "/seal/")
    assert not SealSettings.objects.exists()


@pytest.mark.parametrize("fields", [{"live": False}, {"status": "closed"}])
def test_a_seal_whose_listing_nobody_can_find_is_not_listed(client: Client, club: Any, fields: dict[str, Any]) -> None:
    award(club)
    type(club).objects.filter(pk=club.pk).update(**fields)
    assert names(text_of(client, "/seal/")) == []


def test_a_listing_behind_a_password_is_not_told_of(client: Client, club: Any) -> None:
    award(club)
    club.view_restrictions.create(restriction_type="password", password="secret")
    assert "Saturday Club" not in text_of(client, "/seal/")


@pytest.mark.parametrize("state", ["expired", "withdrawn"])
def test_an_ended_seal_is_told_of_with_its_honest_note(client: Client, club: Any, state: str) -> None:
    given = award(club, state)
    html = text_of(client, "/seal/")
    assert "0 places have the seal now" in html
    ended = html[html.index('id="ended"') :]
    assert names(ended) == ["Saturday Club"]
    assert (given.public_note or "Its time was over") in ended
    assert "unkind" not in html


@pytest.mark.parametrize(("days_ago", "is_told"), [(365, True), (366, False)])
def test_the_register_tells_of_an_end_for_a_year(client: Client, club: Any, days_ago: int, is_told: bool) -> None:
    award(club, "expired", given_on=days(-800), ends_on=days(-days_ago))
    assert ("Saturday Club" in text_of(client, "/seal/")) is is_told
    assert timedelta(days=365) == rules.ENDED_SHOWN_FOR


def test_a_seal_on_its_last_day_is_current_and_not_ended(client: Client, club: Any) -> None:
    award(club, ends_on=days(0))
    html = text_of(client, "/seal/")
    assert "1 place has the seal now" in html
    assert names(html[html.index('id="ended"') :]) == []


def test_a_paused_seal_is_told_of_apart(client: Client, club: Any) -> None:
    award(club, "paused")
    html = text_of(client, "/seal/")
    assert "0 places have the seal now" in html
    assert names(html[html.index('id="paused"') : html.index('id="ended"')]) == ["Saturday Club"]
    assert "We are looking at it again." in html


def test_a_renewed_seal_is_not_among_the_ended(client: Client, club: Any) -> None:
    award(club, "replaced", given_on=days(-700), ends_on=days(-10))
    award(club)
    assert names(text_of(client, "/seal/")) == ["Saturday Club"]


def test_a_place_that_got_its_seal_back_is_only_among_the_current(client: Client, club: Any) -> None:
    award(club, "withdrawn", given_on=days(-300))
    award(club)
    assert names(text_of(client, "/seal/")) == ["Saturday Club"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("saturday", ["Saturday Club"]),
        ("SATUR", ["Saturday Club"]),
        ("cafe", ["Café Uno"]),
        ("didnt rush", ["Saturday Club"]),
        ("nobody saturday", []),
        ("\x00saturday\x00", ["Saturday Club"]),
        ("😀", ["Café Uno", "Saturday Club"]),
        ('";--', ["Café Uno", "Saturday Club"]),
        ("x" * 50_000, []),
    ],
)
def test_it_is_searched_by_name_and_by_what_was_said(
    client: Client, directory: Any, club: Any, asked: str, found: list[str]
) -> None:
    award(club, words="They didn’t rush me.")
    award(factories.ServicePageFactory(parent=directory, title="Café Uno"), words="Good cake.")
    answer = client.get("/seal/", {"q": asked})
    assert answer.status_code == 200
    assert names(answer.content.decode()) == found


def test_what_was_looked_for_is_kept_and_escaped(client: Client, club: Any) -> None:
    award(club)
    html = client.get("/seal/", {"q": 'beans" & peas'}).content.decode()
    assert "We found no seal with all these words." in html
    assert 'value="beans&quot; &amp; peas"' in html


@pytest.mark.parametrize("page", ["2", "999", "tea", "-1", "\x00"])
def test_a_long_register_has_pages(client: Client, directory: Any, page: str) -> None:
    for number in range(21):
        award(factories.ServicePageFactory(parent=directory, title=f"Place {number:02}"))
    assert len(names(text_of(client, "/seal/"))) == 20
    shown = names(client.get("/seal/", {"page": page, "q": "place"}).content.decode())
    assert shown == (["Place 20"] if page in ("2", "999", "-1") else [f"Place {number:02}" for number in range(20)])


def test_the_number_of_queries_is_the_same_for_any_number_of_seals(client: Client, directory: Any) -> None:
    def queries() -> int:
        text_of(client, "/seal/")
        with CaptureQueriesContext(
            connection,
        ) as taken:
            text_of(client, "/seal/")
        return len(taken)

    def more(number: int) -> None:
        for _ in range(number):
            award(factories.ServicePageFactory(parent=directory))
            award(factories.ServicePageFactory(parent=directory), "expired")

    none = queries()
    more(1)
    few = queries()
    more(12)
    many = queries()
    assert none <= few == many <= 10


def test_it_sets_no_cookie(client: Client, club: Any) -> None:
    award(club)
    assert client.get("/seal/").cookies == {}
    assert timezone.localdate() == days(0)


def test_readers_of_another_language_have_translated_names_and_english_ones_marked(
    client: Client, home: Any, directory: Any, club: Any
) -> None:
    translate(home, "pl", title="Strona")
    translate(club, "pl", title="Klub sobotni")
    given = award(club)
    plain = factories.ServicePageFactory(parent=directory, title="Tea & Toast")
    other, ended = award(plain), award(factories.ServicePageFactory(parent=directory, title="Old & gone"), "expired")
    html = text_of(client, "/pl/seal/")
    assert '<h3><a href="/pl/find-a-service/' in html
    assert re.findall(r'<h3><a href=[^>]*( lang="[^"]*" dir="ltr")>(.*?)</a></h3>', html) == [
        (' lang="pl" dir="ltr"', "Klub sobotni"),
        (' lang="en-GB" dir="ltr"', "Tea &amp; Toast"),
    ]
    assert '<span lang="en-GB" dir="ltr">Old &amp; gone</span>' in html
    assert "<h1>Klub sobotni</h1>" in text_of(client, f"/pl/seal/{given.code}/")
    check = text_of(client, f"/pl/seal/{other.code}/")
    assert '<h1><span lang="en-GB" dir="ltr">Tea &amp; Toast</span></h1>' in check
    assert "<span" not in check.split("<title>")[1].split("</title>")[0]
    assert 'lang="en-GB"' in text_of(client, f"/pl/seal/{ended.code}/").split("<h1>")[1].split("</h1>")[0]
    assert "<span lang" not in text_of(client, "/seal/")
