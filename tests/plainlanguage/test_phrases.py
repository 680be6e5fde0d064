"""Official phrases: found in every form, with a plainer one; plain words and names are left alone."""

import pytest

from localoffer.plainlanguage.phrases import ENTRIES, official_phrases


def said(sentence: str) -> list[tuple[str, str]]:
    return [(found.words, found.plainer) for found in official_phrases(sentence)]


def test_there_are_at_least_120_and_none_twice() -> None:
    assert len(ENTRIES) >= 120
    assert len({official for official, _ in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize(("official", "plainer"), ENTRIES, ids=[official for official, _ in ENTRIES])
def test_every_phrase_of_the_list_is_found_and_has_something_plainer(official: str, plainer: str) -> None:
    sample = official.replace("~", "").split("(?:")[0].rsplit("(?<!", 1)[-1].split(")")[-1]
    if "(?:" not in official:
        assert official_phrases(f"they {sample} it") or official_phrases(f"they {sample}e it"), sample
    assert plainer.strip()
    assert plainer.lower() not in official.lower() or len(plainer) < len(official)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We will commence in order to help.", [("commence", "start"), ("in order to", "to")]),
        ("It commenced on Monday", [("commenced", "start")]),
        ("Utilising this is easy", [("Utilising", "use")]),
        ("Talk to us prior\n to it", [("prior\n to", "before")]),
        (
            "A multi-agency or multi agency meeting",
            [("multi-agency", "from many services"), ("multi agency", "from many services")],
        ),
        ("We plan with respect to you", [("with respect to", "about")]),
        ("The young person’s voice counts", [("young person’s voice", "what young people say")]),
    ],
)
def test_a_phrase_is_found_in_any_form(sentence: str, found: list[tuple[str, str]]) -> None:
    assert said(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "We help you.",
        "Ask the Care Quality Commission.",  # a name
        "The list is up to date.",
        "Do a work placement in a shop.",
        "Setting up a club is easy.",
        "I have a parking permit.",
        "Ring the front door bell.",
        "The recommencement-day",  # inside another word
    ],
)
def test_plain_words_and_names_are_left_alone(sentence: str) -> None:
    assert said(sentence) == []


def test_a_phrase_at_the_start_of_a_sentence_has_a_capital_and_is_found() -> None:
    assert said("Provision is planned.") == [("Provision", "help, support")]


def test_a_phrase_is_named_once_for_a_sentence() -> None:
    assert len(said("Provision and provision")) == 1
