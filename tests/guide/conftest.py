"""A small guide: who, then age; a page, a search and two outcomes follow."""

import json
from typing import Any

import pytest

from localoffer.guide.models import GuidePage
from tests import factories


class GuidePageFactory(factories.BasePageFactory):
    title = "What could help?"
    slug = "what-could-help"

    class Meta:
        model = GuidePage


def stream(kind: str, *values: dict[str, Any]) -> str:
    return json.dumps([{"type": kind, "value": value} for value in values])


def answer(words: str, leads_to: str = "", **more: Any) -> dict[str, Any]:
    return {"words": words, "leads_to": leads_to, **more}


@pytest.fixture
def stage(db: None) -> Any:
    return factories.AgeStageFactory(name="Under 5", slug="0-4", minimum_age=0, maximum_age=4)


@pytest.fixture
def there(home: Any) -> Any:
    """A page to which an answer leads straight."""
    return factories.InformationPageFactory(parent=home, title="Money", slug="money")


@pytest.fixture
def fields(directory: Any, stage: Any, there: Any) -> dict[str, Any]:
    """What an editor wrote in the two streams, as plain values."""
    return {
        "questions": [
            {
                "name": "who",
                "title": "Who is it for?",
                "hint": "Choose one.",
                "answers": [answer("My child", "age"), answer("Me", "talk"), answer("Money", page=there.pk)],
            },
            {
                "name": "age",
                "title": "How old is your child?",
                "answers": [answer("Under 5", "sleep", age=stage.pk), answer("Older", search="youth club")],
            },
        ],
        "outcomes": [
            {"name": "talk", "title": "Start with a talk", "text": "<p>They listen.</p>"},
            {"name": "sleep", "title": "Help with sleep", "text": "<p>Many children sleep badly.</p>"},
        ],
    }


@pytest.fixture
def make(home: Any, fields: dict[str, Any]) -> Any:
    """Makes the guide as ``fields`` say at that moment."""

    def go(**more: Any) -> GuidePage:
        return GuidePageFactory(
            parent=home,
            questions=stream("question", *fields["questions"]),
            outcomes=stream("outcome", *fields["outcomes"]),
            **more,
        )

    return go


@pytest.fixture
def guide(make: Any) -> GuidePage:
    return make()
