"""Reading the demonstration's files, and turning their words into what the database keeps."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
INTERNAL_LINK = re.compile(r'<a href="(/[^"]*)">')
# Addresses that are not pages of the tree: forms, and searches of the directory.
PLAIN_ADDRESS = re.compile(r"^/(?:contact|booklets)/|\?")


class DemoError(Exception):
    """The demonstration's own files do not fit together; the words say where."""


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def read_services() -> list[dict[str, Any]]:
    return [
        service
        for file in sorted((FOLDER / "services").glob("*.json"))
        for service in json.loads(file.read_text(encoding="utf-8"))
    ]


def linked(html: str, page_id: Callable[[str], int]) -> str:
    """The HTML with links to pages of the site by id, as Wagtail keeps them. Raises DemoError for one that leads nowhere."""

    def link(match: re.Match[str]) -> str:
        path = match.group(1)
        return match.group(0) if PLAIN_ADDRESS.search(path) else f'<a linktype="page" id="{page_id(path)}">'

    return INTERNAL_LINK.sub(link, html)


class BodyWriter:
    """Turns the blocks of the files into the raw value of a StreamField."""

    def __init__(
        self,
        *,
        page_id: Callable[[str], int],
        picture_id: Callable[[str], int],
        video_id: Callable[[str], int],
        service_id: Callable[[str], int],
        measure_id: Callable[[str], int],
    ) -> None:
        self.page_id = page_id
        self.picture_id = picture_id
        self.video_id = video_id
        self.service_id = service_id
        self.measure_id = measure_id

    def raw(self, blocks: list[dict[str, Any]]) -> str:
        """The JSON text that a StreamField reads."""
        return json.dumps([{"type": block["type"], "value": self.value(block["type"], block["value"])} for block in blocks])

    def value(self, kind: str, value: Any) -> Any:
        if kind == "text":
            return linked(value, self.page_id)
        value = dict(value)
        match kind:
            case "easy_read":
                value["pairs"] = [self.pair(*pair) for pair in value["pairs"]]
            case "image" | "video" | "measure":
                chosen = {"image": self.picture_id, "video": self.video_id, "measure": self.measure_id}[kind]
                value[kind] = chosen(value[kind])
            case "newest":
                value = {"theme": None, "category": None, **value}
            case "service_cards":
                value["services"] = [self.service_id(slug) for slug in value["services"]]
            case "links":
                value["links"] = [self.door(link) for link in value["links"]]
            case "figures":
                value["rows"] = [{**row, "value": str(row["value"])} for row in value["rows"]]
            case "callout":
                value["text"] = linked(value["text"], self.page_id)
            case "steps" | "accordion":
                items = "steps" if kind == "steps" else "items"
                value[items] = [{**item, "text": linked(item["text"], self.page_id)} for item in value[items]]
        return value

    def pair(self, picture: str, words: str, hard_word: str = "", meaning: str = "") -> dict[str, Any]:
        """A picture of the library with its words."""
        return {
            "picture": self.picture_id(f"library/{picture}"),
            "words": f"<p>{words}</p>",
            "hard_word": hard_word,
            "meaning": meaning,
        }

    def door(self, link: dict[str, Any]) -> dict[str, Any]:
        return {**link, "page": self.page_id(link["page"]) if link.get("page") else None}
