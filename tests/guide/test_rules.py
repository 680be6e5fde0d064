"""The guide as plain data: following a path of answers, and what stands in the way of publishing."""

from typing import Any

import pytest

from localoffer.guide.rules import (
    LONGEST_PATH,
    Answer,
    Guide,
    Outcome,
    Question,
    Search,
    find_place,
    outcome_problems,
    question_problems,
    read_guide,
)


def question(name: str, *leads_to: str, **fields: Any) -> Question:
    """A question whose answers lead to parts of these names."""
    answers = tuple(Answer(f"To {there} ({number})", there) for number, there in enumerate(leads_to))
    return Question(name, f"The question {name}?", answers=answers, **fields)


def outcome(name: str, *searches: Search) -> Outcome:
    return Outcome(name, f"Help with {name}", searches=searches)


GUIDE = Guide((question("who", "age", "talk"), question("age", "talk", "sleep")), (outcome("talk"), outcome("sleep")))


def problems(guide: Guide, closed: set[int] | None = None) -> list[str]:
    return question_problems(guide, closed or set()) + outcome_problems(guide)


@pytest.mark.parametrize(("path", "here"), [("", "who"), ("1", "age"), ("2", "talk"), ("1.1", "talk"), ("1.2", "sleep")])
def test_a_path_leads_to_what_its_answers_say(path: str, here: str) -> None:
    place = find_place(GUIDE, path)
    assert place.here is not None
    assert (place.here.name, place.fits, place.path) == (here, True, path)


def test_each_step_knows_its_answer_and_the_path_before_it() -> None:
    place = find_place(GUIDE, "1.2")
    assert [(step.question.name, step.answer.words, step.before) for step in place.steps] == [
        ("who", "To age (0)", ""),
        ("age", "To sleep (1)", "1"),
    ]
    assert place.before == "1"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("3", ""),
        ("0", ""),
        ("-1", ""),
        ("1.3", "1"),
        ("1.1.1", "1.1"),
        ("1.", "1"),
        (".1", ""),
        ("1..1", "1"),
        ("01", ""),
        ("1x", ""),
        ("٢", ""),
        ("²", ""),
        ("\x00", ""),
        ("😀", ""),
        ("<b>", ""),
        ("9" * 2000, ""),
        ("1.1." * 500, "1.1"),
    ],
)
def test_of_a_path_that_does_not_fit_the_beginning_is_kept(path: str, kept: str) -> None:
    place = find_place(GUIDE, path)
    assert (place.path, place.fits) == (kept, False)


@pytest.mark.parametrize(("length", "fits"), [(LONGEST_PATH, True), (LONGEST_PATH + 1, False)])
def test_a_path_may_be_so_long(length: int, fits: bool) -> None:
    circle = Guide((question("round", *["round"] * 12),))  # only a draft goes round
    path = ("1." * LONGEST_PATH)[: length - 2] + ("12" if length % 2 == 0 else ".1")
    assert len(path) == length
    assert find_place(circle, path).fits is fits


def test_a_guide_without_questions_leads_nowhere() -> None:
    assert find_place(Guide(), "").here is None
    assert find_place(Guide(), "").fits
    assert not find_place(Guide(), "1").fits


def test_the_latest_answer_with_an_age_counts() -> None:
    first = Question("who", "Who?", answers=(Answer("Small", "age", age=1), Answer("Any", "age")))
    second = Question("age", "Age?", answers=(Answer("No matter", "talk"), Answer("Grown", "talk", age=4)))
    guide = Guide((first, second), (outcome("talk"),))
    assert [find_place(guide, path).age for path in ("", "1", "2", "1.1", "1.2", "2.1")] == [None, 1, None, 1, 4, None]


def test_capital_letters_and_spaces_in_names_do_not_matter() -> None:
    guide = Guide((question("who", " The  AGE", "talk"), question("the age", "talk", "Talk ")), (outcome("talk"),))
    assert problems(guide) == []
    assert find_place(guide, "1").here == guide.questions[1]


def test_a_whole_guide_has_no_problem() -> None:
    assert problems(GUIDE) == []


def test_a_guide_needs_a_question() -> None:
    assert question_problems(Guide(), set()) == ["Write at least one question."]


@pytest.mark.parametrize(("number", "wrong"), [(1, True), (2, False), (8, False), (9, True)])
def test_a_question_has_two_to_eight_answers(number: int, wrong: bool) -> None:
    guide = Guide((question("who", *["talk"] * number),), (outcome("talk"),))
    assert problems(guide) == ([f"Question “who” has {number} answers. Give it 2 to 8."] if wrong else [])


