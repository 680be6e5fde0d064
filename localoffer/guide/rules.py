"""The guide as plain data: reading it along a path of answers, and what it needs before the public may see it.

Problems are sentences for the editor: which question, and what to do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

FEWEST_ANSWERS, MOST_ANSWERS = 2, 8
LONGEST_PATH = 100  # letters of a visitor's path that are looked at
NUMBER = re.compile(r"[1-9][0-9]?")


@dataclass(frozen=True)
class Answer:
    """What a visitor can choose, and what follows: the part of the guide of that name, else a page, else a search."""

    words: str
    leads_to: str = ""
    page: int | None = None
    search: str = ""
    age: int | None = None  # the age stage that later searches keep to

    @property
    def ways(self) -> int:
        """How many things follow; one is right."""
        return sum(map(bool, (self.leads_to, self.page, self.search)))


@dataclass(frozen=True)
class Question:
    name: str
    title: str
    hint: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Search:
    """A link into the directory: its words, and the ids of the terms that narrow it."""

    label: str
    words: str = ""
    topic: int | None = None
    need: int | None = None
    age: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What could help: a few sentences (HTML), and the ids of services and pages."""

    name: str
    title: str
    text: str = ""
    urgent: bool = False  # the numbers for help at once come first
    services: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    searches: tuple[Search, ...] = ()


