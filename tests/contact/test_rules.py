"""Words that suggest danger: found with small mistakes, and not found where they are other words."""

import pytest

from localoffer.contact.rules import danger_in, entries, entry_problem, segments
from youth.choices import STARTER_DANGER_WORDS

LISTED = ["suicid*", "kill myself", "want to die", "rape", "self harm*", "hits me", "not safe", "overdos*"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I want to kill myself", "kill myself"),
        ("I WANT TO KILL MYSELF!!!", "kill myself"),
        ("i wanna kil myself", "kill myself"),
        ("killmyself", "kill myself"),
        ("kill my self", "kill myself"),
        ("klil myself", "kill myself"),
        ("kiiiill myself", "kill myself"),
        ("k i l l myself", "kill myself"),
        ("kill, myself", "kill myself"),
        ("kíll mysélf", "kill myself"),
        ("I feel suicidal", "suicid*"),
        ("he talks of suicide", "suicid*"),
        ("sucidal", "suicid*"),
        ("I wnat to die", "want to die"),
        ("she was raped? rape", "rape"),
        ("I self-harm", "self harm*"),
        ("selfharming", "self harm*"),
        ("my dad hit's me. He hits me", "hits me"),
        ("I am\nnot\nsafe", "not safe"),
        ("she took an overdose", "overdos*"),
        ("overdoze", "overdos*"),
    ],
)
def test_danger_is_found_also_with_typing_errors(text: str, found: str) -> None:
    assert found in danger_in(text, LISTED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🙂🙂",
        "I want to dive",
        "I scraped my knee",
        "grapes",
        "I rapped a song",
        "a suitcase",
        "the bus hit a wall",
        "Is the club safe?",
        "I made it myself",
        "مرحبا كيف حالك",
    ],
)
def test_other_words_raise_no_alarm(text: str) -> None:
    assert danger_in(text, LISTED) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("suicid", True), ("suicde", True), ("scde", False), ("rap", False), ("hit me", False), ("hits me", True)],
)
def test_longer_words_forgive_a_mistake_and_short_ones_do_not(text: str, is_found: bool) -> None:
    assert bool(danger_in(text, LISTED)) is is_found


def test_without_a_star_a_word_is_whole_and_with_one_it_may_have_any_ending() -> None:
    assert danger_in("stabbing stable", ["stab"]) == []
    assert danger_in("stabbing", ["stab*"]) == ["stab*"]


def test_danger_at_the_end_of_the_longest_message_is_found() -> None:
    assert danger_in("bus " * 1245 + "I want to die", LISTED) == ["want to die"]


def test_fifty_thousand_letters_take_little_time_and_no_harm() -> None:
    assert danger_in("a b " * 12_500, entries(STARTER_DANGER_WORDS)) == []


def test_the_list_has_an_entry_a_line_and_notes_begin_with_a_cross() -> None:
    assert entries("# a note\n\n kill me \nsuicid*\n") == ["kill me", "suicid*"]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("kill me", ""),
        ("rape", ""),
        ("stab*", ""),
        ("die*", "too short for a star"),
        ("*", "no letters"),
        ("!?", "no letters"),
        ("x" * 60, ""),
        ("xy" * 31, "too long"),
    ],
)
def test_an_entry_that_cannot_work_is_explained(entry: str, why: str) -> None:
    assert why in entry_problem(entry)
    assert bool(entry_problem(entry)) is bool(why)


def test_every_entry_of_the_starter_list_can_work_and_finds_itself() -> None:
    listed = entries(STARTER_DANGER_WORDS)
    assert len(listed) >= 60
    assert [entry_problem(entry) for entry in listed if entry_problem(entry)] == []
    assert [entry for entry in listed if entry not in danger_in(f"and then {entry.rstrip('*')} today", listed)] == []


@pytest.mark.parametrize(
    ("text", "found", "parts"),
    [
        ("Hello", [], [("Hello", False)]),
        ("", ["Jo Smith"], []),
        ("I am Jo\nSmith, 12", ["Jo Smith"], [("I am ", False), ("Jo\nSmith", True), (", 12", False)]),
        ("Jo Smith", ["Jo", "Jo Smith"], [("Jo Smith", True)]),
    ],
)
def test_a_text_is_parted_without_losing_a_letter(text: str, found: list[str], parts: list[tuple[str, bool]]) -> None:
    assert segments(text, found) == parts
    assert "".join(part for part, _ in segments(text, found)) == text
