"""Storing what visitors send: the words, the limit, the reference."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from localoffer.contact.models import REFERENCE_LETTERS, Message, new_reference
from localoffer.contact.services import SENDING, TooManyMessages, receive_message
from localoffer.people.models import Attempt

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SENDER = "203.0.113.7"


def send(now: datetime = NOW, sender: str = SENDER, page: Any = None) -> Message:
    return receive_message(kind="message", words="Hello", name="Ari", email="", page=page, sender=sender, now=now)


def test_a_message_is_new_and_keeps_words_time_and_page(home: Any) -> None:
    message = Message.objects.get(pk=send(page=home).pk)
    assert (message.words, message.name, message.received_at, message.status) == ("Hello", "Ari", NOW, "new")
    assert (message.page_id, message.about) == (home.pk, home.title)


def test_a_message_outlasts_its_page_and_still_names_it(home: Any) -> None:
    from tests.factories import InformationPageFactory

    page = InformationPageFactory(parent=home, title="About buses")
    message = send(page=page)
    page.delete()
    message.refresh_from_db()
    assert (message.page, message.about) == (None, "About buses")


def test_five_messages_within_an_hour_are_taken_and_the_sixth_is_not() -> None:
    for minute in range(SENDING.tries):
        send(NOW + timedelta(minutes=minute))
    with pytest.raises(TooManyMessages, match="Wait an hour"):
        send(NOW + timedelta(minutes=10))
    assert Message.objects.count() == SENDING.tries


@pytest.mark.parametrize(
    ("later", "taken"),
    [(timedelta(minutes=59, seconds=59), False), (timedelta(hours=1), True), (timedelta(hours=1, seconds=1), True)],
)
def test_the_limit_ends_after_an_hour(later: timedelta, taken: bool) -> None:
    for _ in range(SENDING.tries):
        send()
    if taken:
        send(NOW + later)
    else:
        with pytest.raises(TooManyMessages):
            send(NOW + later)
    assert Message.objects.count() == SENDING.tries + taken


def test_the_limit_holds_across_midnight() -> None:
    before = datetime(2026, 11, 22, 23, 50, tzinfo=UTC)
    for _ in range(SENDING.tries):
        send(before)
    with pytest.raises(TooManyMessages):
        send(before + timedelta(minutes=20))


def test_one_sender_at_the_limit_does_not_stop_another() -> None:
    for _ in range(SENDING.tries):
        send()
    assert send(sender="203.0.113.8").pk


def test_the_network_address_is_stored_nowhere() -> None:
    send()
    assert SENDER not in str(list(Attempt.objects.values()) + list(Message.objects.values()))


def test_a_reference_can_be_read_out_on_the_telephone() -> None:
    references = {new_reference() for _ in range(200)}
    assert len(references) == 200
    for reference in references:
        assert len(reference) == 7
        assert set(reference) <= set(REFERENCE_LETTERS)
    assert not set("0O1IB8S5G2Z") & set(REFERENCE_LETTERS)
