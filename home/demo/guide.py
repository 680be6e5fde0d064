"""The demonstration's guide "What could help?": a few questions that lead to its services, pages and searches."""

import json
from datetime import date, timedelta
from typing import Any

from wagtail.models import Locale

from localoffer.directory.models import AgeStage, Need, ServicePage, Topic
from localoffer.guide.models import GuidePage

from .pages import Tree
from .reading import linked, read

COPIED = ("slug", "title", "summary", "search_description")
TERMS = {"topic": Topic, "need": Need, "age": AgeStage}


def load_guide(tree: Tree, today: date) -> None:
    """Makes the guide unless it is there; its services and pages must be. Raises DemoError for a page that is not."""
    described = read("pages/guide.json")
    if GuidePage.objects.child_of(tree.home).filter(slug=described["slug"]).exists():
        return
    writer = GuideWriter(tree)
    tree.home.add_child(
        instance=GuidePage(
            **{name: described[name] for name in COPIED},
            intro=linked(described["intro"], tree.page_id),
            review_date=today + timedelta(days=described["review_in_days"]),
            questions=_stream("question", [writer.question(question) for question in described["questions"]]),
            outcomes=_stream("outcome", [writer.outcome(outcome) for outcome in described["outcomes"]]),
        )
    )


def _stream(kind: str, values: list[dict[str, Any]]) -> str:
    return json.dumps([{"type": kind, "value": value} for value in values])


class GuideWriter:
    """Turns the parts of the file into raw values: ids for the paths of pages and the slugs of services and terms."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.services = dict(ServicePage.objects.filter(locale=Locale.get_default()).values_list("slug", "pk"))
        self.terms = {name: dict(model.objects.in_use().values_list("slug", "pk")) for name, model in TERMS.items()}

    def question(self, described: dict[str, Any]) -> dict[str, Any]:
        return {**described, "answers": [self._linked(answer) for answer in described["answers"]]}

    def outcome(self, described: dict[str, Any]) -> dict[str, Any]:
        return {
            **described,
            "text": linked(described["text"], self.tree.page_id),
            "services": [self.services[slug] for slug in described["services"]],
            "pages": [self.tree.page_id(path) for path in described["pages"]],
            "searches": [self._linked(search) for search in described["searches"]],
        }

    def _linked(self, described: dict[str, Any]) -> dict[str, Any]:
        found = {name: self.terms[name][described[name]] for name in TERMS if described.get(name)}
        if described.get("page"):
            found["page"] = self.tree.page_id(described["page"])
        return {**described, **found}
