"""What families type, and the service that must be among the first five results.

``phrases.csv`` holds the phrases in families' own words: abbreviations, typing errors, whole questions. ``must_find``
was chosen as a parent would want it, not from what the search gives. "a b": both must be there; "a|b": one of them.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import timezone

from home.demo.reading import read_services
from localoffer.directory.finding import find_services
from localoffer.directory.forms import FilterForm
from localoffer.pages.keeping import forget
from tests.home.loading import loaded_demonstration

pytestmark = pytest.mark.django_db

FIRST = 5
FILE = Path(__file__).with_name("phrases.csv")


def phrases() -> Iterator[tuple[str, list[set[str]]]]:
    """Each phrase, and the sets of slugs of which one each must be found."""
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["phrase"], [set(choice.split("|")) for choice in row["must_find"].split()]


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with loaded_demonstration(django_db_blocker):
        yield


@pytest.fixture
def demo(loaded: None, db: None) -> Iterator[None]:
    """The loaded demonstration; what other tests kept in memory is not used."""
    forget()
    yield
    forget()


@pytest.mark.parametrize(("phrase", "wanted"), [pytest.param(phrase, wanted, id=phrase) for phrase, wanted in phrases()])
def test_a_family_finds_it_among_the_first_five(demo: None, phrase: str, wanted: Any) -> None:
    question = QueryDict(mutable=True)
    question["q"] = phrase
    results = find_services(FilterForm(question), number=1, today=timezone.localdate())
    first = [service.slug for service in results.services[:FIRST]]
    assert [choice for choice in wanted if not choice & set(first)] == [], first


@pytest.mark.parametrize("phrase", ["i feel sad", "feeling low", "my daughter is depressed"])
def test_who_feels_low_finds_somebody_to_talk_to_and_no_outing_that_says_sadly(demo: None, phrase: str) -> None:
    found = find_services(FilterForm(QueryDict(f"q={phrase}")), number=1, today=timezone.localdate())
    first = [service.slug for service in found.services[:FIRST]]
    assert {"lighthouse-drop-in", "late-light-line", "mind-matters"} <= set(first)
    assert not {"drift-boats", "pixel-den"} & set(first)


@pytest.mark.parametrize(
    ("phrase", "where", "wanted"),
    [
        ("swimming pool with a hoist", "Witney", "otters-swimming"),
        ("swimming", "Witney", "otters-swimming"),
        ("swiming", "OX18", "otters-swimming"),
        ("speech therapy", "Banbury", "childrens-speech-and-language-therapy"),
        ("SALT", "Didcot", "childrens-speech-and-language-therapy"),
        ("OT", "OX4", "childrens-occupational-therapy"),
        ("youth club", "Banbury", "the-hangout-youth-club"),
        ("autism club", "Abingdon", "riverside-saturday-club"),
        ("nappies", "Thame", "continence-nurses"),
        ("help filling in dla form", "Witney", "penny-wise-benefits"),
    ],
)
def test_near_a_place_the_best_match_is_still_among_the_first_five(demo: None, phrase: str, where: str, wanted: str) -> None:
    question = QueryDict(mutable=True)
    question["q"], question["where"] = phrase, where
    results = find_services(FilterForm(question), number=1, today=timezone.localdate())
    assert wanted in [service.slug for service in results.services[:FIRST]]


def test_there_are_many_phrases_and_each_names_services_that_are_there() -> None:
    slugs = {service["slug"] for service in read_services()}
    asked = dict(phrases())
    assert len(asked) >= 110
    assert set().union(*(choice for wanted in asked.values() for choice in wanted)) <= slugs
    assert len(asked) == len(list(phrases()))
