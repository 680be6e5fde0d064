"""What the body of a page must have: headings in order, and nothing left empty."""

import pytest

from localoffer.blocks.rules import heading_problems, headings_in, is_empty, plain


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", ""),
        ("<p>You  can\n<b>ask</b>.</p>", "You can ask ."),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("Health &amp; care &lt;18", "Health & care <18"),
        ("<p>\xa0&nbsp;</p>", ""),
    ],
)
def test_the_words_of_html_are_what_people_read(html: str, words: str) -> None:
    assert plain(html) == words


def test_the_headings_of_html_are_found_in_order_with_their_levels() -> None:
    html = '<h2 id="a">Who</h2><p>You</p><H3>How\n<b>long</b></H3><header>No</header>'
    assert headings_in(html) == [(2, "Who"), (3, "How long")]


@pytest.mark.parametrize(
    "levels", [[], [2], [2, 2, 2], [2, 3, 4], [2, 3, 2, 3], [2, 3, 4, 2]], ids=lambda levels: "-".join(map(str, levels)) or "none"
)
def test_headings_that_go_down_one_by_one_are_in_order(levels: list[int]) -> None:
    assert heading_problems((level, "Words") for level in levels) == []


@pytest.mark.parametrize(("levels", "skipped", "before"), [([3], 3, 1), ([2, 4], 4, 2), ([2, 3, 2, 4], 4, 2)])
def test_a_heading_that_skips_a_level_is_named(levels: list[int], skipped: int, before: int) -> None:
    [sentence] = heading_problems((level, f"Words {number}") for number, level in enumerate(levels))
    assert f"“Words {len(levels) - 1}” is a heading {skipped}, but it comes after a heading {before}" in sentence
    assert f"Make it a heading {before + 1}" in sentence


def test_a_heading_without_words_is_told() -> None:
    assert heading_problems([(2, "")]) == ["There is a heading without words. Write some or remove it."]


@pytest.mark.parametrize("value", [None, "", " \n", [], "<p></p>", "<p> </p>", "<p>&nbsp;</p>"])
def test_nothing_and_html_without_words_is_empty(value: object) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["a", "<p>a</p>", 0, "0", 7, ["a"], False])
def test_words_figures_and_choices_are_not_empty(value: object) -> None:
    assert not is_empty(value)
