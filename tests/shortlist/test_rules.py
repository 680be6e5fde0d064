"""What is read out of a shortlist's address, and what is made of it."""

import pytest

from localoffer.shortlist.rules import LARGEST_NUMBER, MOST, asked_for, joined, moved_up, with_one, without


@pytest.mark.parametrize(
    ("values", "ids"),
    [
        ([], ()),
        ([""], ()),
        (["12"], (12,)),
        (["12-45-78"], (12, 45, 78)),
        (["78-12"], (78, 12)),
        (["12-12-45-12"], (12, 45)),
        (["012-12"], (12,)),
        (["12", "45", "12"], (12, 45)),
        (["12-", "-45"], (12, 45)),
        (["12,45 78."], (12, 45, 78)),
        (["12--45"], (12, 45)),
        (["<12-45>)"], (12, 45)),
        (["-,. "], ()),
    ],
)
def test_numbers_are_read_in_their_order_each_once(values: list[str], ids: tuple[int, ...]) -> None:
    asked = asked_for(values)
    assert asked.ids == ids
    assert (asked.beyond, asked.unread) == (0, 0)


@pytest.mark.parametrize(
    ("value", "ids", "unread"),
    [
        ("abc", (), 1),
        ("12-abc-45", (12, 45), 1),
        ("12-\x00-45", (12, 45), 0),
        ("0", (), 1),
        ("٣", (), 1),
        ("²", (), 1),
        ("1_000", (), 1),
        (str(LARGEST_NUMBER), (LARGEST_NUMBER,), 0),
        (str(LARGEST_NUMBER + 1), (), 1),
        ("9" * 5000, (), 1),
        ("🙂", (), 1),
        ("12🙂", (), 1),
        ("<b>12</b>", (12,), 2),
        ("x-x-x", (), 1),
    ],
)
def test_what_is_no_number_of_a_page_is_counted_and_left_out(value: str, ids: tuple[int, ...], unread: int) -> None:
    asked = asked_for([value])
    assert (asked.ids, asked.unread) == (ids, unread)


@pytest.mark.parametrize(
    ("number", "kept", "beyond"), [(MOST - 1, MOST - 1, 0), (MOST, MOST, 0), (MOST + 1, MOST, 1), (5000, MOST, 4970)]
)
def test_a_list_holds_thirty_and_says_how_many_more_there_were(number: int, kept: int, beyond: int) -> None:
    asked = asked_for([joined(range(1, number + 1))])
    assert asked.ids == tuple(range(1, kept + 1))
    assert asked.beyond == beyond
    assert asked.number == number


def test_a_number_that_is_repeated_does_not_fill_the_list() -> None:
    assert asked_for(["-".join(["7"] * 5000 + ["8"])]).ids == (7, 8)


def test_fewer_may_be_allowed() -> None:
    asked = asked_for(["1", "2", "3", "4"], most=3)
    assert (asked.ids, asked.beyond) == ((1, 2, 3), 1)


def test_what_was_typed_is_kept_in_one_line_without_control_characters() -> None:
    assert asked_for([" 12-<b>\n45\x00 ", "", "tea"]).typed == "12-<b> 45-tea"


def test_what_is_joined_is_read_again() -> None:
    assert joined([]) == ""
    assert joined([78, 12]) == "78-12"
    assert asked_for([joined([78, 12])]).ids == (78, 12)


def test_a_service_is_added_once_and_at_the_end() -> None:
    assert with_one([12, 45], 78) == [12, 45, 78]
    assert with_one([12, 45], 12) == [12, 45]


def test_a_service_is_taken_off_and_one_that_is_not_there_changes_nothing() -> None:
    assert without([12, 45, 78], 45) == [12, 78]
    assert without([12], 99) == [12]


@pytest.mark.parametrize(("number", "after"), [(12, [12, 45, 78]), (45, [45, 12, 78]), (78, [12, 78, 45]), (99, [12, 45, 78])])
def test_a_service_moves_up_by_one_place_and_the_first_stays(number: int, after: list[int]) -> None:
    before = [12, 45, 78]
    assert moved_up(before, number) == after
    assert before == [12, 45, 78]
