"""Jargon and abbreviations that neither the glossary nor the text explains."""

import pytest

from localoffer.plainlanguage.jargon import MEANINGS, Reader


def unknown(text: str, *known: str) -> list[str]:
    return [found.words for found in Reader(text, known).unknown(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask the SENCO.", ["SENCO"]),
        ("The SENCOs and the DfE met an EP.", ["SENCO", "DfE", "EP"]),
        ("You have an annual review.", ["annual review"]),
        ("Two short breaks a year", ["short breaks"]),
        ("A part time timetable is no answer", ["part time timetable"]),
        ("The LA’s plan", ["LA"]),
    ],
)
def test_words_that_only_the_trade_knows_are_found(text: str, found: list[str]) -> None:
    assert unknown(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Talk to your GP or the NHS in the UK.",
        "The SENCO (the teacher who looks after help) can say.",
        "The special needs co-ordinator (SENCO) can say. Ask the SENCO.",
        "SENCO is short for a long name.",
        "The SEND Youth Forum met NHS England.",
        "COME AND SEE US",
        "Write to OFFER@example.org or see example.org/SENCO",
        "Meet in OX14 3AB at 10AM.",
        "I like it. A dog.",
    ],
)
def test_what_is_explained_well_known_or_a_name_is_left_alone(text: str) -> None:
    assert unknown(text) == []


def test_what_the_glossary_explains_is_left_alone_in_any_case_and_number() -> None:
    text = "EHC plans, a Key Worker and the SENCO"
    assert unknown(text) == ["Key Worker", "EHC", "SENCO"]
    assert unknown(text, "EHC plan", "key worker", "SENCO") == []


def test_a_word_is_named_the_first_time_only() -> None:
    reader = Reader("Ask the LA. The LA decides.", ())
    assert [found.words for found in reader.unknown("Ask the LA")] == ["LA"]
    assert reader.unknown("The LA decides") == []


def test_each_word_of_the_list_has_a_plain_meaning() -> None:
    assert len(MEANINGS) >= 60
    assert all(meaning for meaning in MEANINGS.values())
    [found] = Reader("", ()).unknown("Ask for a personal budget")
    assert found.meaning == "money for your help, and a say in how to spend it"
