"""How hard a text is to read: sentences, syllables, the grade."""

import pytest

from localoffer.plainlanguage.rules import long_sentences, reading_grade, sentences, syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   \n\n ", []),
        ("You can ask. We answer!", ["You can ask", "We answer"]),
        ("Who can ask? You", ["Who can ask", "You"]),
        ("A heading\nA line below it", ["A heading", "A line below it"]),
        ("It costs £4.50 a session.", ["It costs £4.50 a session"]),
        ("... 12. 40%", []),
    ],
)
def test_sentences_end_at_full_stops_and_at_the_ends_of_lines(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("help", 1),
        ("you", 1),
        ("the", 1),
        ("make", 1),
        ("table", 2),
        ("helped", 1),
        ("wanted", 2),
        ("houses", 2),
        ("likes", 1),
        ("children", 2),
        ("education", 4),
        ("council’s", 2),
        ("HELP", 1),
        ("nth", 1),
    ],
)
def test_a_word_has_about_as_many_syllables_as_people_say(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_text_without_words_has_grade_nought() -> None:
    assert reading_grade("") == 0.0
    assert reading_grade("12 % 40") == 0.0


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words in 1 sentence, 7 syllables ("The cat sat on a table"): 0.39 x 6 + 11.8 x 7 / 6 - 15.59
    assert reading_grade("The cat sat on a table.") == 0.5


def test_a_plain_text_has_a_lower_grade_than_an_official_one() -> None:
    plain = "You can ask for help. We will ring you back the same week."
    official = (
        "Applications for consideration of additional educational provision necessitate comprehensive "
        "documentation demonstrating significant developmental difficulties."
    )
    assert reading_grade(plain) < 6 < 12 < reading_grade(official)


def test_a_sentence_of_25_words_is_plain_and_one_of_26_is_long() -> None:
    right = " ".join(["word"] * 25) + "."
    long = " ".join(["word"] * 26) + "."
    assert long_sentences(right) == []
    assert long_sentences(f"{right} {long} Short.") == [long.rstrip(".")]


def test_the_limit_can_be_another() -> None:
    assert long_sentences("One two three. One two.", limit=2) == ["One two three"]
