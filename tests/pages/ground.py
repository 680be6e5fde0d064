"""What the tests of the publishing gate share: pages with something wrong, and reading what the editor is told."""

import json
from datetime import date, timedelta
from typing import Any

from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from home.models import InformationPage
from localoffer.blocks.base import TEXT_FEATURES
from tests import factories

TEXT = {"type": "text", "value": "<h2>Who can ask</h2><p>You can.</p>"}
SKIPPED = {"type": "text", "value": "<h2>Who can ask</h2><h4>You</h4>"}
HALF = {"type": "callout", "value": {"kind": "info", "title": "", "text": "<p>Ask early.</p>"}}


def image_block(image: Any) -> dict[str, Any]:
    return {"type": "image", "value": {"image": image.pk, "caption": ""}}


def picture_of_a_person(ended: bool = False) -> Any:
    """A picture of somebody without consent, or with one that ended yesterday."""
    if not ended:
        return factories.CustomImageFactory(title="Our trip", shows_people=True)
    yesterday = timezone.localdate() - timedelta(days=1)
    consent = factories.ConsentFactory(given_on=date(2020, 1, 1), ends_on=yesterday)
    return factories.CustomImageFactory(title="Our trip", shows_people=True, consent=consent)


# What can be wrong: (the page's fields, the field that is named, the words of the reason).
WRONG = {
    "no summary": ({"summary": ""}, "summary", "Write a summary"),
    "a blank summary": ({"summary": "  "}, "summary", "Write a summary"),
    "a skipped heading": ({"body": [TEXT, SKIPPED]}, "body", "“You” is a heading 4, but it comes after a heading 2"),
    "an unfinished block": ({"body": [TEXT, HALF]}, "body", "Part 2 (Callout): Write a title."),
    "a person without consent": ({"body": lambda: [image_block(picture_of_a_person())]}, "body", "has no consent record"),
    "a person with ended consent": ({"body": lambda: [image_block(picture_of_a_person(ended=True))]}, "body", "ended on"),
    "a picture at the top": ({"picture": picture_of_a_person}, "picture", "has no consent record"),
}


def fields_of(kind: str) -> dict[str, Any]:
    """The fields of a page with this fault, as the model takes them."""
    fields = {name: value() if callable(value) else value for name, value in WRONG[kind][0].items()}
    if "body" in fields:
        fields["body"] = json.dumps(fields["body"])
    return fields


def draft(parent: Any, kind: str = "", **fields: Any) -> InformationPage:
    """A page that is not public, with a draft that has the fault (or none)."""
    page = factories.InformationPageFactory(parent=parent, live=False, **fields)
    for name, value in (fields_of(kind) if kind else {}).items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    page.refresh_from_db()
    return page


def form_of(client: Any, address: str) -> dict[str, Any]:
    """What a browser would send back from the editor without a change, the body as made by its scripts."""
    soup = BeautifulSoup(client.get(address).content, "html5lib")
    form: dict[str, Any] = {}
    for field in soup.select("form#w-editor-form [name], form[data-edit-form] [name]"):
        kind = field.get("type")
        if field.name == "button" or kind == "file" or (kind in ("checkbox", "radio") and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            form[field["name"]] = chosen.get("value", "") if chosen else ""
        else:
            form[field["name"]] = field.get_text() if field.name == "textarea" else field.get("value", "")
    return form


def posted_body(parts: list[dict[str, Any]], form: dict[str, Any]) -> dict[str, Any]:
    """The form with these parts of the body in it, as Wagtail's scripts send them."""
    form = {name: value for name, value in form.items() if not name.startswith("body-")} | {"body-count": str(len(parts))}
    for number, part in enumerate(parts):
        form |= {f"body-{number}-deleted": "", f"body-{number}-order": str(number), f"body-{number}-id": ""}
        form[f"body-{number}-type"] = part["type"]
        value = part["value"]
        if isinstance(value, str):
            form[f"body-{number}-value"] = rich(value)
        else:
            for name, inner in value.items():
                words = str(inner)
                form[f"body-{number}-value-{name}"] = rich(words) if words.startswith("<") else words
    return form


def rich(html: str) -> str:
    """Rich text as the editor sends it."""
    return ContentstateConverter(TEXT_FEATURES).from_database_format(html)


def told(response: Any) -> str:
    """All that the page of the answer says, with what its scripts will show at the body."""
    soup = BeautifulSoup(response.content, "html5lib")
    bodies = " ".join(
        " ".join(messages(json.loads(field["data-w-block-arguments-value"])[1]))
        for field in soup.select("[data-w-block-arguments-value]")
    )
    return " ".join(f"{soup.get_text(' ')} {bodies}".split())


def messages(error: Any) -> list[str]:
    """All sentences in the data that Wagtail's scripts put beside the parts of a body."""
    if isinstance(error, str):
        return [error]
    if isinstance(error, dict):
        return [sentence for inner in error.values() for sentence in messages(inner)]
    return [sentence for inner in error or [] for sentence in messages(inner)]


def is_public(page: Any) -> bool:
    return type(page).objects.get(pk=page.pk).live
