"""How complete a listing is: what counts, what is missing, and that the stored figure follows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from localoffer.directory.completeness import FACTS, completeness, completeness_of, has_words, told_by
from localoffer.directory.jobs import renew_completeness
from localoffer.directory.models import ServiceAccess, ServiceContact, ServiceCost, ServicePage, ServicePlace
from tests.factories import AccessFeatureFactory, NeedFactory, TopicFactory


def test_all_facts_together_make_a_hundred() -> None:
    assert sum(fact.points for fact in FACTS) == 100
    assert completeness({fact.name: True for fact in FACTS}).percent == 100


def test_nothing_told_is_zero_and_all_of_it_is_missing() -> None:
    found = completeness({})
    assert found.percent == 0
    assert found.missing == FACTS


def test_what_is_missing_comes_with_the_most_useful_first() -> None:
    points = [fact.points for fact in completeness({}).missing]
    assert points == sorted(points, reverse=True)


def test_each_fact_is_read_from_a_listing(listing: Any, today: date) -> None:
    assert set(told_by(listing(), today)) == {fact.name for fact in FACTS}


@pytest.mark.parametrize(("html", "says"), [("", False), ("<p></p>", False), ("<p> <b/></p>", False), ("<p>Ring.</p>", True)])
def test_an_empty_paragraph_says_nothing(html: str, says: bool) -> None:
    assert has_words(html) is says


@pytest.mark.parametrize(
    ("fields", "fact"),
    [
        ({"free": "no"}, "cost"),
        ({"cost_words": "£4"}, "cost"),
        ({"online": True}, "where"),
        ({"maximum_age": 5}, "ages"),
        ({"minimum_age": 0}, "ages"),
        ({"wait": "none"}, "wait"),
        ({"serves": "beyond"}, "serves"),
        ({"who_meets_you": "Priya"}, "before_you_go"),
        ({"opening_times": "Ring us"}, "times"),
        ({"how_to_get_it": "<p>Ring.</p>"}, "how_to_start"),
        ({"for_young_people": "Come in."}, "for_young_people"),
    ],
)
def test_an_answer_counts_whatever_it_is(listing: Any, today: date, fields: dict[str, Any], fact: str) -> None:
    assert told_by(listing(), today)[fact] is False
    assert told_by(listing("Other", **fields), today)[fact] is True


@pytest.mark.parametrize(("days", "counts"), [(365, True), (366, False)])
def test_a_check_counts_for_a_year(listing: Any, today: date, days: int, counts: bool) -> None:
    page = listing(last_checked=today - timedelta(days=days))
    assert told_by(page, today)["checked"] is counts


@pytest.mark.parametrize(("answers", "counts"), [(2, False), (3, True)])
def test_three_access_features_answered_are_enough(listing: Any, today: date, answers: int, counts: bool) -> None:
    page = listing()
    page.access = [ServiceAccess(feature=AccessFeatureFactory(), answer="no") for _ in range(answers)]
    assert told_by(page, today)["access"] is counts


def test_the_rows_below_a_listing_count(listing: Any, today: date) -> None:
    page = listing(topics=[TopicFactory()], needs=[NeedFactory()], places=[ServicePlace(town="Abingdon", getting_there="Bus 4")])
    page.contacts = [ServiceContact(email="club@example.org")]
    page.costs = [ServiceCost(option="One session", amount=4)]
    told = told_by(page, today)
    assert [told[name] for name in ("topics", "needs", "where", "before_you_go", "cost")] == [True] * 5
    assert told["phone"] is False


def test_publishing_stores_how_complete_it_is(listing: Any) -> None:
    page = listing()
    before = ServicePage.objects.get(pk=page.pk).completeness
    assert before == completeness_of(page, timezone.localdate()).percent
    page.free = "yes"
    page.save_revision().publish()
    assert ServicePage.objects.get(pk=page.pk).completeness == before + 7


def test_a_draft_of_a_public_listing_leaves_the_stored_figure(listing: Any) -> None:
    page = listing()
    before = ServicePage.objects.get(pk=page.pk).completeness
    page.free = "yes"
    page.save_revision()
    assert ServicePage.objects.get(pk=page.pk).completeness == before


def test_the_daily_job_takes_away_what_an_old_check_gave(listing: Any, django_assert_num_queries: Any) -> None:
    day = date(2026, 1, 10)
    for number in range(3):
        listing(f"Club {number}", last_checked=day)
    late = datetime(2027, 6, 1, 12, tzinfo=UTC)
    before = set(ServicePage.objects.values_list("completeness", flat=True))
    assert renew_completeness(late) == "3 listings are complete to another degree"
    assert {percent + 7 for percent in ServicePage.objects.values_list("completeness", flat=True)} == before
    assert renew_completeness(late) == ""
    with django_assert_num_queries(10):
        renew_completeness(late)
