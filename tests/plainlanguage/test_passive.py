"""The passive voice: found where somebody hides, and not where something simply is so."""

import pytest

from localoffer.plainlanguage.passive import passives


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It was agreed.", ["was agreed"]),
        ("You will be sent a letter", ["be sent"]),
        ("The plan has been written by the council", ["been written"]),
        ("A decision is being made", ["is being made"]),
        ("Your needs are then assessed", ["are then assessed"]),
        ("It was not properly explained", ["was not properly explained"]),
        ("They’re being looked at", ["’re being looked"]),
        ("It isn’t paid", ["isn’t paid"]),
        ("The place must be chosen and the school must be told", ["be chosen", "be told"]),
        ("WAS DECIDED", ["WAS DECIDED"]),
        ("A form is required by the panel", ["is required"]),
    ],
)
def test_what_is_done_without_saying_who_does_it_is_found(sentence: str, found: list[str]) -> None:
    assert passives(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "We agreed it.",
        "You are tired and worried.",
        "We are closed on Sunday.",
        "She was born in May.",
        "You are allowed to go.",
        "He is interested in trains.",
        "It is used to noise.",
        "The bed is red.",
        "You are in need of help.",
        "There is indeed a way.",
        "Staff are trained and qualified.",
        "It is based in Oxford.",
        "The council’s planned work starts.",
        "What is needed is time.",
        "They were happy and danced.",
        "I am disabled.",
        "This is a hundred miles away.",
    ],
)
def test_states_and_feelings_are_left_alone(sentence: str) -> None:
    assert passives(sentence) == []


def test_few_words_of_a_plain_page_are_taken_for_passive() -> None:
    page = (
        "You can come and just watch. Nobody is rushed. We are open after school. The room is calm. It is not crowded. "
        "Lunch is free. If you are scared, tell Priya. She is kind. The bus is cheap. We were surprised how good it is."
    )
    assert passives(page) == ["is rushed"]
