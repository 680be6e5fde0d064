"""Letters for a new password: at most three an hour, the same answer for all, and no way round the organisation."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories import PASSWORD, UserFactory

ADDRESS = "/account/password/reset/"
NEW = "violet kettle harbour sixteen"


def ask(client: Any, email: str, machine: str) -> tuple[int, str]:
    answer = client.post(ADDRESS, {"email": email}, REMOTE_ADDR=machine)
    return answer.status_code, answer["Location"]


@pytest.fixture
def sam(db: None) -> Any:
    return UserFactory(email="sam@example.org")


def link() -> str:
    return next(line for line in mail.outbox[-1].body.splitlines() if line.startswith("http")).removeprefix(
        "http://localhost:8000"
    )


def test_three_letters_are_sent_and_no_fourth(sam: Any, client: Any) -> None:
    answers = {ask(client, sam.email, f"192.0.2.{number}") for number in range(4)}
    assert len(mail.outbox) == 3
    assert len(answers) == 1


def test_one_machine_cannot_write_to_many(db: None, client: Any) -> None:
    people = [UserFactory() for _ in range(4)]
    for person in people:
        ask(client, person.email, "192.0.2.1")
    assert len(mail.outbox) == 3


def test_an_unknown_address_gets_the_same_answer_and_no_letter(sam: Any, client: Any) -> None:
    assert ask(client, "nobody@example.org", "192.0.2.1") == ask(client, sam.email, "192.0.2.2")
    assert [letter.to for letter in mail.outbox] == [[sam.email]]


def test_the_answer_asks_the_database_as_much_for_unknown_addresses(
    sam: Any, client: Any, django_assert_num_queries: Any, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "ENQUEUE_ON_COMMIT": False}}
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as known:
        ask(client, sam.email, "192.0.2.1")
    with django_assert_num_queries(len(known)):
        ask(client, "nobody@example.org", "192.0.2.2")


@pytest.mark.parametrize("why", ["closed", "organisation"])
def test_whoever_may_not_have_a_password_gets_no_letter(sam: Any, client: Any, why: str) -> None:
    if why == "closed":
        sam.is_active = False
    else:
        sam.set_unusable_password()
    sam.save()
    ask(client, sam.email, "192.0.2.1")
    assert mail.outbox == []


def test_the_link_sets_a_password_once_and_ends_all_sessions(sam: Any, client: Any) -> None:
    elsewhere = Client()
    elsewhere.force_login(sam)
    ask(client, "  SAM@example.org ", "192.0.2.1")
    asked = client.get(link(), follow=True)
    assert "A new password" in asked.content.decode()
    done = client.post(asked.request["PATH_INFO"], {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your new password is set" in done.content.decode()
    sam.refresh_from_db()
    assert sam.check_password(NEW)
    assert elsewhere.get("/account/session/").json() == {"left": 0}
    assert "does not work any more" in Client().get(link(), follow=True).content.decode()


@pytest.mark.parametrize(
    ("password", "taken"),
    [
        ("kettle harbou", False),  # 13 letters
        ("kettle harbour", False),  # 14
        ("kettle harbours", True),  # 15
        ("aaaaaaaaaaaaaaaaaa", False),
        ("abcabcabcabcabcabc", False),
        ("Password-Oxfordshire-1", False),
        ("LocalOfferPassword2026", False),
        ("violet Oxfordshire kettle", True),
        ("sam@example.org.1", False),
    ],
    ids=["13", "14", "15", "one letter", "one piece", "the place", "the site", "the place and more", "the own address"],
)
def test_a_password_is_long_and_not_on_everybodys_list(sam: Any, client: Any, password: str, taken: bool) -> None:
    ask(client, sam.email, "192.0.2.1")
    path = client.get(link(), follow=True).request["PATH_INFO"]
    client.post(path, {"password1": password, "password2": password})
    sam.refresh_from_db()
    assert sam.check_password(password) is taken
    assert sam.check_password(PASSWORD) is not taken


@pytest.mark.parametrize("address", ["/admin/password_reset/", "/admin/password_reset/confirm/uid/token/"])
def test_wagtails_own_addresses_lead_to_ours(db: None, client: Any, address: str) -> None:
    assert client.get(address)["Location"] == ADDRESS
