"""Staff are told of new messages, and old messages are deleted and counted."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from localoffer.contact.models import InboxSettings, Message, MessageCount
from localoffer.contact.services import forget_old_messages, tell_of_new_messages
from localoffer.people.roles import COMMUNICATIONS, FORUM_SUPPORTER
from localoffer.scheduling.registry import all_jobs

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def message(kind: str = "message", received_at: datetime = NOW, **fields: Any) -> Message:
    return Message.objects.create(kind=kind, words="The lift is broken at Hill House.", received_at=received_at, **fields)


def choose(**values: Any) -> None:
    settings = InboxSettings.load()
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


def test_one_e_mail_tells_each_of_those_who_answer_of_all_new_messages_once(site_tree: Any, person: Any, mailoutbox: Any) -> None:
    person(COMMUNICATIONS, email="lee@example.org")
    person(FORUM_SUPPORTER, email="kim@example.org")
    for _ in range(3):
        message()
    message(status="reading")
    assert tell_of_new_messages(NOW) == "Staff were told of 3 new messages"
    assert [mail.to for mail in mailoutbox] == [["lee@example.org"]]
    assert "3 new" in mailoutbox[0].body
    assert "/admin/inbox/" in mailoutbox[0].body
    assert tell_of_new_messages(NOW) == ""
    assert len(mailoutbox) == 1


def test_the_e_mail_does_not_hold_the_words(site_tree: Any, mailoutbox: Any) -> None:
    choose(tell="inbox@example.org")
    message()
    tell_of_new_messages(NOW)
    assert mailoutbox[0].to == ["inbox@example.org"]
    assert "lift" not in mailoutbox[0].subject + mailoutbox[0].body


def test_when_no_e_mail_goes_out_the_next_run_tries_again(site_tree: Any, mailoutbox: Any, monkeypatch: Any) -> None:
    choose(tell="inbox@example.org")
    message()

    def broken(*args: Any, **kwargs: Any) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr("localoffer.contact.services.send_mail", broken)
        assert tell_of_new_messages(NOW) == ""
    assert tell_of_new_messages(NOW) == "Staff were told of 1 new messages"


@pytest.mark.parametrize(("kind", "months"), [("message", 12), ("complaint", 12), ("problem", 12), ("comment", 24)])
def test_a_message_is_deleted_after_its_months_and_not_before(kind: str, months: int) -> None:
    last_day = NOW.replace(year=NOW.year - months // 12)
    kept = message(kind, last_day + timedelta(seconds=1))
    message(kind, last_day - timedelta(seconds=1))
    assert forget_old_messages(NOW) == "1 old messages deleted"
    assert list(Message.objects.all()) == [kept]


def test_what_is_left_of_deleted_messages_is_a_count_by_month_and_kind() -> None:
    for day in (date(2025, 3, 1), date(2025, 3, 31), date(2025, 4, 1)):
        message(received_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    message("complaint", datetime(2025, 3, 5, tzinfo=UTC))
    forget_old_messages(NOW)
    assert set(MessageCount.objects.values_list("month", "kind", "number")) == {
        (date(2025, 3, 1), "message", 2),
        (date(2025, 4, 1), "message", 1),
        (date(2025, 3, 1), "complaint", 1),
    }
    message(received_at=datetime(2025, 3, 9, tzinfo=UTC))
    forget_old_messages(NOW)
    assert MessageCount.objects.get(month=date(2025, 3, 1), kind="message").number == 3


def test_the_months_are_a_setting() -> None:
    choose(keep_months=6)
    message(received_at=NOW - timedelta(days=190))
    assert forget_old_messages(NOW) == "1 old messages deleted"


def test_both_are_done_by_the_clock() -> None:
    assert {"tell-of-messages", "forget-messages"} <= {job.name for job in all_jobs()}
