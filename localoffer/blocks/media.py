"""Blocks that show something: pictures, films, documents, figures."""

from datetime import date
from typing import Any, ClassVar

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import VideoChooserBlock

from .base import PublicBlock
from .charts import Bar, bars


class ImageBlock(PublicBlock):
    needs: ClassVar = {"image": "Choose a picture."}
    image = ImageChooserBlock()
    caption = blocks.CharBlock(max_length=200, required=False)

    class Meta:
        icon = "image"
        template = "blocks/image.html"
        label = "Image"
        description = "A picture; its alternative text is kept with it"
        preview_value = {"image": None, "caption": "A picture with a caption"}


class VideoBlock(PublicBlock):
    needs: ClassVar = {"video": "Choose a film."}
    video = VideoChooserBlock()

    class Meta:
        icon = "media"
        template = "blocks/video.html"
        label = "Film"
        description = "A film from our own server, with captions and its words in writing"
        preview_value = {"video": None}


class DocumentBlock(PublicBlock):
    needs: ClassVar = {"document": "Choose a document.", "summary": "Say in a line what is in it."}
    document = DocumentChooserBlock()
    summary = blocks.CharBlock(max_length=200, label="What is in it")

    class Meta:
        icon = "doc-full"
        template = "blocks/document.html"
        label = "Document"
        description = "A file to download, with a line that says what is in it"
        preview_value = {"document": None, "summary": "The plan in full"}


class FigureRowBlock(PublicBlock):
    needs: ClassVar = {"label": "Give each row its words.", "value": "Give each row its figure."}
    label = blocks.CharBlock(max_length=100, label="What it counts")
    value = blocks.DecimalBlock(label="Figure")
    note = blocks.CharBlock(max_length=150, required=False)

    class Meta:
        icon = "table"
        template = "blocks/figure_row.html"
        label = "Row"
        description = "One figure with its words"
        preview_value = {"label": "September 2024", "value": 40, "note": ""}


class FiguresValue(blocks.StructValue):
    def bars(self) -> list[Bar]:
        return bars(self.get("rows") or [], self.get("unit") or "number")

    def has_notes(self) -> bool:
        return any(row.get("note") for row in self.get("rows") or [])


class FiguresBlock(PublicBlock):
    needs: ClassVar = {
        "title": "Write a title.",
        "says": "Say in one sentence what the figures show.",
        "rows": "Add the figures.",
        "source": "Say where the figures come from.",
    }
    title = blocks.CharBlock(max_length=120)
    says = blocks.CharBlock(max_length=250, label="What they show, in one sentence")
    unit = blocks.ChoiceBlock(
        choices=[("percent", "Percent"), ("number", "Number"), ("days", "Days")], default="number", label="Unit"
    )
    rows = blocks.ListBlock(FigureRowBlock(), min_num=1)
    source = blocks.CharBlock(max_length=200, label="Where they come from")
    source_date = blocks.DateBlock(required=False, label="Date of the source")

    class Meta:
        icon = "table"
        template = "blocks/figures.html"
        label = "Figures"
        description = "A table of figures that is drawn as a chart as well"
        value_class = FiguresValue
        preview_value: ClassVar[dict[str, Any]] = {
            "title": "Plans finished within 20 weeks",
            "says": "Fewer plans were finished on time.",
            "unit": "percent",
            "rows": [{"label": "September 2024", "value": 40, "note": ""}, {"label": "December 2024", "value": 20, "note": ""}],
            "source": "Report to councillors",
            "source_date": date(2025, 2, 28),
        }


class TableBlock(TypedTableBlock):
    """A table of words. Its first row in the form is the headings of its columns."""

    text = blocks.RichTextBlock(features=["bold", "italic", "link"], required=False, label="Words")

    class Meta:
        icon = "table"
        template = "blocks/table.html"
        label = "Table"
        description = "Words in rows and columns, with a heading for each column"
        preview_value: ClassVar[dict[str, Any]] = {
            "caption": "When the board meets",
            "columns": [{"type": "text", "heading": "Day"}, {"type": "text", "heading": "Where"}],
            "rows": [{"values": ["<p>24 April</p>", "<p>County Hall</p>"]}],
        }
