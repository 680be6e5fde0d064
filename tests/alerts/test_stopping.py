"""Stopping and changing by the links of each e-mail; what is kept, and erasing it."""

import json
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from localoffer.alerts.models import Choice, Delivery, Mailing, Subscription
from localoffer.alerts.services import MANAGE, token_of
from tests.alerts.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(home: Any) -> Any:
    return home


@pytest.fixture
def ari(reader: Any) -> Subscription:
    return reader("ari@example.org", "board")


def address_of(kind: str, subscription: Subscription) -> str:
    return f"/alerts/{kind}/{token_of(MANAGE, subscription.key)}/"


def delivery(subscription: Subscription, state: str) -> Delivery:
    mailing = Mailing.objects.create(how_often="at-once", made_at=NOW, items=[])
    made = Delivery.to(subscription, "alert", NOW, mailing)
    made.state = state
    made.save()
    return made


def test_one_click_of_a_mail_program_stops_without_a_cookie_and_without_being_sent_on(strict_client: Any, ari: Any) -> None:
    answer = strict_client.post(address_of("stop", ari), {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.cookies) == (200, {})
    assert not Subscription.objects.exists()
    assert strict_client.post(address_of("stop", ari), {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_looking_at_the_link_stops_nothing_and_its_button_does(strict_client: Any, ari: Any) -> None:
    for _ in range(2):
        page = BeautifulSoup(strict_client.get(address_of("stop", ari)).content, "html5lib")
    assert page.select_one("main form[method=post] button")
    assert Subscription.objects.exists()
    assert strict_client.post(address_of("stop", ari))["Location"] == "/alerts/stopped/"
    assert strict_client.get("/alerts/stopped/").status_code == 200
    assert not Subscription.objects.exists()
    for kind in ("stop", "mine"):
        assert "stopped already" in strict_client.get(address_of(kind, ari)).content.decode()


def test_what_waits_for_somebody_who_stops_is_dropped_and_what_was_sent_stays_a_number(client: Any, ari: Any) -> None:
    delivery(ari, "waiting")
    sent = delivery(ari, "sent")
    client.post(address_of("stop", ari))
    left = Delivery.objects.get()
    assert (left.pk, left.subscription) == (sent.pk, None)


def test_somebody_changes_what_they_get_and_how_often(client: Any, ari: Any) -> None:
    answer = client.post(address_of("mine", ari), {"subjects": ["seal", "board"], "how_often": "weekly"})
    assert answer.status_code == 303
    assert "Saved." in client.get(answer["Location"]).content.decode()
    ari.refresh_from_db()
    assert (sorted(ari.subjects), ari.how_often) == (["board", "seal"], "weekly")


def test_a_change_without_a_subject_is_refused_and_changes_nothing(client: Any, ari: Any) -> None:
    answer = client.post(address_of("mine", ari), {"subjects": [], "how_often": "weekly"})
    assert answer.status_code == 422
    assert BeautifulSoup(answer.content, "html5lib").select_one("[name=how_often][checked]")["value"] == "weekly"
    ari.refresh_from_db()
    assert (ari.subjects, ari.how_often) == (["board"], "at-once")


def said(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_all_that_is_kept_on_an_address_is_exported_and_erased_by_one_command_each(ari: Any, reader: Any) -> None:
    reader("kim@example.org", "seal", confirmed_at=None)
    delivery(ari, "sent")
    (kept,) = json.loads(said("alerts_export", "ARI@example.org"))
    assert (kept["address"], kept["told_of"], kept["how_often"], kept["language"]) == (
        "ari@example.org",
        ["board"],
        "at-once",
        "en-gb",
    )
    assert kept["confirmed_at"].startswith("2026-11-25")
    assert [mail["state"] for mail in kept["e_mails"]] == ["sent"]
    assert [one["address"] for one in json.loads(said("alerts_export"))] == ["ari@example.org", "kim@example.org"]
    assert said("alerts_erase", "Ari@Example.org") == "Deleted. No more e-mails go there.\n"
    assert said("alerts_export", "ari@example.org").strip() == "[]"
    assert said("alerts_erase", "ari@example.org") == "Nothing is kept on that address.\n"
    assert Choice.objects.get().subscription.address == "kim@example.org"
