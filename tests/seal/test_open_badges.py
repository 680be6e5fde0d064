"""The award as an Open Badge 2.0. The library openbadgeslib, which is not ours, judges what the site serves."""

import json
from copy import deepcopy
from datetime import datetime, time
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from openbadgeslib.ob2 import OB2VerificationError, OB2Verifier

from localoffer.seal.models import SealSettings
from tests import factories

from .public import STATES, award, days
from .test_check_page import lose

pytestmark = pytest.mark.django_db


class Gone(Exception):
    """The site answered with a status that is no success, as the library's own download would say."""


@pytest.fixture
def fetch(client: Client, settings: Any) -> Any:
    """Asks the site as somebody elsewhere would."""

    def go(address: str) -> bytes:
        assert address.startswith(settings.SITE_URL), address
        answer = client.get(urlsplit(address).path)
        if answer.status_code != 200:
            raise Gone(answer.status_code)
        assert answer["Content-Type"] == "application/ld+json"
        assert answer["Access-Control-Allow-Origin"] == "*"
        return answer.content

    return go


@pytest.fixture
def verify(fetch: Any) -> Any:
    return lambda document: OB2Verifier(download=fetch).verify_hosted(deepcopy(document))


def record(client: Client, given: Any, status: int = 200) -> dict[str, Any]:
    answer = client.get(f"/seal/{given.code}.json")
    assert answer.status_code == status
    return json.loads(answer.content)


@pytest.mark.parametrize("state", ["current", "review due"])
@pytest.mark.parametrize("with_criteria", [True, False])
def test_the_library_accepts_an_award_that_counts(
    client: Client, club: Any, verify: Any, state: str, with_criteria: bool
) -> None:
    given = award(club, state, criteria=factories.CriteriaFactory() if with_criteria else None)
    found = verify(record(client, given))
    assert found.recipient.type == "url"
    assert found.issued_on < timezone.now() < found.expires


@pytest.mark.parametrize("state", ["withdrawn", "paused", "replaced"])
def test_the_library_rejects_an_award_that_was_taken_away_since(client: Client, club: Any, verify: Any, state: str) -> None:
    given = award(club)
    document = record(client, given)
    verify(document)
    type(given).objects.filter(pk=given.pk).update(**STATES[state])
    with pytest.raises(OB2VerificationError, match="Could not fetch"):
        verify(document)


def test_the_library_rejects_an_award_that_has_run_out(client: Client, club: Any, verify: Any) -> None:
    with pytest.raises(OB2VerificationError, match="expired"):
        verify(record(client, award(club, "expired")))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("recipient", {"type": "url", "hashed": False, "identity": "https://elsewhere.example.org"}),
        ("expires", "2099-01-01T00:00:00+00:00"),
        ("issuedOn", "2020-01-01T00:00:00+00:00"),
        ("badge", "http://localhost:8000/seal/badge/1.json"),
    ],
)
def test_the_library_rejects_an_altered_record(client: Client, club: Any, verify: Any, field: str, value: Any) -> None:
    document = record(client, award(club))
    assert document[field] != value
    with pytest.raises(OB2VerificationError, match="does not match"):
        verify(document | {field: value})


def test_the_library_rejects_a_record_that_borrows_the_address_of_another(client: Client, club: Any, verify: Any) -> None:
    other = factories.ServicePageFactory(parent=club.get_parent(), title="Other")
    document = record(client, award(club, recipient="https://club.example.org"))
    with pytest.raises(OB2VerificationError):
        verify(document | {"id": record(client, award(other))["id"]})


def test_it_names_the_organisation_by_its_web_address_and_no_person(client: Client, club: Any) -> None:
    someone = factories.UserFactory(display_name="Mx Supporter")
    document = record(client, award(club, recipient="https://club.example.org", recorded_by=someone))
    assert document["recipient"] == {"type": "url", "hashed": False, "identity": "https://club.example.org"}
    assert "Mx Supporter" not in json.dumps(document)
    assert someone.email not in json.dumps(document)


