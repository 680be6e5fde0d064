"""The page of each award: who, when, by what, how it stands now; for ever."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.seal.models import AwardStep, VisitFinding
from tests import factories

from .public import SHOWING, STATES, award, days, text_of

pytestmark = pytest.mark.django_db

WORDS = {
    "current": "Approved by young people until",
    "review due": "The next visit is due.",
    "paused": "This seal is paused",
    "expired": "This seal ended on",
    "withdrawn": "This seal was taken away on",
    "replaced": "A newer seal has taken its place",
}


def page_of(client: Client, given: Any) -> str:
    return text_of(client, f"/seal/{given.code}/")


@pytest.mark.parametrize("state", STATES)
def test_it_says_in_words_how_the_seal_stands(client: Client, club: Any, state: str) -> None:
    html = page_of(client, award(club, state))
    stands = re.search(r'<p class="seal-state.*?</p>', html).group()
    assert WORDS[state] in stands
    assert '<svg class="icon"' in stands


@pytest.mark.parametrize("state", STATES)
def test_only_a_seal_that_counts_is_for_search_engines_and_for_putting_up(
    client: Client, club: Any, state: str, settings: Any
) -> None:
    settings.DEMONSTRATION = False
    answer = client.get(f"/seal/{award(club, state).code}/")
    html = answer.content.decode()
    assert ('name="robots" content="noindex"' in html) is (state not in SHOWING)
    assert ("X-Robots-Tag" in answer) is (state not in SHOWING)
    assert ("Put the badge on your website" in html) is (state in SHOWING)
    assert ("Print the certificate" in html) is (state in SHOWING)


@pytest.mark.parametrize("state", STATES)
def test_neither_a_reason_nor_a_name_of_staff_is_public(client: Client, club: Any, state: str) -> None:
    someone = factories.UserFactory(display_name="Mx Supporter")
    given = award(club, state, recorded_by=someone, confirmed_by=someone, closed_by=someone)
    AwardStep.objects.create(
        award=given, kind="paused", at=timezone.now(), by=someone, reason="Unkind.", public_note="We look again."
    )
    AwardStep.objects.create(award=given, kind="resumed", at=timezone.now(), by=someone, reason="All well.", public_note="")
    html = page_of(client, given)
    assert "We look again." in html
    assert "Seal back after a pause" in html
    for private in ("Mx Supporter", "Unkind", "unkind", "All well", someone.email):
        assert private not in html


def test_it_shows_who_gave_it_when_and_what_they_said(client: Client, club: Any) -> None:
    version = factories.CriteriaFactory()
    given = award(club, criteria=version, words="Beanbags!", know_before_you_go="The door bangs.", visited_by="Ari and Sam")
    html = page_of(client, given)
    for words in ("SEND Youth Forum", "“Beanbags!”", "The door bangs.", "Ari and Sam", given.code, "Next visit due from"):
        assert words in html
    assert f'href="/seal/criteria/{version.number}/"' in html
    assert f'<link rel="alternate" type="application/ld+json" href="/seal/{given.code}.json"' in html
    assert f'href="{club.url}"' in html


def test_a_seal_from_before_the_criteria_says_so(client: Client, club: Any) -> None:
    assert "had not written its criteria down yet" in page_of(client, award(club))


@pytest.mark.parametrize("approved", [True, False])
def test_what_was_found_is_public_once_a_supporter_has_read_it(client: Client, club: Any, approved: bool) -> None:
    version = factories.CriteriaFactory(lines=["Staff talk to us.", "It is quiet."])
    visit = factories.VisitFactory(listing=club, criteria=version, **({} if approved else {"words_approved_at": None}))
    for criterion, met, words in zip(version.criteria.all(), ["yes", "not_seen"], ["Straight away.", ""], strict=True):
        VisitFinding.objects.create(visit=visit, criterion=criterion, met=met, words=words)
    html = page_of(client, award(club, visit=visit, criteria=version))
    assert ("What they found" in html) is approved
    assert ("Straight away." in html) is approved
    assert ("We did not see" in html) is approved


def test_the_kind_advice_to_a_service_is_never_public(client: Client, club: Any) -> None:
    visit = factories.VisitFactory(listing=club, advice="Turn the music down.")
    assert "Turn the music down" not in page_of(client, award(club, visit=visit))


@pytest.mark.parametrize("ends_on", [days(0), days(-1)])
def test_picture_and_sound_show_while_their_consent_lasts(client: Client, club: Any, ends_on: Any) -> None:
    consent = factories.ConsentFactory(given_on=days(-50), ends_on=ends_on, agrees_to_voice=True)
    picture = factories.CustomImageFactory(description="Two of us at the door.", shows_people=True, consent=consent)
    sound = factories.CustomMediaFactory(
        title="What we said", type="audio", shows_people=True, consent=consent, transcript="It was good."
    )
    html = page_of(client, award(club, picture=picture, sound=sound))
    lasts = ends_on == days(0)
    assert ("Two of us at the door." in html) is lasts
    assert ("<audio" in html) is lasts
    assert ("It was good." in html) is lasts


def test_a_renewed_seal_and_the_one_before_lead_to_each_other(client: Client, club: Any) -> None:
    old = award(club, "replaced", given_on=days(-700), ends_on=days(-10))
    new = award(club, renews=old)
    assert f'href="/seal/{new.code}/">See the newer seal' in page_of(client, old)
    assert f'href="/seal/{old.code}/">See the seal before this one' in page_of(client, new)


def lose(club: Any, how: str) -> None:
    if how == "deleted":
        club.delete()
    elif how == "unpublished":
        club.unpublish()
    elif how == "closed":
        type(club).objects.filter(pk=club.pk).update(status="closed")
    else:
        club.view_restrictions.create(restriction_type="password", password="secret")


@pytest.mark.parametrize("how", ["deleted", "unpublished", "closed", "behind a password"])
def test_it_never_disappears_with_its_listing(client: Client, club: Any, how: str) -> None:
    given, address = award(club), club.url
    lose(club, how)
    html = page_of(client, given)
    assert "Saturday Club" in html
    assert f'href="{address}"' not in html
    assert "The page of this service is not public now, so the badge does not show." in html
    assert "Put the badge on your website" not in html


def test_the_code_may_be_typed_in_small_letters(client: Client, club: Any) -> None:
    assert text_of(client, f"/seal/{award(club).code.lower()}/")


@pytest.mark.parametrize("code", ["NOSUCHONE", "x" * 2000, "tea%00", "%F0%9F%98%80"])
@pytest.mark.parametrize("rest", ["/", "/badge/", "/certificate/", "/qr.svg", ".json"])
def test_a_seal_that_never_was_is_not_found(client: Client, club: Any, code: str, rest: str) -> None:
    assert client.get(f"/seal/{code}{rest}").status_code == 404


@pytest.mark.parametrize("rest", ["/", "/badge/", "/certificate/"])
def test_nothing_is_taken_but_looking(client: Client, club: Any, rest: str) -> None:
    address = f"/seal/{award(club).code}{rest}"
    assert client.post(address).status_code == 405
    assert client.get(address).cookies == {}


def test_few_queries_however_much_there_is_to_tell(client: Client, club: Any) -> None:
    version = factories.CriteriaFactory(lines=[f"Thing {number}" for number in range(12)])
    visit = factories.VisitFactory(listing=club, criteria=version)
    given = award(club, visit=visit, criteria=version)
    page_of(client, given)

    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            page_of(client, given)
        return len(taken)

    bare = queries()
    for criterion in version.criteria.all():
        VisitFinding.objects.create(visit=visit, criterion=criterion, met="yes")
    for _ in range(9):
        AwardStep.objects.create(award=given, kind="resumed", at=timezone.now())
    assert queries() == bare <= 10


class TestCriteria:
    def test_those_in_force_are_shown_with_their_number_and_day(self, client: Client, club: Any) -> None:
        factories.CriteriaFactory(lines=["Old one"])
        factories.CriteriaFactory(lines=["New one"], changes="Quiet counts now.", introduction="Places we love.")
        html = text_of(client, "/seal/criteria/")
        assert "New one" in html
        assert "Old one" not in html
        assert "Version 2, since 10 January 2026." in html
        assert "Quiet counts now." in html
        assert "Places we love." in html
        assert 'href="/seal/criteria/1/"' in html

    @pytest.mark.parametrize("are_examples", [True, False])
    def test_examples_are_called_examples(self, client: Client, club: Any, are_examples: bool) -> None:
        factories.CriteriaFactory(are_examples=are_examples)
        assert ("These are examples." in text_of(client, "/seal/criteria/")) is are_examples

    def test_an_older_version_stays_and_says_that_it_is_older(self, client: Client, club: Any, settings: Any) -> None:
        settings.DEMONSTRATION = False
        factories.CriteriaFactory(lines=["Old one"])
        factories.CriteriaFactory()
        html = text_of(client, "/seal/criteria/1/")
        assert "Old one" in html
        assert "This is an older version." in html
        assert 'content="noindex"' in html

    def test_a_version_that_nobody_has_put_in_force_is_not_there(self, client: Client, club: Any) -> None:
        factories.CriteriaFactory(lines=["A secret draft"], published_at=None)
        text_of(client, "/seal/criteria/1/", status=404)
        text_of(client, "/seal/criteria/99/", status=404)
        html = text_of(client, "/seal/criteria/")
        assert "A secret draft" not in html
        assert "has not written down yet" in html
