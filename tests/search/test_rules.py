"""From what somebody typed to the terms that are looked for."""

import pytest

from localoffer.search.rules import LONGEST_QUESTION, LONGEST_TERM, MOST_TERMS, cleaned, terms_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("speech therapy", ["speech", "therapy"]),
        ("I need help for my child with autism", ["autism"]),
        ("OT", ["ot"]),
        ("the EP", ["ep"]),
        ("swimming swimming SWIMMING", ["swimming"]),
        ("children’s centre", ["centre"]),
        ("can't sleep", ["cant", "sleep"]),
        ("0-25, Year 7", ["0", "25", "year", "7"]),
        ("żółty café", ["żółty", "café"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_the_telling_words_are_looked_for(typed: str, terms: list[str]) -> None:
    assert terms_of(typed) == terms


@pytest.mark.parametrize("typed", ["who", "The", "what is it", "help"])
def test_words_that_say_nothing_count_when_there_is_nothing_else(typed: str) -> None:
    assert terms_of(typed) == typed.lower().split()


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\x00", '";--', "'''", "***", "()&|!:", "🙂", "_"])
def test_what_has_no_letter_or_figure_has_no_terms(typed: str) -> None:
    assert terms_of(typed) == []


@pytest.mark.parametrize("typed", ['"; DROP TABLE x; --', "<script>alert(1)</script>", "a\x00b* NEAR(c d)", "x:* & !y | 'z'"])
def test_nothing_but_letters_and_figures_reaches_the_index(typed: str) -> None:
    terms = terms_of(typed)
    assert terms
    assert all(term.isalnum() for term in terms)


def test_a_question_has_at_most_twelve_terms() -> None:
    words = [f"word{number}" for number in range(MOST_TERMS + 1)]
    assert terms_of(" ".join(words[:MOST_TERMS])) == words[:MOST_TERMS]
    assert terms_of(" ".join(words)) == words[:MOST_TERMS]


def test_a_term_is_cut_at_its_longest() -> None:
    assert terms_of("a" * LONGEST_TERM) == ["a" * LONGEST_TERM]
    assert terms_of("a" * (LONGEST_TERM + 1)) == ["a" * LONGEST_TERM]


def test_the_question_is_shown_again_in_one_line_without_control_characters() -> None:
    assert cleaned("  speech\n\ttherapy\x00in\x1b Oxford\u00a0now ") == "speech therapy in Oxford now"


@pytest.mark.parametrize(
    ("length", "kept"), [(LONGEST_QUESTION - 1, 199), (LONGEST_QUESTION, 200), (LONGEST_QUESTION + 1, 200), (2000, 200)]
)
def test_the_question_is_cut_at_two_hundred_characters(length: int, kept: int) -> None:
    assert len(cleaned("x" * length)) == kept