def test_without_a_web_address_it_names_the_lasting_address_of_the_listing(client: Client, club: Any, settings: Any) -> None:
    document = record(client, award(club))
    assert document["recipient"]["identity"] == f"{settings.SITE_URL}/seal/listing/{club.translation_key}/"


def test_it_lasts_to_the_end_of_its_last_day(client: Client, club: Any, settings: Any) -> None:
    given = award(club)
    document = record(client, given)
    last = timezone.make_aware(datetime.combine(given.ends_on, time(23, 59, 59)))
    assert datetime.fromisoformat(document["expires"]) == last
    assert datetime.fromisoformat(document["issuedOn"]) == timezone.make_aware(datetime.combine(given.given_on, time.min))
    assert document["verification"] == {"type": "HostedBadge"}
    assert document["evidence"]["id"] == f"{settings.SITE_URL}/seal/{given.code}/"
    assert document["id"] == f"{settings.SITE_URL}/seal/{given.code}.json"


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("withdrawn", "The forum changed its mind."),
        ("paused", "We are looking at it again."),
        ("replaced", "A newer seal has taken its place."),
    ],
)
def test_one_that_does_not_count_is_gone_and_says_why(client: Client, club: Any, settings: Any, state: str, why: str) -> None:
    given = award(club, state)
    assert record(client, given, status=410) == {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": f"{settings.SITE_URL}/seal/{given.code}.json",
        "revoked": True,
        "revocationReason": why,
    }


@pytest.mark.parametrize("how", ["unpublished", "deleted", "closed", "behind a password"])
def test_one_whose_listing_nobody_can_find_is_gone(client: Client, club: Any, how: str) -> None:
    given = award(club)
    lose(club, how)
    assert record(client, given, status=410)["revoked"] is True


def test_one_that_has_run_out_stays_to_be_read(client: Client, club: Any) -> None:
    document = record(client, award(club, "expired"))
    assert document["expires"].startswith(f"{days(-1):%Y-%m-%d}")
    assert "revoked" not in document


def test_it_is_kept_as_briefly_as_the_badge(client: Client, club: Any) -> None:
    answer = client.get(f"/seal/{award(club).code}.json")
    assert "max-age=600" in answer["Cache-Control"]
    assert answer.cookies == {}


def test_the_class_tells_the_criteria_and_leads_to_their_page(client: Client, club: Any, settings: Any) -> None:
    version = factories.CriteriaFactory(lines=["Staff talk to us."])
    document = json.loads(client.get(f"/seal/badge/{version.number}.json").content)
    assert document["criteria"]["id"] == f"{settings.SITE_URL}/seal/criteria/{version.number}/"
    assert "Staff talk to us." in document["criteria"]["narrative"]
    assert "not an inspection" in document["description"]
    picture = client.get(urlsplit(document["image"]).path)
    assert picture.status_code == 200
    assert picture["Content-Type"].startswith("image/svg+xml")
    assert picture["Access-Control-Allow-Origin"] == "*"


def test_criteria_that_are_not_in_force_are_no_class(client: Client, club: Any) -> None:
    version = factories.CriteriaFactory(published_at=None)
    assert client.get(f"/seal/badge/{version.number}.json").status_code == 404
    assert client.get("/seal/badge/0.json").status_code == 200


def test_the_issuer_is_the_forum(client: Client, home: Any, settings: Any) -> None:
    SealSettings.objects.create(site=home.get_site(), forum_name="Forum of the North", forum_email="forum@example.org")
    document = json.loads(client.get("/seal/issuer.json").content)
    assert document["name"] == "Forum of the North"
    assert document["email"] == "forum@example.org"
    assert document["url"] == f"{settings.SITE_URL}/seal/"


def test_a_forum_without_an_address_publishes_none(client: Client, home: Any) -> None:
    assert "email" not in json.loads(client.get("/seal/issuer.json").content)
