"""Which awards each read of the seal finds, and which it leaves out."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from localoffer.people.querysets import NeverDeleted
from localoffer.seal.models import Award
from tests.factories import AwardFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def award(**fields: Any) -> Award:
    return AwardFactory(**{"listing_key": uuid4(), "listing_title": "Club", **fields})


def closed(ending: str, **fields: Any) -> Award:
    return award(closed_at=datetime(2026, 6, 1, tzinfo=UTC), ending=ending, **fields)


def test_open_awards_are_those_that_nobody_closed_even_if_expired() -> None:
    running, old = award(), award(given_on=date(2020, 1, 1), ends_on=date(2021, 1, 1))
    closed("withdrawn")
    closed("replaced")
    assert set(Award.objects.open()) == {running, old}


@pytest.mark.parametrize(
    ("day", "is_current"),
    [
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2026, 3, 3), True),
        (date(2028, 2, 29), True),
        (date(2028, 3, 1), True),
        (date(2028, 3, 2), False),
    ],
)
def test_an_award_is_read_as_current_on_the_days_that_the_rule_says(day: date, is_current: bool) -> None:
    given = award()
    assert Award.objects.current_on(day).exists() is is_current
    assert given.shows_on(day) is is_current


def test_a_paused_award_is_not_read_as_current_and_is_read_as_paused_until_it_runs_out() -> None:
    paused = award(paused_at=datetime(2026, 6, 1, tzinfo=UTC))
    award()
    assert paused not in Award.objects.current_on(date(2026, 7, 1))
    assert list(Award.objects.paused_on(date(2028, 3, 1))) == [paused]
    assert not Award.objects.paused_on(date(2028, 3, 2)).exists()


def test_awards_are_due_for_a_visit_from_their_review_day_to_their_last_the_first_to_end_first() -> None:
    late, early = award(ends_on=date(2028, 4, 1)), award()
    closed("withdrawn")
    assert list(Award.objects.review_due_on(date(2027, 11, 30))) == []
    assert list(Award.objects.review_due_on(date(2027, 12, 1))) == [early]
    assert list(Award.objects.review_due_on(date(2028, 1, 1))) == [early, late]
    assert list(Award.objects.review_due_on(date(2028, 3, 2))) == [late]


def test_what_ended_is_found_by_the_day_it_ran_out_or_was_withdrawn() -> None:
    ran_out, taken = award(), closed("withdrawn")
    closed("replaced")
    assert list(Award.objects.ended_between(date(2028, 3, 1), date(2028, 3, 1))) == [ran_out]
    assert list(Award.objects.ended_between(date(2028, 3, 2), date(2029, 1, 1))) == []
    assert list(Award.objects.ended_between(date(2026, 6, 1), date(2026, 6, 1))) == [taken]
    assert list(Award.objects.ended_between(date(2026, 6, 2), date(2026, 7, 1))) == []


def test_no_record_of_the_seal_can_be_deleted() -> None:
    given = award()
    with pytest.raises(NeverDeleted):
        given.delete()
    with pytest.raises(NeverDeleted):
        Award.objects.all().delete()
    assert Award.objects.count() == 1


@pytest.mark.parametrize("ending", ["withdrawn", "replaced"])
def test_a_closed_award_is_never_read_as_current(ending: str) -> None:
    closed(ending)
    assert not Award.objects.current_on(date(2027, 1, 1)).exists()


def test_awards_of_a_listing_are_its_own_the_newest_first() -> None:
    key = uuid4()
    old = closed("withdrawn", listing_key=key, given_on=date(2020, 1, 1), ends_on=date(2021, 1, 1))
    new = award(listing_key=key)
    award()
    assert list(Award.objects.of_listing(key)) == [new, old]


def test_current_awards_come_by_listing_in_one_question(django_assert_num_queries: Any, today: date) -> None:
    mine, others, gone = award(), award(), closed("withdrawn")
    with django_assert_num_queries(1):
        found = Award.objects.current_by_listing([mine.listing_key, gone.listing_key], today)
    assert found == {mine.listing_key: mine}
    assert others.listing_key not in found


def test_the_keys_are_of_listings_that_carry_the_seal(today: date) -> None:
    mine = award()
    closed("withdrawn")
    award(given_on=today - 9 * DAY, ends_on=today - DAY)
    assert [row["listing_key"] for row in Award.objects.keys_current_on(today)] == [mine.listing_key]
