"""What the demonstration shows of the inbox: a message in each state, of nobody who is real."""

import pytest
from django.core import mail
from django.utils import timezone

from localoffer.contact.choices import Status
from localoffer.contact.models import Message
from localoffer.contact.services import tell_of_new_messages

pytestmark = pytest.mark.django_db


def test_there_is_a_message_in_each_state(demo: None) -> None:
    assert set(Message.objects.values_list("status", flat=True)) == set(Status)


def test_those_who_sent_them_are_made_up(demo: None) -> None:
    for message in Message.objects.all():
        assert not message.name or message.name.endswith("(example)")
        assert not message.email or message.email.endswith("@example.org")


def test_nobody_gets_an_e_mail_about_them(demo: None) -> None:
    assert tell_of_new_messages(timezone.now()) == ""
    assert mail.outbox == []
