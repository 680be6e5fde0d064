"""From what somebody typed to the terms that are looked for."""

import pytest

from localoffer.search.rules import (
    LONGEST_QUESTION,
    LONGEST_TERM,
    LONGEST_UNMET,
    MOST_TERMS,
    cleaned,
    groups_terms,
    terms_of,
    unmet_question,
    without_age,
)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("speech therapy", ["speech", "therapy"]),
        ("I need help for my child with autism", ["autism"]),
        ("OT", ["ot"]),
        ("the EP", ["ep"]),
        ("swimming swimming SWIMMING", ["swimming"]),
        ("children’s centre", ["centre"]),
        ("can't sleep", ["sleep"]),
        ("won’t go to school", ["school"]),
        ("really looking for a PA", ["pa"]),
        ("0-25, Year 7", ["0", "25", "year", "7"]),
        ("żółty café", ["zolty", "cafe"]),
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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Horse riding!", "horse riding"),
        ("riding near OX4 1AB", "riding near"),
        ("riding OX4", "riding"),
        ("riding ox41ab", "riding"),
        ("riding SW1A 1AA", "riding"),
        ("riding zz9 9zz", "riding"),
        ("ks2 maths", "ks2 maths"),
        ("post16 college", "post16 college"),
        ("call 01632 960123 riding", "call riding"),
        ("riding 12345", "riding"),
        ("riding 1234", "riding 1234"),
        ("year 7 maths", "year 7 maths"),
        ("riding a.person@example.org", "riding"),
        ("see https://example.org/a riding", "see riding"),
        ("Mrs Example riding", "riding"),
        ("riding with Dr. Example", "riding with"),
        ("my son is called Example riding", "my son is riding"),
    ],
)
def test_nothing_that_points_at_a_person_is_kept_of_an_unmet_search(typed: str, kept: str) -> None:
    assert unmet_question(typed) == kept


@pytest.mark.parametrize("typed", ["", "the", "OX4 1AB", "a.person@example.org", "\x00", "🙂", "01632 960123"])
def test_a_question_of_which_nothing_is_left_is_not_kept(typed: str) -> None:
    assert unmet_question(typed) == ""


def test_an_unmet_search_is_cut_between_words() -> None:
    words = " ".join(["abcdefghi"] * 10)
    assert unmet_question(words) == words
    assert len(words) == LONGEST_UNMET - 1
    assert unmet_question(f"{words} more") == words


@pytest.mark.parametrize("text", ["OT, occupational  therapy,,OT", "OT\n occupational therapy ", "OT; occupational therapy\r\n"])
def test_the_terms_of_a_group_stand_on_lines_or_between_commas_each_once(text: str) -> None:
    assert groups_terms(text) == ["OT", "occupational therapy"]


@pytest.mark.parametrize(
    ("question", "rest", "age"),
    [
        ("nappies for my 6 year old", "nappies for my", 6),
        ("my 3-year-old is not talking", "my is not talking", 3),
        ("club aged 12", "club", 12),
        ("sleep 4yo", "sleep", 4),
        ("talking 18 months old", "talking", 1),
        ("year 6 tutor", "year 6 tutor", None),
        ("16 plus college", "16 plus college", None),
        ("6 year old", "6 year old", None),
        ("ages ago", "ages ago", None),
    ],
)
def test_an_age_is_for_whom_and_not_what_is_looked_for(question: str, rest: str, age: int | None) -> None:
    assert without_age(question) == (rest, age)
