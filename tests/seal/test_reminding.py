"""Supporters are told once, some weeks before the next visit of a seal is due."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Site

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER
from localoffer.seal.models import SealSettings
from localoffer.seal.services import remind_of_reviews
from tests import factories

pytestmark = pytest.mark.django_db
REVIEW, DAY = date(2027, 12, 1), timedelta(days=1)


def at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8)))


@pytest.fixture
def award(site_tree: Any, person: Any) -> Any:
    person(FORUM_SUPPORTER)
    person(FORUM_SUPPORTER, email="left@example.org", is_active=False)
    person(DIRECTORY_EDITOR)
    listing = factories.ServicePageFactory(parent=site_tree["directory"], title="Riverside club")
    award = factories.AwardFactory(listing=listing)
    assert award.review_on == REVIEW
    return award


@pytest.mark.parametrize(("days", "told"), [(29, 0), (28, 1), (27, 1), (0, 1), (-1, 1)])
def test_supporters_are_told_from_four_weeks_before(award: Any, days: int, told: int) -> None:
    assert remind_of_reviews(at(REVIEW - days * DAY)) == told
    assert len(mail.outbox) == told


def test_supporters_are_told_once_and_nobody_else_is(award: Any) -> None:
    for _ in range(3):
        remind_of_reviews(at(REVIEW))
    (message,) = mail.outbox
    assert message.to == ["forum-supporters@example.org"]
    assert message.subject == "Time to visit again: Riverside club"
    assert "until 1 March 2028" in message.body
    assert "/admin/seal/queue/" in message.body


def test_how_early_is_a_setting(award: Any) -> None:
    SealSettings.objects.create(site=Site.objects.get(), remind_days=5)
    assert remind_of_reviews(at(REVIEW - 6 * DAY)) == 0
    assert remind_of_reviews(at(REVIEW - 5 * DAY)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"closed_at": datetime(2026, 6, 1, tzinfo=UTC), "ending": "withdrawn"},
        {"paused_at": datetime(2026, 6, 1, tzinfo=UTC)},
        {"ends_on": date(2027, 11, 30)},
    ],
    ids=["withdrawn", "paused", "run out"],
)
def test_nobody_is_told_of_a_seal_that_does_not_show(site_tree: Any, person: Any, fields: dict[str, Any]) -> None:
    person(FORUM_SUPPORTER)
    factories.AwardFactory(listing=factories.ServicePageFactory(parent=site_tree["directory"]), **fields)
    assert remind_of_reviews(at(REVIEW)) == 0
