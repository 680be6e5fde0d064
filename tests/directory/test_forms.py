"""The question in the address: what is kept, what is shown as chosen, and how each choice is undone."""

from typing import Any

import pytest
from django.http import QueryDict

from localoffer.directory.forms import FilterForm
from localoffer.directory.keeping import the_facets
from localoffer.directory.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms(db: None) -> Any:
    health = factories.TopicFactory(slug="health", name="Health")
    factories.TopicFactory(slug="sleep", name="Sleep", parent=health)
    factories.TopicFactory(slug="money", name="Money")
    factories.NeedFactory(slug="autism", name="Autism")
    factories.AgeStageFactory(slug="big", name="16 to 25")


def form(address: str) -> FilterForm:
    return FilterForm(QueryDict(address))


def test_the_address_holds_the_question_without_what_is_empty_or_unknown() -> None:
    address = form("q= swim  club &topic=health&topic=nothing&need=&age=big&seal=1&page=3&utm=x").address()
    assert sorted(QueryDict(address[1:]).lists()) == [
        ("age", ["big"]),
        ("q", ["swim club"]),
        ("seal", ["on"]),
        ("topic", ["health"]),
    ]
    assert form("").address() == "?"


def test_each_chosen_filter_has_an_address_that_leaves_only_it_out() -> None:
    tags = form("q=club&seal=on&topic=health&topic=money&need=autism").chosen_tags()
    assert [str(tag["label"]) for tag in tags] == ["Approved by young people", "Health", "Money", "Autism"]
    without = {str(tag["label"]): dict(QueryDict(tag["without"][1:]).lists()) for tag in tags}
    everything = {"q": ["club"], "seal": ["on"], "topic": ["health", "money"], "need": ["autism"]}
    assert without["Money"] == everything | {"topic": ["health"]}
    assert without["Health"] == everything | {"topic": ["money"]}
    assert without["Autism"] == {name: values for name, values in everything.items() if name != "need"}
    assert without["Approved by young people"] == {name: values for name, values in everything.items() if name != "seal"}


@pytest.mark.parametrize(("length", "cut"), [(199, False), (200, False), (201, True)])
def test_it_is_said_when_a_question_was_too_long(length: int, cut: bool) -> None:
    asked = form("q=" + "x" * length)
    assert [field for field, _sentence in asked.problems] == (["q"] if cut else [])
    assert len(asked.question) == min(length, 200)


@pytest.mark.parametrize(
    ("typed", "years", "told"),
    [
        ("", None, False),
        ("0", 0, False),
        ("7", 7, False),
        ("25", 25, False),
        ("26", None, True),
        ("-1", None, True),
        ("seven", None, True),
        ("٧", None, True),
        ("7.5", None, True),
        ("9" * 400, None, True),
    ],
)
def test_an_age_is_a_whole_number_from_0_to_25_and_anything_else_is_told_and_kept(typed: str, years: Any, told: bool) -> None:
    asked = form(f"years={typed}")
    assert asked.years == years
    assert [field for field, _sentence in asked.problems] == (["years"] if told else [])
    assert asked.years_typed == typed[:10]


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("topic=nothing", "filters"),
        ("day=XX", "filters"),
        ("topic=health&need=nothing", "filters"),
        ("within=7", "within"),
        ("within=-5", "within"),
        ("sort=best-paid", "sort"),
        ("seal=0", "filters"),
    ],
)
def test_what_the_address_asks_for_and_we_do_not_know_is_told(address: str, field: str) -> None:
    assert [name for name, _sentence in form(address).problems] == [field]


@pytest.mark.parametrize(
    "address", ["topic=health", "topic=", "within=5", "within=0.5", "within=", "sort=name", "page=0", "utm=x"]
)
def test_what_we_know_and_what_is_not_ours_is_not_told(address: str) -> None:
    assert form(address).problems == []


def test_the_address_of_a_merged_term_filters_by_the_one_that_stays() -> None:
    old = factories.TopicFactory(slug="welfare", name="Welfare", retired=True, merged_into=Topic.objects.get(slug="money"))
    asked = form(f"topic={old.slug}")
    assert asked.problems == []
    assert asked.address() == "?topic=money"


def test_a_position_counts_only_for_the_place_that_it_was_worked_out_for() -> None:
    assert form("where=Didcot&at=51.61,-1.24&at_for=Didcot").at == "51.61,-1.24"
    assert form("where=Witney&at=51.61,-1.24&at_for=Didcot").at == ""
    assert form("at=51.61,-1.24&at_for=").at == ""


def test_of_a_full_postcode_only_the_sector_stays() -> None:
    asked = form("where=ox14+3dr")
    assert asked.where == "OX14 3"
    assert "DR" not in asked.address().upper()
    assert form("where=OX14").where == "OX14"


def test_the_shortlist_stays_in_the_address_and_nothing_else_that_looks_like_it() -> None:
    assert QueryDict(form("list=12-45").address()[1:])["list"] == "12-45"
    assert QueryDict(form("list=12<b>-45").address()[1:])["list"] == "12-45"
    assert form("list=abc").address() == "?"


@pytest.mark.parametrize(
    "address",
    ["q=%00", "q=<script>alert(1)</script>", "q=%F0%9F%99%82", "q=%ED%A0%80", "q=a&q=b", "age=%00", "topic=" + "x" * 2000],
)
def test_nothing_in_the_address_makes_the_form_fail(address: str) -> None:
    asked = form(address)
    assert "\x00" not in asked.address()


def test_topics_stand_in_two_levels_and_open_where_something_is_chosen(listing: Any) -> None:
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    listing(topics=[topics["sleep"], topics["money"]])

    def shown(address: str) -> list[Any]:
        asked, facets = form(address), the_facets()
        asked.count(facets.select(asked.chosen, facets.everything), 0)
        return [
            (branch.option.value, branch.option.chosen, branch.is_open, [(below.value, below.chosen) for below in branch.below])
            for branch in asked.group("topic").tree
        ]

    assert shown("") == [("health", False, False, [("sleep", False)]), ("money", False, False, [])]
    assert shown("topic=sleep") == [("health", False, True, [("sleep", True)]), ("money", False, False, [])]
    assert shown("topic=health") == [("health", True, True, [("sleep", False)]), ("money", False, False, [])]
