import pytest

from youth.rules import WORDS_A_MINUTE, minutes_to_read


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 0), (1, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2), (WORDS_A_MINUTE * 3, 3)]
)
def test_a_page_takes_whole_minutes_to_read(words: int, minutes: int) -> None:
    assert minutes_to_read("word " * words) == minutes
