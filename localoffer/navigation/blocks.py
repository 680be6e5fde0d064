"""The parts of the site's frame that staff fill in: menu links, banners, who to call."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from localoffer.blocks.addresses import check_address
from localoffer.pages.rules import is_phone_number


def check_number(value: str) -> None:
    """Raises ValidationError for what a telephone cannot dial."""
    if not is_phone_number(value):
        raise ValidationError("Write only the number: figures and spaces, perhaps with + before it.")


LEVELS = [("info", "Information"), ("warning", "Warning"), ("urgent", "Urgent: danger to people")]


class MenuLinkValue(blocks.StructValue):
    @property
    def url(self) -> str:
        page = self.get("page")
        return (page.url if page is not None and page.live else "") or self.get("address") or ""


class MenuLinkBlock(blocks.StructBlock):
    """A link of a menu, to a page or to an address of this site."""

    title = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False)
    address = blocks.CharBlock(
        max_length=250, required=False, help_text="Instead of a page, such as /contact/", validators=[check_address]
    )

    class Meta:
        icon = "link"
        value_class = MenuLinkValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned.get("page") and not cleaned.get("address"):
            raise blocks.StructBlockValidationError(
                non_block_errors=["Choose a page or write an address, so that the link leads somewhere."]
            )
        return cleaned


class BannerBlock(blocks.StructBlock):
    """News that cannot wait, on every page, between two moments."""

    level = blocks.ChoiceBlock(choices=LEVELS, default="info")
    title = blocks.CharBlock(max_length=80)
    text = blocks.CharBlock(max_length=300)
    link = blocks.CharBlock(
        max_length=250, required=False, label="Address to read more", help_text="Such as /board/", validators=[check_address]
    )
    starts = blocks.DateTimeBlock(required=False)
    ends = blocks.DateTimeBlock(required=False)

    class Meta:
        icon = "warning"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            raise blocks.StructBlockValidationError(
                {"ends": ValidationError("The banner would end before it starts, and never show. Choose a later time.")}
            )
        return cleaned


class HelpBlock(blocks.StructBlock):
    """Somebody to call or text at once."""

    name = blocks.CharBlock(max_length=60)
    phone = blocks.CharBlock(max_length=30, required=False, label="Telephone", validators=[check_number])
    text_number = blocks.CharBlock(max_length=30, required=False, label="Number for text messages", validators=[check_number])
    note = blocks.CharBlock(max_length=160, required=False, label="When to call, and what it costs")

    class Meta:
        icon = "mail"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned.get("phone") and not cleaned.get("text_number"):
            raise blocks.StructBlockValidationError(
                non_block_errors=["Give a telephone number or a number for text messages, so that people can get help."]
            )
        return cleaned
