"""The question in the address: what is kept, what is shown as chosen, and how each choice is undone."""

from typing import Any

import pytest
from django.http import QueryDict

from localoffer.directory.forms import FilterForm
from localoffer.directory.templatetags.directory import topic_groups
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
    assert asked.was_cut is cut
    assert len(asked.cleaned_data["q"]) == min(length, 200)


@pytest.mark.parametrize(
    "address",
    ["q=%00", "q=<script>alert(1)</script>", "q=%F0%9F%99%82", "q=%ED%A0%80", "q=a&q=b", "age=%00", "topic=" + "x" * 2000],
)
def test_nothing_in_the_address_makes_the_form_fail(address: str) -> None:
    asked = form(address)
    assert asked.is_valid()
    assert "\x00" not in asked.address()


def test_topics_stand_in_two_levels_and_open_where_something_is_chosen() -> None:
    def shown(address: str) -> list[Any]:
        return [
            (
                group["topic"].slug,
                group["chosen"],
                group["open"],
                [(below["topic"].slug, below["chosen"]) for below in group["below"]],
            )
            for group in topic_groups(form(address))
        ]

    assert shown("") == [("health", False, False, [("sleep", False)]), ("money", False, False, [])]
    assert shown("topic=sleep") == [("health", False, True, [("sleep", True)]), ("money", False, False, [])]
    assert shown("topic=health") == [("health", True, True, [("sleep", False)]), ("money", False, False, [])]
