"""When two listings could be the same service."""

import pytest

from localoffer.directory.likeness import (
    NEARLY_NAME,
    SAME_NAME,
    SAME_PHONE,
    SAME_PLACE,
    figures,
    folded,
    known,
    strength,
    why_alike,
)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("The Café & Club", "cafe club"), ("  KICK-OFF  ", "kick off"), ("The", "the"), ("", ""), ("🎈", "")],
)
def test_names_are_compared_without_capitals_accents_marks_and_small_words(name: str, plain: str) -> None:
    assert folded(name) == plain


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("01632 960 123", "01632960123"),
        ("+44 (0)1632 960123", "01632960123"),
        ("+44 1632 960123", "01632960123"),
        ("0044 1632 960123", "01632960123"),
        ("text us", ""),
    ],
)
def test_telephones_are_compared_as_they_are_dialled(phone: str, dialled: str) -> None:
    assert figures(phone) == dialled


def test_the_same_name_is_said_and_not_also_that_it_is_nearly_the_same() -> None:
    assert why_alike(known(["Kick On Football"]), known(["kick on football"])) == (SAME_NAME,)


def test_a_letter_more_is_nearly_the_same_name() -> None:
    assert why_alike(known(["Riverside Saturday Club"]), known(["Riverside Saturdays Club"])) == (NEARLY_NAME,)


def test_names_with_one_word_in_common_are_other_services() -> None:
    assert why_alike(known(["Riverside Saturday Club"]), known(["Hilltop Saturday Swimming"])) == ()


def test_other_names_are_compared_too() -> None:
    assert why_alike(known(["CAMHS"]), known(["Child mental health team", "CAMHS"])) == (SAME_NAME,)


def test_the_same_telephone_written_otherwise_is_found() -> None:
    assert why_alike(known(["A"], ["01632 960123"]), known(["B"], ["+44 1632 960123"])) == (SAME_PHONE,)


def test_999_is_nobodys_own_number() -> None:
    assert why_alike(known(["A"], ["999"]), known(["B"], ["999"])) == ()


def test_a_postcode_counts_only_with_a_similar_name() -> None:
    hall = ["OX14 3EX"]
    assert why_alike(known(["Saturday Club"], postcodes=hall), known(["Abbey Saturday Club"], postcodes=["ox143ex"])) == (
        SAME_PLACE,
    )
    assert why_alike(known(["Saturday Club"], postcodes=hall), known(["Talking Together"], postcodes=hall)) == ()


def test_a_name_says_more_than_a_telephone_and_two_reasons_more_than_one() -> None:
    order = [(SAME_NAME, SAME_PHONE), (SAME_NAME,), (NEARLY_NAME,), (SAME_PLACE,), (SAME_PHONE,), ()]
    assert sorted(order, key=strength) == order
