"""What a visitor typed becomes plain text, and nothing of what they meant is lost."""

import pytest

from localoffer.contact.forms import LONGEST_WORDS, CommentForm, ComplaintForm, MessageForm, ProblemForm, plain_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Hello", "Hello"),
        ("  Hello \n", "Hello"),
        ("One\r\nTwo\n\nThree\tFour", "One\nTwo\n\nThree\tFour"),
        ("One\rTwo", "One\nTwo"),
        ("<b>Bold</b> and <i>more", "Bold and more"),
        ("<script>alert(1)</script>Hi", "alert(1)Hi"),
        ("<p></p>", ""),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3"),
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("two\u00a0words", "two words"),
        ("left\u202eright\u200b", "leftright"),
        ("Siân’s café, żółty, مدرسة, 🙂", "Siân’s café, żółty, مدرسة, 🙂"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("&#8238;sneaky&#0;", "sneaky\ufffd"),
        ("", ""),
    ],
)
def test_markup_and_control_characters_go_and_the_words_stay(typed: str, kept: str) -> None:
    assert plain_text(typed) == kept


def test_cleaning_twice_gives_the_same() -> None:
    once = plain_text("Fish & chips < £5\u00a0<b>today</b>")
    assert plain_text(once) == once


@pytest.mark.parametrize("typed", ["", "   ", "<b></b>", "\x00", "\u200b"])
def test_a_message_without_words_is_refused_with_what_to_do(typed: str) -> None:
    form = MessageForm({"words": typed})
    assert not form.is_valid()
    assert form.error_list == [("id_words", "Write your message.")]


@pytest.mark.parametrize(("length", "valid"), [(LONGEST_WORDS - 1, True), (LONGEST_WORDS, True), (LONGEST_WORDS + 1, False)])
def test_a_message_has_at_most_five_thousand_letters(length: int, valid: bool) -> None:
    form = MessageForm({"words": "x" * length})
    assert form.is_valid() is valid
    if not valid:
        assert form.error_list == [("id_words", "Your message has 5001 letters. Shorten it to 5000.")]


@pytest.mark.parametrize(("length", "valid"), [(100, True), (101, False)])
def test_a_name_has_at_most_a_hundred_letters(length: int, valid: bool) -> None:
    assert MessageForm({"words": "Hello", "name": "n" * length}).is_valid() is valid


@pytest.mark.parametrize("email", ["nonsense", "a@b", "a b@example.org", "@example.org"])
def test_an_email_address_that_cannot_be_is_refused_with_an_example(email: str) -> None:
    form = MessageForm({"words": "Hello", "email": email})
    assert form.error_list == [("id_email", "Write the e-mail address in full, like name@example.org.")]


def test_all_that_is_wrong_is_listed_at_once_in_the_order_of_the_fields() -> None:
    form = MessageForm({"words": "", "name": "n" * 101, "email": "x"})
    assert [target for target, _ in form.error_list] == ["id_words", "id_name", "id_email"]


def test_a_wrong_field_says_so_to_screen_readers_and_a_right_one_does_not() -> None:
    form = MessageForm({"words": "", "email": "me@example.org"})
    assert form.fields["words"].widget.attrs["aria-invalid"] == "true"
    assert form.fields["words"].widget.attrs["aria-describedby"].split() == ["id_words-hint", "id_words-error"]
    assert "aria-invalid" not in form.fields["email"].widget.attrs
    assert form.fields["email"].widget.attrs["aria-describedby"] == "id_email-hint"


@pytest.mark.parametrize(("trap", "caught"), [("", False), ("http://example.org", True)])
def test_only_a_program_fills_the_hidden_field(trap: str, caught: bool) -> None:
    form = MessageForm({"words": "Hello", "trap": trap})
    assert form.is_trap is caught
    assert "trap" not in [bound.name for bound in form.shown_fields]


def test_each_form_asks_its_own_question() -> None:
    questions = {str(form().fields["words"].label) for form in (MessageForm, ProblemForm, CommentForm, ComplaintForm)}
    assert len(questions) == 4


@pytest.mark.parametrize(
    "typed",
    [
        "Jane <jane@example.org> said so",
        "email <a@example.org> please",
        "see <https://example.org/a?b=1&c=2>",
        "<!-- all of my words",
        "it costs < £5 and > £2",
        "a <b",
        "I love you <3",
        "<unknown>tag</unknown>",
    ],
)
def test_nothing_that_is_no_tag_is_lost(typed: str) -> None:
    assert plain_text(typed) == typed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("<b>bold</b>", "bold"), ("<BR/>line", "line"), ("<a href='x'>link</a>", "link"), ("<script src=x></script>hello", "hello")],
)
def test_tags_go_and_their_words_stay(typed: str, kept: str) -> None:
    assert plain_text(typed) == kept
