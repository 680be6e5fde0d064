"""What holds for young people's posts: openings, stages, kinds of recordings."""

import pytest

from youth import rules
from youth.choices import Stage
from youth.rules import WORDS_A_MINUTE, minutes_to_read


def test_an_opening_takes_whole_sentences() -> None:
    words = "One is short. " + "Two is " + "very " * 40 + "long. Three."
    assert rules.opening(words) == "One is short."


def test_an_opening_that_is_one_long_sentence_ends_at_a_word() -> None:
    said = rules.opening("word " * 100)
    assert said.endswith("word…")
    assert len(said) <= rules.OPENING_LONGEST


def test_a_short_text_is_its_own_opening() -> None:
    assert rules.opening(" Hello\n\nyou ") == "Hello you"
    assert rules.opening("") == ""


STAGES = [
    ({}, Stage.WRITING),
    ({"in_workflow": True}, Stage.WAITING),
    ({"in_workflow": True, "has_reader": True}, Stage.READING),
    ({"sent_back": True}, Stage.SENT_BACK),
    ({"live": True, "was_public": True}, Stage.PUBLIC),
    ({"live": True, "was_public": True, "in_workflow": True}, Stage.WAITING),
    ({"was_public": True}, Stage.TAKEN_DOWN),
]


@pytest.mark.parametrize(("facts", "stage"), STAGES)
def test_the_stage_of_a_post(facts: dict[str, bool], stage: Stage) -> None:
    nothing = dict.fromkeys(("live", "was_public", "in_workflow", "sent_back", "has_reader"), False)
    assert rules.stage_of(**(nothing | facts)) is stage


@pytest.mark.parametrize("stage", Stage)
def test_the_writer_may_change_it_only_before_it_is_sent_and_when_it_came_back(stage: Stage) -> None:
    assert rules.is_with_the_writer(stage) is (stage in (Stage.WRITING, Stage.SENT_BACK))


RECORDINGS = [
    (b"ID3\x04rest", "audio"),
    (b"\xff\xfb\x90\x00", "audio"),
    (b"\x00\x00\x00\x20ftypM4A \x00", "audio"),
    (b"\x00\x00\x00\x20ftypisom\x00", "video"),
    (b"\x1a\x45\xdf\xa3rest", "video"),
    (b"<html><script>", ""),
    (b"\xff\xd8\xff\xe0JFIF", ""),  # a JPEG picture
    (b"MZ\x90\x00", ""),
    (b"", ""),
]


@pytest.mark.parametrize(("start", "kind"), RECORDINGS)
def test_a_recording_is_known_by_its_first_bytes(start: bytes, kind: str) -> None:
    assert rules.kind_of_recording(start) == kind


def test_a_fingerprint_changes_with_each_part() -> None:
    assert rules.fingerprint(["a", "bc"]) == rules.fingerprint(["a", "bc"])
    assert rules.fingerprint(["a", "bc"]) != rules.fingerprint(["ab", "c"])


def test_a_post_needs_a_title_and_words() -> None:
    assert set(rules.missing(title=" ", words="")) == {"title", "words"}
    assert rules.missing(title="A", words="B") == {}


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 0), (1, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2), (WORDS_A_MINUTE * 3, 3)]
)
def test_a_page_takes_whole_minutes_to_read(words: int, minutes: int) -> None:
    assert minutes_to_read("word " * words) == minutes
