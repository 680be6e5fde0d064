"""Asking for e-mails: an address is enough, nothing is revealed, nothing is sent without a yes, nobody is flooded."""

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from localoffer.alerts.models import Delivery, Subscription
from localoffer.alerts.services import BY_ADDRESS, BY_SENDER, forget_old, key_of
from tests.alerts.conftest import NOW

pytestmark = pytest.mark.django_db
GOOD = {"subjects": ["board"], "how_often": "weekly", "address": "Ari@Example.org", "trap": ""}


@pytest.fixture(autouse=True)
def site(home: Any) -> Any:
    return home


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def link_in(mail: Any, name: str) -> str:
    return re.search(rf"http://localhost:8000(/alerts/{name}/\S+)", mail.body).group(1)


def test_who_asks_and_confirms_gets_e_mails_and_the_link_says_afterwards_that_it_is_done(
    strict_client: Any, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = soup(strict_client.get("/alerts/?about=board"))
    assert [box["value"] for box in page.select("[name=subjects][checked]")] == ["board"]
    token = {"csrfmiddlewaretoken": page.select_one("[name=csrfmiddlewaretoken]")["value"]}
    with django_capture_on_commit_callbacks(execute=True):
        answer = strict_client.post("/alerts/", GOOD | token)
    assert (answer.status_code, answer["Location"]) == (303, "/alerts/look/")
    assert [mail.to for mail in mailoutbox] == [["ari@example.org"]]
    link = link_in(mailoutbox[0], "confirm")
    assert "ari" not in link
    for _ in range(2):  # programs that look through e-mails open links, and confirm nothing
        assert strict_client.get(link).status_code == 200
    assert not Subscription.objects.confirmed().exists()
    token = {"csrfmiddlewaretoken": soup(strict_client.get(link)).select_one("[name=csrfmiddlewaretoken]")["value"]}
    assert strict_client.post(link, token)["Location"] == "/alerts/confirmed/"
    assert strict_client.get("/alerts/confirmed/").status_code == 200
    one = Subscription.objects.confirmed().get()
    assert (one.address, one.how_often, one.subjects, one.language) == ("ari@example.org", "weekly", ["board"], "en-gb")
    for again in (strict_client.get(link), strict_client.post(link, token)):
        assert (again.status_code, soup(again).h1.get_text()) == (200, "This is done already")
    assert Subscription.objects.get().confirmed_at == one.confirmed_at


def test_the_answer_is_the_same_for_an_address_that_is_known_and_only_its_owner_is_told(
    client: Any, mailoutbox: Any, reader: Any, django_capture_on_commit_callbacks: Any
) -> None:
    known = reader("ari@example.org", "seal")
    answers = []
    with django_capture_on_commit_callbacks(execute=True):
        for address in ("ari@example.org", "new@example.org"):
            sent = client.post("/alerts/", GOOD | {"address": address})
            answers.append((sent.status_code, sent["Location"], client.get(sent["Location"]).content))
    assert answers[0] == answers[1]
    assert [mail.subject for mail in mailoutbox] == [
        "You get e-mails from Local Offer already",
        "Please confirm: e-mails from Local Offer",
    ]
    assert client.get(link_in(mailoutbox[0], "mine")).status_code == 200
    known.refresh_from_db()
    assert (known.how_often, known.subjects) == ("at-once", ["seal"]), "Somebody else must not change what one gets."


def test_asking_anew_before_confirming_makes_the_older_link_worthless(
    client: Any, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/alerts/", GOOD)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/alerts/", GOOD | {"subjects": ["seal"]})
    old, new = (link_in(mail, "confirm") for mail in mailoutbox)
    assert client.post(old).status_code == 410
    assert client.post(new).status_code == 303
    assert Subscription.objects.confirmed().get().subjects == ["seal"]


def test_a_link_that_is_too_old_says_so_and_confirms_nothing_and_the_request_is_deleted(
    client: Any, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/alerts/", GOOD)
    link = link_in(mailoutbox[0], "confirm")
    Subscription.objects.update(asked_at=timezone.now() - timedelta(days=7, seconds=1))
    for answer in (client.get(link), client.post(link)):
        assert answer.status_code == 410
        assert soup(answer).select_one("main a[href='/alerts/']")
    assert not Subscription.objects.confirmed().exists()
    assert forget_old(timezone.now()) == "1 requests for e-mails that nobody confirmed deleted"
    assert (Subscription.objects.count(), client.get(link).status_code) == (0, 410)


def test_a_request_is_kept_for_seven_days_and_who_confirmed_for_good(reader: Any) -> None:
    reader("asked@example.org", asked_at=NOW - timedelta(days=7), confirmed_at=None)
    reader("long-ago@example.org", asked_at=NOW - timedelta(days=700))
    assert forget_old(NOW) == ""
    assert forget_old(NOW + timedelta(seconds=1)).startswith("1 ")
    assert Subscription.objects.get().address == "long-ago@example.org"


@pytest.mark.parametrize("kind", ["confirm", "mine", "stop"])
@pytest.mark.parametrize("token", ["x", "%00", "a.b", "é" * 50, "1" * 32 + ".AAAA", "{{7*7}}", "x" * 3000])
def test_a_link_that_we_did_not_make_is_not_found(client: Any, kind: str, token: str) -> None:
    for answer in (client.get(f"/alerts/{kind}/{token}/"), client.post(f"/alerts/{kind}/{token}/")):
        assert answer.status_code == 404


def test_a_link_for_one_thing_is_none_for_another(client: Any, mailoutbox: Any, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/alerts/", GOOD)
    token = link_in(mailoutbox[0], "confirm").split("/")[-2]
    assert key_of("confirm", token) == Subscription.objects.get().request_key
    assert client.get(f"/alerts/stop/{token}/").status_code == 404
    changed = ("b" if token[0] != "b" else "c") + token[1:]
    assert client.get(f"/alerts/confirm/{changed}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "a@example.org\r\nBcc: b@example.org", "a@example.org%0ABcc:b@example.org", "a\x00@example.org", "a" * 300],
)
def test_an_address_that_is_none_is_refused_with_words_and_what_was_typed_is_kept(client: Any, address: str) -> None:
    answer = client.post("/alerts/", GOOD | {"address": address, "subjects": ["seal"]})
    page = soup(answer)
    assert answer.status_code == 422
    assert page.select_one("#errors a[href='#id_address']")
    assert [box["value"] for box in page.select("[name=subjects][checked], [name=how_often][checked]")] == ["seal", "weekly"]
    if address and address.isprintable():
        assert page.select_one("[name=address]")["value"] == address
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("wrong", [{"subjects": []}, {"subjects": ["nonsense"]}, {"how_often": "hourly"}, {"how_often": ""}])
def test_a_choice_that_is_none_is_refused_and_leads_to_the_first_answer(client: Any, wrong: dict[str, Any]) -> None:
    answer = client.post("/alerts/", GOOD | wrong)
    page = soup(answer)
    assert answer.status_code == 422
    target = page.select_one("#errors a")["href"]
    assert page.select_one(target)["name"] == next(iter(wrong))
    assert page.select_one("[name=address]")["value"] == GOOD["address"]
    group = page.select_one(target).find_parent("fieldset")
    for name in group["aria-describedby"].split():
        assert page.select_one(f"#{name}")


def test_what_a_link_names_and_we_do_not_have_is_left_out(client: Any) -> None:
    page = soup(client.get("/alerts/?about=seal,nonsense,%00"))
    assert [box["value"] for box in page.select("[name=subjects][checked]")] == ["seal"]


def test_a_program_that_fills_the_hidden_field_sees_success_and_nothing_is_kept(client: Any) -> None:
    answer = client.post("/alerts/", GOOD | {"trap": "x"})
    assert (answer.status_code, answer["Location"]) == (303, "/alerts/look/")
    assert not Subscription.objects.exists()


def test_nobody_can_fill_a_mailbox_and_the_page_does_not_tell(client: Any) -> None:
    for number in range(BY_ADDRESS.tries + 2):
        answer = client.post("/alerts/", GOOD, REMOTE_ADDR=f"203.0.113.{number}")
        assert (answer.status_code, answer["Location"]) == (303, "/alerts/look/")
    assert Delivery.objects.count() == BY_ADDRESS.tries


def test_who_asks_too_often_is_told_to_wait_and_what_was_typed_is_kept(client: Any) -> None:
    for number in range(BY_SENDER.tries):
        assert client.post("/alerts/", GOOD | {"address": f"a{number}@example.org"}).status_code == 303
    answer = client.post("/alerts/", GOOD | {"address": "last@example.org"})
    page = soup(answer)
    assert answer.status_code == 429
    assert "Wait an hour." in page.select_one("#errors").get_text()
    assert page.select_one("[name=address]")["value"] == "last@example.org"
    assert not Subscription.objects.filter(address="last@example.org").exists()
