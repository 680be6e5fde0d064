"""How often somebody may try: counted by a hash that changes each day, and forgotten after a day."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory

from localoffer.people.limits import KEPT_FOR, Limit, address_of, forget_old_attempts, hashed
from localoffer.people.models import Attempt

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 22, 0, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LIMIT = Limit("letter", tries=3, within=timedelta(minutes=5))


def tried(times: int, who: str = "sam", at: datetime = NOW, limit: Limit = LIMIT) -> None:
    for _ in range(times):
        limit.note(who, now=at)


@pytest.mark.django_db
@pytest.mark.parametrize(("times", "reached"), [(0, False), (2, False), (3, True), (4, True)])
def test_the_limit_is_reached_at_its_number_of_tries(times: int, reached: bool) -> None:
    tried(times)
    assert LIMIT.is_reached("sam", now=NOW) is reached


@pytest.mark.django_db
@pytest.mark.parametrize(("later", "reached"), [(LIMIT.within - SECOND, True), (LIMIT.within, False)])
def test_tries_count_only_for_their_time(later: timedelta, reached: bool) -> None:
    tried(3)
    assert LIMIT.is_reached("sam", now=NOW + later) is reached


@pytest.mark.django_db
def test_tries_before_midnight_still_count_after_it() -> None:
    tried(3, at=MIDNIGHT - timedelta(minutes=2))
    assert LIMIT.is_reached("sam", now=MIDNIGHT)


@pytest.mark.django_db
def test_each_person_and_each_purpose_has_its_own_count() -> None:
    tried(3)
    assert not LIMIT.is_reached("ari", now=NOW)
    assert not Limit("other", tries=3, within=LIMIT.within).is_reached("sam", now=NOW)


@pytest.mark.django_db
def test_forgiving_forgets_one_person_only() -> None:
    tried(3)
    tried(3, who="ari")
    LIMIT.forgive("sam", now=NOW)
    assert not LIMIT.is_reached("sam", now=NOW)
    assert LIMIT.is_reached("ari", now=NOW)


@pytest.mark.django_db
def test_forgiving_after_midnight_forgets_the_tries_before_it() -> None:
    tried(3, at=MIDNIGHT - timedelta(minutes=2))
    LIMIT.forgive("sam", now=MIDNIGHT)
    assert not Attempt.objects.exists()


@pytest.mark.django_db
def test_who_tried_is_not_stored_in_the_clear() -> None:
    tried(1, who="sam@example.org")
    [attempt] = Attempt.objects.all()
    assert "sam" not in attempt.who
    assert len(attempt.who) == 64


def test_the_hash_differs_by_day_and_by_person() -> None:
    assert hashed("sam", NOW) == hashed("sam", NOW + SECOND)
    assert len({hashed("sam", NOW), hashed("sam", NOW + timedelta(days=1)), hashed("ari", NOW)}) == 3


def test_the_hash_needs_the_secret_of_the_site(settings: Any) -> None:
    before = hashed("sam", NOW)
    settings.SECRET_KEY = "another" + "x" * 50
    assert hashed("sam", NOW) != before


@pytest.mark.django_db
def test_attempts_are_forgotten_after_a_day() -> None:
    tried(1, at=NOW - KEPT_FOR - SECOND)
    tried(1, at=NOW - KEPT_FOR)
    assert forget_old_attempts(NOW) == "1 old attempts forgotten"
    assert [attempt.at for attempt in Attempt.objects.all()] == [NOW - KEPT_FOR]
    assert forget_old_attempts(NOW) == ""


@pytest.mark.parametrize(
    ("trusted", "forwarded", "address"),
    [
        (0, None, "10.0.0.9"),
        (0, "203.0.113.5", "10.0.0.9"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        (2, "198.51.100.1, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", "10.0.0.9"),
        (1, None, "10.0.0.9"),
        (1, " , ,", "10.0.0.9"),
    ],
)
def test_a_forwarded_address_counts_only_from_the_proxies_that_are_trusted(
    settings: Any, trusted: int, forwarded: str | None, address: str
) -> None:
    settings.TRUSTED_PROXIES = trusted
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", headers=headers)) == address


def test_a_visitor_without_an_address_is_unknown() -> None:
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) == "unknown"
