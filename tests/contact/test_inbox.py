"""The staff inbox: who may open it, and that nobody changes what a visitor wrote."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup

from localoffer.contact.models import Message, MessageCount
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR, FORUM_MEMBER, READER, ROLES, SITE_ADMINISTRATOR
from tests import factories

pytestmark = pytest.mark.django_db
MAY_READ = {SITE_ADMINISTRATOR.name, DIRECTORY_EDITOR.name, COMMUNICATIONS.name}


@pytest.fixture
def message(site_tree: Any) -> Message:
    return Message.objects.create(kind="comment", words="<b>Buses</b> are late.", received_at=datetime(2026, 11, 1, tzinfo=UTC))


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_those_who_answer_visitors_read_what_they_sent(role: Any, message: Message, person: Any, client: Any) -> None:
    client.force_login(person(role))
    for address in (
        "/admin/inbox/",
        f"/admin/inbox/edit/{message.pk}/",
        f"/admin/inbox/inspect/{message.pk}/",
        "/admin/inbox/?export=csv",
    ):
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if role.name in MAY_READ:
            assert response.status_code == 200, address
        else:
            assert response.status_code in (302, 403), address
            assert message.reference.encode() not in body


def test_somebody_who_has_not_signed_in_is_sent_to_the_sign_in_page(message: Message, client: Any) -> None:
    response = client.get("/admin/inbox/")
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")


def test_the_state_is_changed_and_the_words_are_not(message: Message, person: Any, client: Any) -> None:
    lee = person(COMMUNICATIONS)
    client.force_login(lee)
    posted = {
        "status": "with",
        "handled_by": lee.pk,
        "with_whom": "the bus team",
        "staff_note": "Asked the bus team.",
        "words": "Changed",
        "reference": "ZZZZZZZ",
        "kind": "problem",
    }
    assert client.post(f"/admin/inbox/edit/{message.pk}/", posted).status_code == 302
    after = Message.objects.get()
    assert (after.status, after.handled_by, after.staff_note) == ("with", lee, "Asked the bus team.")
    assert after.with_whom == "the bus team"
    assert (after.words, after.reference, after.kind) == (message.words, message.reference, "comment")


def test_those_who_answer_may_neither_write_messages_nor_delete_them(message: Message, person: Any, client: Any) -> None:
    client.force_login(person(COMMUNICATIONS))
    for address in ("/admin/inbox/new/", f"/admin/inbox/delete/{message.pk}/"):
        assert client.get(address).status_code in (302, 403, 404)
        assert client.post(address, {"words": "x", "kind": "message", "status": "new"}).status_code in (302, 403, 404)
    assert list(Message.objects.all()) == [message]


def test_what_a_visitor_wrote_is_shown_as_words(message: Message, person: Any, client: Any) -> None:
    client.force_login(person(COMMUNICATIONS))
    page = BeautifulSoup(client.get(f"/admin/inbox/edit/{message.pk}/").content, "html5lib")
    assert "<b>Buses</b> are late." in page.get_text()


def test_nobody_writes_a_message_into_the_inbox_by_hand(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(is_superuser=True))
    assert client.get("/admin/inbox/new/").status_code == 403
    assert client.post("/admin/inbox/new/", {"status": "new"}).status_code == 403
    assert Message.objects.count() == 0
    assert b"/admin/inbox/new/" not in client.get("/admin/inbox/").content


def test_a_message_can_be_given_only_to_people_who_may_answer_it(site_tree: Any, person: Any, client: Any) -> None:
    may = {person(DIRECTORY_EDITOR), person(COMMUNICATIONS), person(is_superuser=True, email="admin@example.org")}
    person(FORUM_MEMBER)
    person(READER)
    field = Message._meta.get_field("handled_by").formfield()
    assert set(field.queryset.complex_filter(field.get_limit_choices_to())) == may


def test_the_list_shows_how_each_message_begins(site_tree: Any, person: Any, client: Any) -> None:
    Message.objects.create(kind="message", words="The lift at the club is broken. " * 20)
    client.force_login(person(COMMUNICATIONS))
    assert b"The lift at the club is broken." in client.get("/admin/inbox/").content


def test_details_that_could_tell_who_somebody_is_are_marked(site_tree: Any, person: Any, client: Any) -> None:
    factories.OrganisationFactory(name="Willowbank", kind="school")
    message = Message.objects.create(kind="message", words="Ask Jo Smith on 01632 960101.\nShe is at Willowbank.")
    client.force_login(person(COMMUNICATIONS))
    page = BeautifulSoup(client.get(f"/admin/inbox/edit/{message.pk}/").content, "html5lib")
    assert [mark.get_text() for mark in page.select("mark")] == ["Jo Smith", "01632 960101", "Willowbank"]


def test_a_message_that_an_administrator_deletes_is_counted(message: Message, person: Any, client: Any) -> None:
    client.force_login(person(is_superuser=True))
    assert client.post(f"/admin/inbox/delete/{message.pk}/").status_code == 302
    count = MessageCount.objects.get()
    assert (count.month, count.kind, count.number) == (date(2026, 11, 1), "comment", 1)
    assert b"comment" in client.get("/admin/message-counts/").content


def test_counts_are_read_and_not_changed(message: Message, person: Any, client: Any) -> None:
    count = MessageCount.objects.create(month=date(2026, 1, 1), kind="comment", number=3)
    client.force_login(person(is_superuser=True))
    for address in ("new/", f"edit/{count.pk}/", f"delete/{count.pk}/"):
        assert client.post(f"/admin/message-counts/{address}").status_code == 404
    client.force_login(person(COMMUNICATIONS))
    assert client.get("/admin/message-counts/").status_code in (302, 403)
