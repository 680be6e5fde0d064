from typing import Any, ClassVar

from django import forms
from wagtail import blocks
from wagtail.coreutils import resolve_model_string

from localoffer.blocks.base import PublicBlock
from localoffer.blocks.media import TableBlock
from localoffer.blocks.streams import StoryBlock
from localoffer.directory.blocks import ServiceCardsBlock

CHOOSE = "Choose a measure that is on the site."


class MeasureChooserBlock(blocks.ChooserBlock):
    """One of the board's measures, from a list. All of a page are read at once, with their newest figures."""

    target_model = "blog.Measure"
    widget = forms.Select()

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        found = resolve_model_string(self.target_model).objects.with_recent().in_bulk([value for value in values if value])
        return [found.get(value) for value in values]

    def get_form_state(self, value: Any) -> Any:
        return blocks.FieldBlock.get_form_state(self, value)


class MeasureBlock(PublicBlock):
    """A measure as it stands when the page is shown: its name, its line, its last change."""

    measure = MeasureChooserBlock()

    class Meta:
        icon = "history"
        template = "blog/blocks/measure.html"
        label = "Measure"
        description = "How a measure of the board stands today, with its line"
        preview_value: ClassVar[dict[str, Any]] = {"measure": None}

    needs: ClassVar[dict[str, str]] = {"measure": CHOOSE}

    def problems(self, raw: Any) -> list[str]:
        found = super().problems(raw)
        chosen = (raw or {}).get("measure")
        measures = resolve_model_string(MeasureChooserBlock.target_model).objects
        return found if not chosen or measures.public().filter(pk=chosen).exists() else [*found, CHOOSE]


class PostBlock(StoryBlock):
    """What board posts are made of."""

    measure = MeasureBlock(group="Pictures and files")
    table = TableBlock(group="Words")
    service_cards = ServiceCardsBlock(group="Ways on")
