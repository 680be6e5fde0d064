"""Pasted text becomes the parts of a post."""

from datetime import date

import pytest

from blog.word import NOTHING, WordRefused, read_text
from tests.blog.word_files import USUAL


def test_pasted_text_gets_its_title_author_day_headings_and_lists() -> None:
    reading = read_text(
        f"News and blogs\r\n\r\n{USUAL}\r\n\r\nHello & welcome.\r\n\r\nChair’s remarks\r\n\r\nWe met.\r\n\r\n"
        "  • One thing\r\n  • Another\r\n\r\n  1. First\r\n  2. Second\r\n"
    )
    assert (reading.title, reading.author, reading.day) == (USUAL, "Alex Morgan (example)", date(2024, 3, 27))
    assert list(reading.parts) == [
        "<p>Hello &amp; welcome.</p>",
        "<h2>Chair’s remarks</h2><p>We met.</p><ul><li>One thing</li><li>Another</li></ul><ol><li>First</li><li>Second</li></ol>",
    ]
    assert reading.notes.left_out == ["“News and blogs”, which stood above the title."]


def test_a_short_last_line_is_a_signature_and_no_heading() -> None:
    assert read_text("A title\nHello.\nAlex Morgan").parts == ("<p>Hello.</p><p>Alex Morgan</p>",)


def test_pasted_html_is_only_words() -> None:
    assert read_text("A title\n<img src=x onerror=alert(1)>.").parts == ("<p>&lt;img src=x onerror=alert(1)&gt;.</p>",)


def test_characters_that_nobody_sees_are_taken_out() -> None:
    assert read_text("A title\nHel\x0blo\x1b\ufeff.").parts == ("<p>Hello.</p>",)


@pytest.mark.parametrize("text", ["", " \r\n\t ", "\ufeff\u200b"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(WordRefused, match=NOTHING[:20]):
        read_text(text)
