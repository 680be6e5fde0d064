"""What the site's blocks share: the publishing gate, read from raw values."""

from collections.abc import Iterator
from copy import copy
from datetime import date
from typing import Any, ClassVar, NamedTuple

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtailmedia.blocks import AbstractMediaChooserBlock
from wagtailmedia.models import get_media_model

from localoffer.questions import written_once

from . import rules

# What editors may use inside longer text. Headings begin at 2: the page's title is heading 1.
TEXT_FEATURES = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


TABLE_WORDS = blocks.CharBlock()  # stands for the caption and the headings of a table, which are no blocks


class Part(NamedTuple):
    """A block of a page's body with its raw value; where it stands in words an editor knows, and the way to it in the form."""

    block: blocks.Block
    raw: Any
    place: str
    path: tuple[str, ...] = ()


class PageChooserBlock(blocks.PageChooserBlock):
    """Wagtail's, which reads the chosen pages with SQL that is written once (``localoffer.questions``), and of each only
    what all pages have; what else is asked of one is read then."""

    def bulk_to_python(self, values: Any) -> Any:
        wanted = sorted({value for value in values if value})
        found = {page.pk: page for page in _pages(wanted, model=self.model_class)}
        return [copy(found.get(value)) if value in values[:place] else found.get(value) for place, value in enumerate(values)]

    def deconstruct(self) -> Any:
        """As Wagtail's own, which it is for the database."""
        return "wagtail.blocks.PageChooserBlock", *super().deconstruct()[1:]


@written_once
def _pages(ids: list[int], *, model: Any) -> Any:
    return model.objects.filter(pk__in=ids).only(*(field.name for field in Page._meta.concrete_fields))


class PublicBlock(blocks.StructBlock):
    """A block for public pages. ``needs`` names what must be filled before publishing, and says what to do.

    Whether a field is "required" is a flag that Wagtail switches off while anybody saves a draft;
    ``needs`` is not.
    """

    needs: ClassVar[dict[str, str]] = {}
    title_level: ClassVar[int | None] = None  # the heading level at which the template shows its title

    def problems(self, raw: Any) -> list[str]:
        """Sentences for the editor about this block alone, from its raw value."""
        return [sentence for name, sentence in self.needs.items() if rules.is_empty((raw or {}).get(name))]


def walk(block: blocks.Block, raw: Any, place: str = "", path: tuple[str, ...] = ()) -> Iterator[Part]:
    """The block and all blocks inside it, in reading order, with their raw values."""
    yield Part(block, raw, place, path)
    if isinstance(block, blocks.BaseStreamBlock):
        for number, child in enumerate(raw or [], start=1):
            inner = block.child_blocks.get(child["type"])
            if inner is not None:
                way = (*path, str(child.get("id") or ""))
                yield from walk(inner, child["value"], f"Part {number} ({inner.label})", way)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, inner in block.child_blocks.items():
            yield from walk(inner, (raw or {}).get(name), place, (*path, name))
    elif isinstance(block, blocks.ListBlock):
        for child in raw or []:
            is_item = isinstance(child, dict) and child.get("type") == "item"
            value, way = (child["value"], (*path, str(child.get("id") or ""))) if is_item else (child, path)
            yield from walk(block.child_block, value, place, way)
    elif isinstance(block, BaseTypedTableBlock):
        yield from cells(block, raw or {}, place, path)


def cells(block: BaseTypedTableBlock, raw: dict[str, Any], place: str, path: tuple[str, ...]) -> Iterator[Part]:
    """What a table says, in reading order: its caption, the headings of its columns, its cells row by row."""
    columns = raw.get("columns") or []
    yield Part(TABLE_WORDS, raw.get("caption"), place, path)
    for column in columns:
        yield Part(TABLE_WORDS, column["heading"], place, path)
    for row in raw.get("rows") or []:
        for column, value in zip(columns, row["values"], strict=False):
            yield from walk(block.child_blocks[column["type"]], value, place, path)


def headings(parts: list[Part]) -> Iterator[tuple[int, str]]:
    """The (level, words) of all headings that the parts will show, in reading order."""
    for part in parts:
        if isinstance(part.block, PublicBlock) and part.block.title_level:
            yield part.block.title_level, str((part.raw or {}).get("title") or "").strip()
        elif isinstance(part.block, blocks.RichTextBlock):
            yield from rules.headings_in(str(part.raw or ""))


def says_nothing(item: Any, *, must_say: bool) -> bool:
    """Whether a picture lacks its alternative text. Where it must say something, "only for decoration" is not enough."""
    if not hasattr(item, "is_decorative"):
        return False  # a film
    return not item.default_alt_text.strip() and (must_say or not item.is_decorative)


class BodyBlock(blocks.StreamBlock):
    """The body of a page, with the publishing gate."""

    def publish_problems(self, value: Any, *, today: date) -> list[str]:
        """Sentences for the editor: what is missing, which heading is out of order, whose consent is lacking."""
        parts = list(walk(self, list(value.raw_data) if value else []))
        problems = []
        for part in parts:
            if isinstance(part.block, PublicBlock):
                problems += [f"{part.place}: {sentence}" for sentence in part.block.problems(part.raw)]
            elif getattr(part.block, "needs_words", "") and rules.is_empty(part.raw):
                problems.append(f"{part.place}: {part.block.needs_words}")
        shown = list(headings(parts))
        problems += rules.heading_problems((level, words or "…") for level, words in shown)
        problems += self._picture_problems(parts, today)
        return problems

    @staticmethod
    def _picture_problems(parts: list[Part], today: date) -> list[str]:
        problems = []
        for chooser, model in ((ImageChooserBlock, get_image_model()), (AbstractMediaChooserBlock, get_media_model())):
            chosen = [part for part in parts if isinstance(part.block, chooser) and part.raw]
            if not chosen:
                continue
            found = model.objects.select_related("consent").in_bulk([part.raw for part in chosen])
            for part in chosen:
                item = found.get(part.raw)
                sentence = item.why_not_shown(today) if item else "What was chosen here has been deleted. Choose another."
                if not sentence and says_nothing(item, must_say=getattr(part.block, "needs_alternative_text", False)):
                    sentence = f"The picture “{item.title}” does not say what it shows. Write its alternative text."
                if sentence:
                    problems.append(f"{part.place}: {sentence}")
        return problems
