"""Letters for a new password: at most three an hour, and the same answer for all."""

from typing import Any

import pytest
from django.core import mail

from tests.factories import UserFactory

ADDRESS = "/admin/password_reset/"


def ask(client: Any, email: str, machine: str) -> str:
    return client.post(ADDRESS, {"email": email}, REMOTE_ADDR=machine)["Location"]


@pytest.fixture
def sam(db: None) -> Any:
    return UserFactory(email="sam@example.org")


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
