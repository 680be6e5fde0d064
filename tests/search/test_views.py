"""Suggestions while somebody types."""

from typing import Any

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def suggested(client: Any, typed: Any, **more: Any) -> list[tuple[str, str]]:
    answer = client.get(reverse("search:suggest"), {"q": typed, **more})
    assert answer.status_code == 200
    return [(row["words"], row["kind"]) for row in answer.json()["suggestions"]]


@pytest.fixture
def site(enter: Any, same: Any) -> None:
    enter("Speech therapy in Banbury", topics="Speech, Health")
    enter("Spectrum club", topics="Health")
    same("speech and language therapy", "SALT")


def test_titles_topics_and_main_words_are_suggested(client: Any, site: None) -> None:
    assert suggested(client, "spee") == [
        ("Speech", "topic"),
        ("Speech therapy in Banbury", "title"),
        ("speech and language therapy", "words"),
    ]
    assert suggested(client, "health") == [("Health", "topic")]


def test_all_the_words_must_be_there_and_the_last_may_be_unfinished(client: Any, site: None) -> None:
    assert suggested(client, "therapy ban") == [("Speech therapy in Banbury", "title")]
    assert suggested(client, "therapy xyz") == []


@pytest.mark.parametrize(("typed", "number"), [("", 0), ("s", 0), ("sp", 4)])
def test_two_letters_are_enough_and_one_is_not(client: Any, site: None, typed: str, number: int) -> None:
    assert len(suggested(client, typed)) == number


def test_at_most_eight_are_suggested(client: Any, enter: Any) -> None:
    for number in range(9):
        enter(f"Club {number}")
    assert len(suggested(client, "club")) == 8


@pytest.mark.parametrize("typed", ["\x00", "🙂🙂", "x" * 2000, "<script>", '";--', "%", ["a", "b"], "\ud7ff"])
def test_nothing_typed_makes_it_fail(client: Any, site: None, typed: Any) -> None:
    assert suggested(client, typed) == []


def test_suggestions_are_public_for_five_minutes_set_no_cookie_and_are_not_indexed(client: Any, site: None) -> None:
    answer = client.get(reverse("search:suggest"), {"q": "speech"})
    assert "max-age=300" in answer["Cache-Control"]
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["X-Robots-Tag"] == "noindex"
    assert client.post(reverse("search:suggest")).status_code == 405


def test_the_same_words_are_suggested_once_and_new_pages_at_once(client: Any, site: None, enter: Any) -> None:
    enter("Health")
    assert suggested(client, "health") == [("Health", "topic")]
    enter("Healthy eating")
    assert suggested(client, "health") == [("Health", "topic"), ("Healthy eating", "title")]


def test_suggesting_takes_one_query_when_nothing_has_changed(client: Any, site: None, django_assert_num_queries: Any) -> None:
    suggested(client, "speech")
    with django_assert_num_queries(1):
        suggested(client, "speech")
