"""Easy Read: a picture at the left, one or two short sentences at its right.

After the guidelines of the Department of Health ("Making written information easier to understand for people with
learning disabilities", 2010): each idea has words and a picture, clearly paired; at most 15 words a sentence; bold for
what matters and nothing else; hard words explained.
"""

from typing import Any, ClassVar

from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from localoffer.media.querysets import pictures_by_number, read_sizes

from . import rules
from .base import PublicBlock


class LibraryPictureBlock(ImageChooserBlock):
    """A picture of the picture library, which says what it shows."""

    needs_alternative_text = True

    @cached_property
    def widget(self) -> Any:
        from localoffer.media.choosing import LibraryChooser

        return LibraryChooser()

    def bulk_to_python(self, values: Any) -> Any:
        """All pictures of a body with their sizes and consents: as many queries for fifty as for one."""
        wanted = sorted({value for value in values if value})
        found = {picture.pk: picture for picture in pictures_by_number(wanted, model=self.model_class)}
        read_sizes(found.values())
        return [found.get(value) for value in values]


class EasyReadPairBlock(PublicBlock):
    needs: ClassVar = {"picture": "Choose a picture for each sentence.", "words": "Write a short sentence beside each picture."}
    picture = LibraryPictureBlock()
    words = blocks.RichTextBlock(
        features=["bold"],
        label="Words",
        help_text="One or two sentences of at most 15 words. Bold only for the words that matter most.",
    )
    hard_word = blocks.CharBlock(
        max_length=60, required=False, label="Hard word", help_text="A word above that needs explaining."
    )
    meaning = blocks.CharBlock(max_length=200, required=False, label="What it means", help_text="In easy words.")

    class Meta:
        icon = "image"
        template = "blocks/easy_read_pair.html"
        label = "Picture and words"
        description = "One idea: a picture with one or two short sentences"
        preview_value: ClassVar = {
            "picture": None,
            "words": "<p>You can <b>ask</b> for help.</p>",
            "hard_word": "",
            "meaning": "",
        }

    def problems(self, raw: Any) -> list[str]:
        raw = raw or {}
        return super().problems(raw) + rules.easy_read_problems(
            words=str(raw.get("words") or ""),
            hard_word=str(raw.get("hard_word") or ""),
            meaning=str(raw.get("meaning") or ""),
        )


class EasyReadBlock(PublicBlock):
    needs: ClassVar = {"title": "Write a title.", "pairs": "Add a picture with its words."}
    title_level = 2
    title = blocks.CharBlock(max_length=60)
    pairs = blocks.ListBlock(EasyReadPairBlock(), min_num=1, label="Pictures and words")

    class Meta:
        icon = "image"
        template = "blocks/easy_read.html"
        label = "Easy Read"
        description = "Pictures with short sentences beside them"
        preview_value: ClassVar = {
            "title": "Who can help",
            "pairs": [
                {
                    "picture": None,
                    "words": "<p>Every school has a <b>SENCO</b>.</p>",
                    "hard_word": "SENCO",
                    "meaning": "The teacher who gets help for pupils.",
                },
                {"picture": None, "words": "<p>You can ask them for help.</p>", "hard_word": "", "meaning": ""},
            ],
        }
