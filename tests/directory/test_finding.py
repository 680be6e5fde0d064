"""From the question in the address to the services on the page."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from localoffer.directory.cards import cards, sealed_services
from localoffer.directory.finding import PAGE_SIZE, Results, find_services
from localoffer.directory.forms import FilterForm
from localoffer.directory.models import ServicePlace
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def ask(address: str = "") -> Results:
    """What the directory answers to the question of an address, such as "q=swimming&topic=health"."""
    question = QueryDict(address)
    return find_services(FilterForm(question), number=question.get("page"), today=TODAY)


def titles(address: str = "") -> list[str]:
    return [service.title for service in ask(address).services]


@pytest.fixture
def terms(db: None) -> dict[str, Any]:
    health = factories.TopicFactory(slug="health", name="Health")
    return {
        "health": health,
        "sleep": factories.TopicFactory(slug="sleep", name="Sleep", parent=health),
        "money": factories.TopicFactory(slug="money", name="Money"),
        "autism": factories.NeedFactory(slug="autism", name="Autism"),
        "sight": factories.NeedFactory(slug="sight", name="Sight"),
        "small": factories.AgeStageFactory(slug="small", minimum_age=0, maximum_age=4),
        "big": factories.AgeStageFactory(slug="big", minimum_age=16, maximum_age=25),
    }


@pytest.fixture
def four(terms: dict[str, Any], listing: Any) -> None:
    listing("Alpha", topics=[terms["health"]], needs=[terms["autism"]], minimum_age=0, maximum_age=4)
    listing("Beta", topics=[terms["sleep"]], needs=[terms["sight"]], minimum_age=16, maximum_age=25)
    listing("Gamma", topics=[terms["money"]], needs=[terms["autism"], terms["sight"]], minimum_age=0, maximum_age=25)
    listing("Delta")


def test_without_a_question_all_services_come_by_name(four: None) -> None:
    assert titles() == ["Alpha", "Beta", "Delta", "Gamma"]
    assert ask().answer is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("topic=health", ["Alpha", "Beta"]),
        ("topic=sleep", ["Beta"]),
        ("topic=health&topic=money", ["Alpha", "Beta", "Gamma"]),
        ("need=autism", ["Alpha", "Gamma"]),
        ("need=autism&need=sight", ["Alpha", "Beta", "Gamma"]),
        ("age=small", ["Alpha", "Gamma"]),
        ("age=small&age=big", ["Alpha", "Beta", "Gamma"]),
        ("topic=health&need=autism", ["Alpha"]),
        ("topic=health&need=sight&age=small", []),
        ("topic=money&need=sight&age=big", ["Gamma"]),
    ],
)
def test_filters_of_one_kind_widen_and_kinds_narrow_each_other(four: None, address: str, expected: list[str]) -> None:
    assert titles(address) == expected
    assert ask(address).total == len(expected)


@pytest.mark.parametrize(
    "address", ["topic=nonsense", "need=%00", "age=99", "topic=&need=&age=", "colour=blue", "seal=", "topic=<b>"]
)
def test_filters_that_nobody_knows_are_left_out(four: None, address: str) -> None:
    assert titles(address) == titles()
    assert FilterForm(QueryDict(address)).chosen_tags() == []


def test_a_filter_that_is_repeated_counts_once(four: None) -> None:
    address = "topic=health&topic=health&topic=health"
    assert titles(address) == ["Alpha", "Beta"]
    assert len(FilterForm(QueryDict(address)).chosen_tags()) == 1


def test_a_retired_term_no_longer_filters(four: None, terms: dict[str, Any]) -> None:
    terms["money"].retired = True
    terms["money"].save()
    assert titles("topic=money") == titles()


def test_what_does_not_say_its_ages_is_not_taken_for_all_ages_but_is_counted(four: None, listing: Any) -> None:
    listing("Epsilon", status="closed")
    assert "Delta" not in titles("age=small")
    assert ask("age=small").did_not_say == [("age", 1)]
    assert ask("age=small&topic=money").did_not_say == []
    assert ask().did_not_say == []


def test_only_a_current_seal_passes_the_filter_and_shows_on_the_card(listing: Any) -> None:
    for title, fields in {
        "Current": {},
        "Last day": {"ends_on": TODAY},
        "Expired": {"ends_on": TODAY - DAY},
        "Withdrawn": {"ending": "withdrawn", "closed_at": factories.AwardFactory.recorded_at},
    }.items():
        factories.AwardFactory(listing=listing(title), **fields)
    listing("Never")
    assert titles("seal=on") == ["Current", "Last day"]
    assert {service.title: bool(service.award) for service in ask().services} == {
        "Current": True,
        "Expired": False,
        "Last day": True,
        "Never": False,
        "Withdrawn": False,
    }


@pytest.mark.parametrize("address", ["", "q=club", "topic=health", "need=autism", "age=small", "seal=on"])
def test_what_the_public_may_not_see_is_never_found(terms: dict[str, Any], listing: Any, address: str) -> None:
    described = {"topics": [terms["health"]], "needs": [terms["autism"]], "minimum_age": 0, "maximum_age": 4}
    shown = listing("Public club", **described)
    private = listing("Private club", **described)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    hidden = [private, listing("Club of the past", status="closed", **described), listing("Draft club", live=False, **described)]
    for page in (shown, *hidden):
        factories.AwardFactory(listing=page)
    assert titles(address) == ["Public club"]


def test_words_bring_the_best_first_and_filters_narrow_them(terms: dict[str, Any], listing: Any) -> None:
    listing("A club", description="<p>Swimming at times.</p>", topics=[terms["health"]])
    listing("Z swimming", topics=[terms["health"]])
    listing("M swimming", topics=[terms["money"]])
    listing("Riding")
    assert titles("q=swimming")[-1] == "A club"
    assert set(titles("q=swimming")) == {"A club", "Z swimming", "M swimming"}
    assert titles("q=swimming&topic=health") == ["Z swimming", "A club"]


def test_words_that_nothing_has_find_nothing_and_words_that_are_none_find_all(listing: Any) -> None:
    listing("Alpha")
    assert titles("q=zzyzx") == []
    assert titles("q=%22%3B--") == ["Alpha"]
    assert titles("q=%00") == ["Alpha"]


def test_other_pages_that_match_are_offered_at_most_three_and_none_that_is_private(listing: Any, home: Any) -> None:
    listing("Sleep club")
    pages = [factories.InformationPageFactory(parent=home, title=f"Sleep {number}") for number in range(5)]
    for page in pages:
        page.save_revision().publish()

    def offered(address: str) -> list[str]:
        return [page.title for page in ask(address).other_pages.get("information", [])]

    assert offered("q=sleep") == ["Sleep 0", "Sleep 1", "Sleep 2"]
    PageViewRestriction.objects.create(page=pages[0], restriction_type=PageViewRestriction.LOGIN)
    assert offered("q=sleep") == ["Sleep 1", "Sleep 2", "Sleep 3"]
    assert ask("topic=health").other_pages == {}


def test_a_page_number_that_is_not_there_gives_the_nearest_page(listing: Any) -> None:
    for count in range(PAGE_SIZE + 1):
        listing(f"Club {count:02}")
    asked = {"": 1, "1": 1, "2": 2, "999999": 2, "abc": 1, "-1": 1, "0": 1, "%00": 1, "2&page=1": 1}
    for page, number in asked.items():
        results = ask(f"page={page}")
        assert (results.page.number, results.total) == (number, PAGE_SIZE + 1), page
        assert len(results.services) == (PAGE_SIZE if number == 1 else 1), page


def test_forty_services_are_found_in_as_many_questions_as_one(terms: dict[str, Any], listing: Any) -> None:
    def counts() -> list[int]:
        ask()  # reads the words of the filters and the facts, which are kept
        found = []
        for address in ("", "q=club", "topic=health&need=autism&age=small&seal=on", "q=club&topic=health"):
            with CaptureQueriesContext(connection) as captured:
                for service in ask(address).services:
                    assert service.why_here
                    assert service.organisation.name
            found.append(len(captured))
        return found

    def one_more(number: int) -> None:
        page = listing(
            f"Club {number}", topics=[terms["health"]], needs=[terms["autism"]], minimum_age=0, maximum_age=9,
            places=[ServicePlace(town="Witney")], areas=[factories.AreaFactory()],
        )  # fmt: skip
        factories.AwardFactory(listing=page)

    one_more(0)
    one = counts()
    for number in range(1, 40):
        one_more(number)
    assert counts() == one
    assert max(one) <= 12


def test_cards_come_in_the_order_that_was_asked_for_without_what_is_hidden(listing: Any) -> None:
    first, second, draft = listing("B"), listing("A"), listing("C", live=False)
    assert [card.title for card in cards([first.pk, draft.pk, 999999, second.pk], TODAY)] == ["B", "A"]
    assert cards([], TODAY) == []


def test_sealed_services_come_with_the_newest_seal_first_and_no_more_than_asked(listing: Any) -> None:
    for title, days in {"Old": 30, "New": 1, "Middle": 9}.items():
        factories.AwardFactory(listing=listing(title), given_on=TODAY - days * DAY, ends_on=TODAY + DAY)
    factories.AwardFactory(listing=listing("Closed", status="closed"))
    factories.AwardFactory(listing=listing("Draft", live=False))
    assert [service.title for service in sealed_services(TODAY)] == ["New", "Middle", "Old"]
    assert [service.title for service in sealed_services(TODAY, most=2)] == ["New", "Middle"]
