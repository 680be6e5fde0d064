from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import resolve_model_string

from localoffer.blocks.base import TEXT_FEATURES, PublicBlock
from localoffer.blocks.media import TableBlock
from localoffer.blocks.rules import is_empty
from localoffer.blocks.streams import StoryBlock
from localoffer.directory.blocks import ServiceCardsBlock

from .choices import What
from .rules.picking import MOST, USUAL, Pick, pick_problems

CHOOSE = "Choose a measure that is on the site."
EMPTY_SECTION = "The section “{title}” is empty. Write it, or take it out."


class SelectBlock(blocks.ChooserBlock):
    """One row of a short table, from a list. All of a page are read at once."""

    widget = forms.Select()

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        found = self.rows().in_bulk([value for value in values if value])
        return [found.get(value) for value in values]

    def rows(self) -> Any:
        return resolve_model_string(self.target_model).objects.all()

    def value_from_form(self, value: Any) -> Any:
        return super().value_from_form(value or None)  # a list says "" for nothing; Wagtail's choosers say None

    def get_form_state(self, value: Any) -> Any:
        return blocks.FieldBlock.get_form_state(self, value)


class MeasureChooserBlock(SelectBlock):
    """One of the board's measures, with its newest figures."""

    target_model = "blog.Measure"

    def rows(self) -> Any:
        return super().rows().with_recent()


class ThemeChooserBlock(SelectBlock):
    target_model = "blog.BoardTheme"


class CategoryChooserBlock(SelectBlock):
    target_model = "blog.NewsCategory"


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


class NewestBlock(PublicBlock):
    """The newest posts of the board, news, or both, as they are when the page is shown.

    A view finds what all blocks of a page show, and puts it into the context as ``newest``; without it, nothing is shown.
    """

    title_level = 2
    needs: ClassVar[dict[str, str]] = {"title": "Write a title."}
    title = blocks.CharBlock(max_length=100)
    what = blocks.ChoiceBlock(choices=What.choices, default=What.BOTH, label="Show")
    theme = ThemeChooserBlock(required=False, label="Only posts on this theme")
    category = CategoryChooserBlock(required=False, label="Only news of this category")
    number = blocks.IntegerBlock(min_value=1, max_value=MOST, default=USUAL, label="How many", help_text="1 to 6.")

    class Meta:
        icon = "doc-full-inverse"
        template = "blog/blocks/newest.html"
        label = "Newest from the board and the news"
        description = "The newest posts of the board, news, or both; they change by themselves"
        preview_value: ClassVar[dict[str, Any]] = {"title": "News", "what": What.BOTH, "number": USUAL}

    def problems(self, raw: Any) -> list[str]:
        return [*super().problems(raw), *pick_problems(raw)]

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        found = (parent_context or {}).get("newest") or {}
        chosen = {name: getattr(value.get(name), "pk", None) for name in ("theme", "category")}
        return super().get_context(value, parent_context) | {"shown": found.get(Pick.of({**value, **chosen}), [])}


class GuidanceBlock(blocks.FieldBlock):
    """Words for whoever writes. They are not typed, not shown to readers, and not searched or measured as words of the page."""

    def __init__(self, required: bool = False, help_text: str = "", **kwargs: Any) -> None:
        self.field = forms.CharField(
            required=False, help_text=help_text, widget=forms.Textarea(attrs={"readonly": True, "rows": 2})
        )
        super().__init__(**kwargs)


class SectionBlock(PublicBlock):
    """A section that a post began with. Nobody reads it while it is empty, and a post with an empty one is not published."""

    title_level = 2
    needs: ClassVar[dict[str, str]] = {"title": "Write the heading of this section, or take the section out."}
    title = blocks.CharBlock(max_length=100, label="Heading")
    guidance = GuidanceBlock(label="What goes here", help_text="Only you see this.", default="")
    text = blocks.RichTextBlock(features=[feature for feature in TEXT_FEATURES if feature != "h2"], required=False)

    class Meta:
        icon = "title"
        template = "blog/blocks/section.html"
        label = "Section"
        description = "A heading with its text. A new post can begin with the usual ones"
        preview_value: ClassVar[dict[str, Any]] = {"title": _("From the youth forum"), "text": "<p>Young people said …</p>"}

    def problems(self, raw: Any) -> list[str]:
        raw = raw or {}
        found = super().problems(raw)
        return found if found or not is_empty(raw.get("text")) else [EMPTY_SECTION.format(title=raw["title"])]


class PostBlock(StoryBlock):
    """What board posts and news are made of."""

    section = SectionBlock(group="Words")
    measure = MeasureBlock(group="Pictures and files")
    table = TableBlock(group="Words")
    service_cards = ServiceCardsBlock(group="Ways on")
    newest = NewestBlock(group="Ways on")
