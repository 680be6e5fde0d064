"""Which known word was meant by an unknown one."""

import pytest

from localoffer.search.spelling import Correction, Vocabulary, most_edits, sound_of

WORDS = {"autism": 50, "speech": 40, "therapy": 30, "dyslexia": 9, "occupational": 8, "physio": 5, "path": 3, "bath": 9, "ot": 9}


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary([(word, word, uses) for word, uses in WORDS.items()], more=["camhs", "respite"])


@pytest.mark.parametrize(("letters", "edits"), [(3, 0), (4, 1), (5, 1), (6, 2), (8, 2), (9, 3), (40, 3)])
def test_longer_words_may_have_more_wrong_letters(letters: int, edits: int) -> None:
    assert most_edits(letters) == edits


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("autsim", "autism"),
        ("speach", "speech"),
        ("dislexia", "dyslexia"),
        ("theropy", "therapy"),
        ("occupashunal", "occupational"),
        ("fizio", "physio"),
        ("camsh", "camhs"),
        ("respyte", "respite"),
        ("bahth", "bath"),
    ],
)
def test_near_words_and_words_that_sound_alike_are_sure(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.correct(typed) == Correction(typed, meant, sure=True)


@pytest.mark.parametrize(("typed", "meant"), [("aotisn", "autism"), ("xath", "bath"), ("ocupatiomel", "occupational")])
def test_far_words_are_doubtful(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.correct(typed) == Correction(typed, meant, sure=False)


@pytest.mark.parametrize("typed", ["zzyzx", "otx", "au", "autism1", "12345", "x" * 40, ""])
def test_what_is_too_far_too_short_or_has_figures_is_left(vocabulary: Vocabulary, typed: str) -> None:
    assert vocabulary.correct(typed) is None


def test_of_two_that_are_equally_near_the_more_used_one_is_meant(vocabulary: Vocabulary) -> None:
    found = vocabulary.correct("dath")
    assert found is not None
    assert found.meant == "bath"


def test_two_words_written_as_one_are_parted(vocabulary: Vocabulary) -> None:
    assert vocabulary.correct("speechtherapy") == Correction("speechtherapy", "speech therapy", sure=True)


@pytest.mark.parametrize(("start", "begins"), [("aut", True), ("au", False), ("autisms", False), ("camh", True), ("zzz", False)])
def test_three_letters_are_a_beginning(vocabulary: Vocabulary, start: str, begins: bool) -> None:
    assert vocabulary.begins(start) is begins


def test_the_uses_of_a_beginning_are_those_of_its_most_used_word(vocabulary: Vocabulary) -> None:
    assert vocabulary.uses_of("auti", beginning=True) == WORDS["autism"]
    assert vocabulary.uses_of("auti") == 0
    assert vocabulary.uses_of("zzz", beginning=True) == 0


@pytest.mark.parametrize(
    ("one", "other"), [("fizio", "physio"), ("skool", "school"), ("nurcery", "nursery"), ("attenshun", "attention")]
)
def test_words_that_sound_alike_have_one_key(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


def test_an_empty_vocabulary_knows_and_corrects_nothing() -> None:
    nothing = Vocabulary([])
    assert not nothing.begins("aut")
    assert not nothing.knows("autism", "autism")
    assert nothing.correct("autism") is None
