"""All that young people read of being heard is short and plain: grade 6 at most, sentences of 12 words on average."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from home.demo.reading import read
from localoffer.plainlanguage.rules import WORD, reading_grade, sentences
from youth.choices import AgeBand, Feeling, VoiceKind
from youth.voices.answering import STATES

pytestmark = pytest.mark.django_db
FORM, ANSWER = "/tell-us/", "/tell-us/answer/"
WORDS = {"kind": "idea", "way": "words", "words": "I like the bus.", "age_band": ""}
STEPS = {
    "first": {},
    "way": {"kind": "idea", "step": "kind"},
    "words": WORDS | {"words": "", "step": "words"},
    "danger": WORDS | {"words": "He hits me", "step": "words"},
    "feelings": {"kind": "idea", "way": "pictures", "about": "money", "step": "about"},
    "check": WORDS | {"step": "age_band"},
    "sent": WORDS | {"step": "check", "go": "send"},
}


def is_plain(text: str) -> None:
    assert reading_grade(text) <= 6
    parts = sentences(text)
    assert sum(len(WORD.findall(part)) for part in parts) / len(parts) <= 12


def words_of(response: Any) -> str:
    main = BeautifulSoup(response.content, "html5lib").select_one("main")
    return "\n".join(main.stripped_strings)


@pytest.mark.parametrize("step", STEPS)
def test_each_page_of_the_form_is_plain(step: str, site_tree: Any, client: Any) -> None:
    response = client.post(FORM, STEPS[step]) if STEPS[step] else client.get(FORM)
    is_plain(words_of(response))


def test_the_pages_of_the_code_are_plain(site_tree: Any, client: Any) -> None:
    is_plain(words_of(client.get(ANSWER)))
    is_plain(words_of(client.post(ANSWER, {"code": "nonsense"})))
    is_plain("\n".join(str(sentence) for sentence in STATES.values()))


def test_what_can_be_picked_is_plain() -> None:
    is_plain("\n".join(str(label) for choices in (VoiceKind, Feeling, AgeBand) for label in choices.labels))


@pytest.mark.parametrize("part", ["work", "asked", "meetings", "voices"])
def test_the_demonstration_is_plain(part: str) -> None:
    told = [
        value
        for one in read("heard.json")[part]
        for name, found in one.items()
        if name in ("title", "summary", "words", "answer", "happened", "agenda", "notes")
        for value in (found if isinstance(found, list) else [found])
    ]
    is_plain("\n".join(told))
    assert all(reading_grade(value) <= 8 for value in told if len(value.split()) > 8)


def test_the_demonstration_has_what_it_should_show() -> None:
    described = read("heard.json")
    assert (len(described["work"]), len(described["asked"]), len(described["meetings"])) == (4, 8, 3)
    waiting = [one for one in described["asked"] if "answered" not in one]
    assert len(waiting) == 2
    assert len([one for one in waiting if one["due"] < 0]) == 1
