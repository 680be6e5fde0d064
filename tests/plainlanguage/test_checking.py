"""Checking a page: findings in reading order, each with its sentence, place and what to do."""

import time

import pytest

from localoffer.plainlanguage.checking import MOST_FINDINGS, Passage, check, say_instead
from localoffer.plainlanguage.choices import Matter
from localoffer.plainlanguage.registry import explains, known_terms
from localoffer.plainlanguage.rules import Figures, Limits, figures, like_what, over_limits, reading_age

LIMITS = Limits(grade=6, sentence=20)


def test_each_finding_has_its_sentence_its_place_and_what_to_do() -> None:
    page = [Passage("You can ask. It was agreed by us.", "Summary", "summary"), Passage("Ask the LA", "Part 1 (Text)", "body/7")]
    passive, letters = check(page, LIMITS).findings
    assert (passive.matter, passive.words, passive.sentence) == (Matter.PASSIVE, "was agreed", "It was agreed by us")
    assert (passive.place, passive.path) == ("Summary", "summary")
    assert "who does it" in passive.advice
    assert (letters.matter, letters.words, letters.path) == (Matter.LETTERS, "LA", "body/7")


def test_a_sentence_at_the_limit_is_right_and_one_word_more_is_long() -> None:
    right, long = " ".join(["word"] * 20), " ".join(["word"] * 21)
    assert check([Passage(right)], LIMITS).findings == ()
    [found] = check([Passage(long)], LIMITS).findings
    assert found.matter == Matter.LONG
    assert found.advice.startswith("21 words, and the limit is 20.")


def test_what_the_glossary_explains_is_no_finding() -> None:
    page = [Passage("You have an annual review")]
    assert [found.matter for found in check(page, LIMITS).findings] == [Matter.JARGON]
    assert check(page, LIMITS, {"annual review"}).findings == ()


def test_a_page_without_words_has_no_findings() -> None:
    checked = check([], LIMITS)
    assert (checked.findings, checked.number, checked.figures) == ((), 0, Figures(0, 0.0, 0.0, 0))


def test_more_findings_than_anybody_mends_are_counted_and_not_shown() -> None:
    checked = check([Passage("It was told. " * (MOST_FINDINGS + 5))], LIMITS)
    assert (len(checked.findings), checked.left_out, checked.number) == (MOST_FINDINGS, 5, MOST_FINDINGS + 5)


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "A" * 50_000, "is not " * 7_000, "A(" * 25_000, "\x00🌻 مرحبا " * 5_000, "aA" * 25_000]
)
def test_a_long_text_of_anything_takes_no_long_time(text: str) -> None:
    began = time.process_time()
    check([Passage(text)], LIMITS)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("plainer", "advice"),
    [
        ("start", "Say “start”."),
        ("help, support", "Say “help” or “support”."),
        ("(leave it out)", "Leave it out."),
    ],
)
def test_the_advice_offers_the_plainer_words(plainer: str, advice: str) -> None:
    assert say_instead(plainer) == advice


@pytest.mark.parametrize(("grade", "age"), [(-3.0, 5), (0.0, 5), (0.1, 6), (6.0, 11), (6.1, 12), (9.0, 14), (13.4, 19)])
def test_the_reading_age_is_five_more_than_the_grade_begun(grade: float, age: int) -> None:
    assert reading_age(grade) == age


def test_a_reading_age_is_said_by_what_else_has_it() -> None:
    assert like_what(11) == "like a text for the end of primary school"
    assert like_what(13) == "like a newspaper that many people read"
    assert like_what(40) == "like a law or an academic paper"


@pytest.mark.parametrize(
    ("found", "over"),
    [
        (Figures(30, 6.0, 10, 20), []),
        (Figures(30, 6.1, 10, 20), ["The reading age is 12. The limit is 11."]),
        (Figures(29, 30.0, 10, 20), []),  # of so few words a grade says nothing
        (Figures(30, 6.0, 10, 21), ["The longest sentence has 21 words. The limit is 20."]),
        (
            Figures(300, 16.0, 30, 60),
            ["The reading age is 21. The limit is 11.", "The longest sentence has 60 words. The limit is 20."],
        ),
    ],
)
def test_over_the_limits_is_said_on_both_sides_of_each(found: Figures, over: list[str]) -> None:
    assert over_limits(found, LIMITS) == over


def test_the_figures_of_a_text() -> None:
    assert figures("You can ask. We help.\nCome") == Figures(6, figures("You can ask. We help.\nCome").grade, 2.0, 3)


def test_a_glossary_says_which_words_it_explains(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("localoffer.plainlanguage.registry._explained", [])
    assert known_terms() == frozenset()
    explains(lambda: ["SENCO"])
    explains(lambda: {"EHC plan"})
    assert known_terms() == {"SENCO", "EHC plan"}