@dataclass(frozen=True)
class Guide:
    questions: tuple[Question, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    @property
    def parts(self) -> list[Question | Outcome]:
        return [*self.questions, *self.outcomes]

    def named(self, name: str) -> Question | Outcome | None:
        """The first part of that name; capital letters and spaces do not matter."""
        return next((part for part in self.parts if name and key(part.name) == key(name)), None)


@dataclass(frozen=True)
class Step:
    """An answer that was given: to which question, which number, and the path before it."""

    question: Question
    number: int
    before: str

    @property
    def answer(self) -> Answer:
        return self.question.answers[self.number - 1]


@dataclass(frozen=True)
class Place:
    """Where a path of answers leads. ``fits`` is false when only its beginning could be followed."""

    steps: tuple[Step, ...] = ()
    here: Question | Outcome | None = None
    fits: bool = True

    @property
    def path(self) -> str:
        return ".".join(str(step.number) for step in self.steps)

    @property
    def before(self) -> str:
        """The path without its last answer."""
        return self.steps[-1].before if self.steps else ""

    @property
    def last_answer(self) -> Answer | None:
        return self.steps[-1].answer if self.steps else None

    @property
    def age(self) -> int | None:
        """The age stage of the latest answer that has one."""
        return next((step.answer.age for step in reversed(self.steps) if step.answer.age), None)


def key(name: str) -> str:
    """A short name as it is compared."""
    return " ".join(name.split()).casefold()


def find_place(guide: Guide, path: str) -> Place:
    """Follows the numbers of answers, such as "2.1", from the first question on, as far as they fit."""
    numbers = path[:LONGEST_PATH].split(".") if path else []
    here: Question | Outcome | None = guide.questions[0] if guide.questions else None
    steps: list[Step] = []
    for words in numbers:
        number = int(words) if NUMBER.fullmatch(words) else 0
        if not isinstance(here, Question) or not 0 < number <= len(here.answers):
            return Place(tuple(steps), here, fits=False)
        steps.append(Step(here, number, ".".join(str(step.number) for step in steps)))
        here = guide.named(steps[-1].answer.leads_to)
    return Place(tuple(steps), here, fits=len(path) <= LONGEST_PATH)


# --- From what a StreamField stores ----------------------------------------------------------


def read_guide(questions: Iterable[Any], outcomes: Iterable[Any]) -> Guide:
    """The guide from the raw values of its two StreamFields. Drafts may lack anything."""
    return Guide(
        tuple(_question(block["value"] or {}) for block in questions),
        tuple(_outcome(block["value"] or {}) for block in outcomes),
    )


def _question(raw: dict[str, Any]) -> Question:
    answers = tuple(_answer(answer) for answer in _items(raw.get("answers")))
    return Question(_words(raw, "name"), _words(raw, "title"), _words(raw, "hint"), answers)


def _answer(raw: dict[str, Any]) -> Answer:
    return Answer(_words(raw, "words"), _words(raw, "leads_to"), raw.get("page"), _words(raw, "search"), raw.get("age"))


def _outcome(raw: dict[str, Any]) -> Outcome:
    searches = tuple(
        Search(_words(search, "label"), _words(search, "words"), search.get("topic"), search.get("need"), search.get("age"))
        for search in _items(raw.get("searches"))
    )
    return Outcome(
        _words(raw, "name"),
        _words(raw, "title"),
        _words(raw, "text"),
        bool(raw.get("urgent")),
        tuple(_items(raw.get("services"))),
        tuple(_items(raw.get("pages"))),
        searches,
    )


def _words(raw: dict[str, Any], name: str) -> str:
    return str(raw.get(name) or "").strip()


def _items(raw: list[Any] | None) -> Iterator[Any]:
    """The values of a list, without those that were left empty."""
    for child in raw or []:
        value = child["value"] if isinstance(child, dict) and child.get("type") == "item" else child
        if value:
            yield value


# --- The publishing gate ---------------------------------------------------------------------


def question_problems(guide: Guide, closed_pages: set[int]) -> list[str]:
    """What is wrong with the questions. ``closed_pages``: the pages of answers that the public may not see."""
    if not guide.questions:
        return ["Write at least one question."]
    problems = _name_problems(guide)
    for question in guide.questions:
        problems += _answer_problems(guide, question, closed_pages)
    if circle := _circle(guide):
        names = " → ".join(f"“{name}”" for name in circle)
        problems.append(f"The questions go round in a circle: {names}. Let one of the answers lead somewhere else.")
    reached = _reached(guide)
    problems += [
        f"Question “{question.name}”: no answer leads to it. Let an answer lead to “{question.name}”, or remove it."
        for question in guide.questions
        if question.name and question not in reached
    ]
    return problems


def outcome_problems(guide: Guide) -> list[str]:
    """What is wrong with the outcomes."""
    reached = _reached(guide)
    problems = [
        f"“{outcome.name}”: no answer leads to it. Let an answer lead to “{outcome.name}”, or remove it."
        for outcome in guide.outcomes
        if outcome.name and outcome not in reached
    ]
    for outcome in guide.outcomes:
        problems += [
            f"“{outcome.name}”: the search “{search.label}” looks for nothing. Give it words, a topic, a need or an age."
            for search in outcome.searches
            if not (search.words or search.topic or search.need or search.age)
        ]
    return problems


def _name_problems(guide: Guide) -> list[str]:
    names = [part.name for part in guide.parts if part.name]
    often = Counter(map(key, names))
    twice = {key(name): name for name in names if often[key(name)] > 1}
    return [f"Two parts of the guide have the short name “{name}”. Give one of them another name." for name in twice.values()]


def _answer_problems(guide: Guide, question: Question, closed_pages: set[int]) -> Iterator[str]:
    where = f"Question “{question.name or question.title}”"
    if not FEWEST_ANSWERS <= len(question.answers) <= MOST_ANSWERS:
        yield f"{where} has {len(question.answers)} answers. Give it {FEWEST_ANSWERS} to {MOST_ANSWERS}."
    said = Counter(key(answer.words) for answer in question.answers if answer.words)
    if any(times > 1 for times in said.values()):
        yield f"{where}: two answers have the same words. Change one of them."
    for answer in question.answers:
        which = f"{where}, answer “{answer.words}”"
        if answer.ways == 0:
            yield f"{which}: say what follows. Write a short name, choose a page, or write words to search for."
        elif answer.ways > 1:
            yield f"{which}: only one thing can follow. Keep the short name, the page or the search, and empty the others."
        elif answer.leads_to and guide.named(answer.leads_to) is None:
            yield f"{which} leads to “{answer.leads_to}”, which is not there.{_meant(guide, answer.leads_to)}"
        elif answer.page in closed_pages:
            yield f"{which} leads to a page that the public cannot see. Publish that page first, or choose another."


def _meant(guide: Guide, name: str) -> str:
    names = {key(part.name): part.name for part in guide.parts if part.name}
    close = get_close_matches(key(name), names, n=1)
    return f" Did you mean “{names[close[0]]}”?" if close else " Use the short name of a question or of what could help."


def _next(guide: Guide, question: Question) -> list[Question | Outcome]:
    return [part for answer in question.answers if (part := guide.named(answer.leads_to))]


def _reached(guide: Guide) -> list[Question | Outcome]:
    """All parts that answers lead to from the first question on, and the first question."""
    reached: list[Question | Outcome] = []
    ahead: list[Question | Outcome] = list(guide.questions[:1])
    while ahead:
        part = ahead.pop()
        if part not in reached:
            reached.append(part)
            ahead += _next(guide, part) if isinstance(part, Question) else []
    return reached


def _circle(guide: Guide) -> list[str]:
    """The names of the questions of one circle, the first again at its end; [] when there is none."""
    done: set[str] = set()

    def look(question: Question, above: list[str]) -> list[str]:
        name = key(question.name)
        if name in map(key, above):
            return [*above[list(map(key, above)).index(name) :], question.name]
        if name in done:
            return []
        for part in _next(guide, question):
            if isinstance(part, Question) and (circle := look(part, [*above, question.name])):
                return circle
        done.add(name)
        return []

    return next((circle for question in guide.questions if (circle := look(question, []))), [])
