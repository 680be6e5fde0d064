"""Finding what is new: each item once, to whom it was promised, at once or on Friday."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from localoffer.alerts.models import Delivery, Looked, Mailing
from localoffer.alerts.services import forget_old, tell_of_new, tell_weekly
from localoffer.scheduling.registry import all_jobs
from tests.alerts.conftest import NOW, item

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
FRIDAY = datetime(2026, 11, 27, 9, tzinfo=UTC)


def told() -> list[tuple[str, list[str]]]:
    rows = Delivery.objects.exclude(mailing=None).order_by("pk").select_related("subscription", "mailing")
    return [(row.subscription.address, [one["own"]["title"] for one in row.mailing.items]) for row in rows]


def test_what_was_there_before_the_first_look_is_no_news_and_what_comes_then_is_told_once(sources: Any, reader: Any) -> None:
    reader("ari@example.org")
    sources.append((NOW - timedelta(days=1), item("Old")))
    assert tell_of_new(NOW) == ""
    sources.append((NOW + MINUTE, item("New")))
    assert tell_of_new(NOW + 2 * MINUTE) == "", "There are two minutes for second thoughts."
    assert tell_of_new(NOW + 3 * MINUTE) == "1 new: e-mails to 1 readers wait to be sent"
    assert tell_of_new(NOW + 5 * MINUTE) == ""
    assert told() == [("ari@example.org", ["New"])]


def test_only_those_are_told_who_asked_for_it_confirmed_and_want_it_at_once(sources: Any, reader: Any) -> None:
    tell_of_new(NOW)
    reader("both@example.org", "board", "seal")
    reader("seal@example.org", "seal")
    reader("weekly@example.org", how_often="weekly")
    reader("asked@example.org", confirmed_at=None)
    sources.append((NOW, item("Post", "board", "seal")))
    sources.append((NOW, item("Club", "seal")))
    tell_of_new(NOW + 5 * MINUTE)
    assert [address for address, _ in told()] == ["both@example.org", "seal@example.org"]


def test_a_fault_on_the_way_leaves_nothing_half_done(sources: Any, reader: Any, monkeypatch: Any) -> None:
    tell_of_new(NOW)
    reader("ari@example.org")
    sources.append((NOW, item("New")))

    def broken(*args: Any, **more: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(Delivery.objects, "bulk_create", broken)
        with pytest.raises(RuntimeError):
            tell_of_new(NOW + 5 * MINUTE)
    assert (Mailing.objects.count(), Looked.objects.get().until) == (0, NOW - 2 * MINUTE)
    tell_of_new(NOW + 6 * MINUTE)
    assert told() == [("ari@example.org", ["New"])]


def test_weekly_readers_get_on_friday_what_became_public_since_the_friday_before(sources: Any, reader: Any) -> None:
    reader("weekly@example.org", how_often="weekly")
    reader("once@example.org")
    assert tell_weekly(NOW) == ""
    sources.append((NOW + MINUTE, item("Wednesday")))
    sources.append((FRIDAY, item("Friday at nine")))
    sources.append((FRIDAY + MINUTE, item("Friday a minute later")))
    assert tell_weekly(FRIDAY - MINUTE) == ""
    tell_weekly(FRIDAY + 10 * MINUTE)
    assert tell_weekly(FRIDAY + timedelta(days=3)) == ""
    tell_weekly(FRIDAY + timedelta(days=8))  # the machine was off on Friday
    assert told() == [
        ("weekly@example.org", ["Wednesday", "Friday at nine"]),
        ("weekly@example.org", ["Friday a minute later"]),
    ]


@pytest.mark.parametrize("number", [1, 80])
def test_telling_many_takes_as_many_questions_as_telling_one(
    sources: Any, reader: Any, number: int, django_assert_num_queries: Any
) -> None:
    tell_of_new(NOW)
    for one in range(number):
        reader(f"reader-{one}@example.org", "board", "seal")
    sources.append((NOW, item("New", "board", "seal")))
    with django_assert_num_queries(8):
        tell_of_new(NOW + 5 * MINUTE)
    assert Delivery.objects.count() == number


def test_after_a_month_only_the_numbers_are_kept(sources: Any, reader: Any) -> None:
    mailing = Mailing.objects.create(how_often="at-once", made_at=NOW, items=[])
    for number, state in enumerate(["sent", "sent", "refused", "given-up"]):
        Delivery.objects.create(
            subscription=reader(f"a{number}@example.org"),
            mailing=mailing,
            state=state,
            letter="alert",
            made_at=NOW,
            next_try_at=NOW,
        )
    forget_old(NOW + timedelta(days=30))
    assert Delivery.objects.count() == 4
    forget_old(NOW + timedelta(days=30, seconds=1))
    assert Delivery.objects.count() == 0
    mailing.refresh_from_db()
    assert (mailing.sent, mailing.not_sent) == (2, 2)


def test_all_is_done_by_the_clock() -> None:
    names = [job.name for job in all_jobs()]
    assert {"find-what-is-new", "find-what-is-new-weekly", "send-alerts", "forget-alerts"} <= set(names)
