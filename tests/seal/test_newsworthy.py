"""What the e-mail alerts tell of the seal."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from localoffer.seal.newsworthy import items
from tests import factories

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def titles(since: datetime, until: datetime) -> list[str]:
    return [item.own.title for item in items(since, until)]


def award(listing: Any, **more: Any) -> Any:
    given = {"given_on": date(2026, 11, 25), "ends_on": date(2028, 11, 25), "recorded_at": NOON} | more
    return factories.AwardFactory(listing=listing, **given)


def test_a_new_seal_is_told_of_once_with_the_words_of_the_young_people(club: Any) -> None:
    award(club)
    (item,) = items(NOON - HOUR, NOON)
    assert (item.subjects, item.own.title, item.own.words) == (("seal",), "Saturday Club", "“Nobody rushed me.”")
    assert item.own.address.endswith("/saturday-club/")
    assert titles(NOON, NOON + HOUR) == []
    assert titles(NOON - 2 * HOUR, NOON - timedelta(seconds=1)) == []


def test_a_seal_that_was_recorded_for_a_later_day_is_told_of_on_that_day(club: Any) -> None:
    award(club, given_on=date(2026, 11, 27))
    midnight = datetime(2026, 11, 27, tzinfo=UTC)
    assert titles(NOON - HOUR, NOON) == []
    assert titles(midnight - HOUR, midnight - timedelta(seconds=1)) == []
    assert titles(midnight - timedelta(seconds=1), midnight + HOUR) == ["Saturday Club"]
    assert titles(midnight + HOUR, midnight + 2 * HOUR) == []


def test_a_renewed_seal_is_no_news_and_neither_is_one_that_the_public_cannot_see(club: Any, directory: Any) -> None:
    old = award(club, closed_at=NOON, ending="replaced", recorded_at=NOON - 5 * HOUR)
    award(club, renews=old)
    award(factories.ServicePageFactory(parent=directory, title="Paused"), paused_at=NOON)
    award(factories.ServicePageFactory(parent=directory, title="Not public", live=False))
    assert titles(NOON - HOUR, NOON) == []