def test_an_answer_that_leads_to_nothing_there_is_named_with_the_name_that_was_meant() -> None:
    guide = Guide((question("who", "tallk", "zebra"), question("age", "talk", "talk")), (outcome("talk"),))
    found = problems(guide)
    assert "Question “who”, answer “To tallk (0)” leads to “tallk”, which is not there. Did you mean “talk”?" in found
    assert any(words.endswith("Use the short name of a question or of what could help.") for words in found)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("A"), "Question “who”, answer “A”: say what follows."),
        (Answer("A", "talk", page=3), "Question “who”, answer “A”: only one thing can follow."),
        (Answer("A", page=3, search="x"), "Question “who”, answer “A”: only one thing can follow."),
        (Answer("A", page=9), "Question “who”, answer “A” leads to a page that the public cannot see."),
    ],
)
def test_exactly_one_thing_follows_an_answer(answer: Answer, words: str) -> None:
    guide = Guide((Question("who", "Who?", answers=(answer, Answer("B", "talk"))),), (outcome("talk"),))
    (found,) = problems(guide, {9})
    assert found.startswith(words)


@pytest.mark.parametrize("answer", [Answer("A", page=3), Answer("A", search="club"), Answer("A", "talk")])
def test_a_page_a_search_or_a_name_may_follow(answer: Answer) -> None:
    guide = Guide((Question("who", "Who?", answers=(answer, Answer("B", "talk"))),), (outcome("talk"),))
    assert problems(guide, {9}) == []


def test_two_answers_with_the_same_words_are_told() -> None:
    guide = Guide((Question("who", "Who?", answers=(Answer("Me", "talk"), Answer("me ", "talk"))),), (outcome("talk"),))
    assert problems(guide) == ["Question “who”: two answers have the same words. Change one of them."]


@pytest.mark.parametrize(
    ("questions", "circle"),
    [
        ((question("who", "who", "talk"),), "“who” → “who”"),
        ((question("who", "age", "talk"), question("age", "who", "talk")), "“who” → “age” → “who”"),
        (
            (question("who", "age", "talk"), question("age", "plan", "talk"), question("plan", "talk", "age")),
            "“age” → “plan” → “age”",
        ),
    ],
)
def test_a_circle_is_named(questions: tuple[Question, ...], circle: str) -> None:
    assert problems(Guide(questions, (outcome("talk"),))) == [
        f"The questions go round in a circle: {circle}. Let one of the answers lead somewhere else."
    ]


def test_two_ways_to_the_same_question_are_no_circle() -> None:
    guide = Guide(
        (question("who", "age", "plan"), question("age", "plan", "talk"), question("plan", "talk", "talk")), (outcome("talk"),)
    )
    assert problems(guide) == []


def test_parts_that_nobody_reaches_are_named() -> None:
    guide = Guide(
        (question("who", "talk", "talk"), question("lost", "deep", "talk"), question("deep", "talk", "talk")),
        (outcome("talk"), outcome("sleep")),
    )
    assert question_problems(guide, set()) == [
        "Question “lost”: no answer leads to it. Let an answer lead to “lost”, or remove it.",
        "Question “deep”: no answer leads to it. Let an answer lead to “deep”, or remove it.",
    ]
    assert outcome_problems(guide) == ["“sleep”: no answer leads to it. Let an answer lead to “sleep”, or remove it."]


def test_a_name_that_two_parts_have_is_told_once() -> None:
    guide = Guide((question("who", "talk", "talk"),), (outcome("talk"), outcome("Talk")))
    assert question_problems(guide, set()) == [
        "Two parts of the guide have the short name “Talk”. Give one of them another name."
    ]


def test_a_search_must_look_for_something() -> None:
    guide = Guide((question("who", "talk", "talk"),), (outcome("talk", Search("Clubs"), Search("Sleep", need=1)),))
    assert outcome_problems(guide) == ["“talk”: the search “Clubs” looks for nothing. Give it words, a topic, a need or an age."]


def test_an_unfinished_draft_can_be_read() -> None:
    assert read_guide([{"type": "question", "value": None}], [{"type": "outcome", "value": {}}]) == Guide(
        (Question("", ""),), (Outcome("", ""),)
    )


@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: {"type": "item", "value": value, "id": "1"}])
def test_lists_are_read_in_both_shapes_and_without_what_was_left_empty(wrap: Any) -> None:
    raw = [{"type": "outcome", "value": {"name": " talk ", "services": [wrap(3), wrap(None), wrap(4)], "pages": [wrap(None)]}}]
    assert read_guide([], raw).outcomes == (Outcome("talk", "", services=(3, 4)),)
