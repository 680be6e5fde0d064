"""From a text to the stems that both databases hold."""

import pytest

from localoffer.search.stems import LONGEST_WORD, folded, has_stems, stem, stems_of, words_in

ENGLISH = "en-gb"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Speech & Language", ["speech", "language"]),
        ("children’s centre", ["children", "centre"]),
        ("Asperger's", ["asperger"]),
        ("won't", ["wont"]),
        ("drop-in", ["drop", "in"]),
        ("0-25", ["0", "25"]),
        ("Żółty ŁÓDŹ", ["zolty", "lodz"]),
        ("Ærø", ["aero"]),
        ("ＦＵＬＬ width ﬁn²", ["full", "width", "fin2"]),
        ("İstanbul Straße", ["istanbul", "strasse"]),
        ("أحمد مُدَرِّس", ["احمد", "مدرس"]),
        ("\x00🙂—…", []),
    ],
)
def test_words_are_letters_and_figures_without_accents_and_capitals(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_folding_twice_changes_nothing_more() -> None:
    text = "İstanbul ŁÓDŹ ſtraße ﬁ ² Ærø مدرسة Їжак"
    assert folded(folded(text)) == folded(text)


def test_a_word_is_cut_at_forty_letters() -> None:
    assert [len(word) for word in words_in("x" * LONGEST_WORD + " " + "y" * (LONGEST_WORD + 1))] == [LONGEST_WORD, LONGEST_WORD]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (ENGLISH, "swimming", "swim"),
        (ENGLISH, "therapies", "therapy"),
        (ENGLISH, "children", "child"),
        (ENGLISH, "wheelchairs", "wheelchair"),
        ("pl", "szkoly", "szkola"),
        ("pt", "terapias", "terapia"),
        ("ar", "المدرسة", "مدرسة"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


def test_sadly_is_not_about_being_sad() -> None:
    assert stem("sadly", ENGLISH) != stem("sadness", ENGLISH) == stem("sad", ENGLISH)


@pytest.mark.parametrize("language", ["uk", "ur", "xx", ""])
def test_a_language_without_stems_keeps_its_words(language: str) -> None:
    assert not has_stems(language)
    assert stem("swimming", language) == "swimming"


@pytest.mark.parametrize("word", ["ot", "ep", "a2b", "25", "x" * 40])
def test_short_words_and_figures_stay_as_they_are(word: str) -> None:
    assert stem(word, ENGLISH) == word


def test_words_that_only_join_are_left_out_so_that_phrases_meet() -> None:
    assert stems_of("Speech and language therapy", ENGLISH) == stems_of("the speech & language therapies", ENGLISH)
