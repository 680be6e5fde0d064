from typing import ClassVar

from blog.blocks import NewestBlock
from localoffer.blocks.base import BodyBlock
from localoffer.blocks.content import LinkBlock
from localoffer.blocks.media import FiguresBlock
from localoffer.blocks.streams import StoryBlock
from localoffer.directory.blocks import ServiceCardsBlock


class InformationBlock(StoryBlock):
    """What information pages are made of."""

    service_cards = ServiceCardsBlock(group="Ways on")
    newest = NewestBlock(group="Ways on")


class DoorBlock(LinkBlock):
    """One of the doors on the home page; they stand under one heading."""

    class Meta:
        icon = "link"
        template = "blocks/link.html"
        label = "Door"
        description = "A door to a part of the site"
        preview_value: ClassVar = {
            "title": "Health",
            "text": "Therapies, mental health",
            "page": None,
            "address": "/",
            "icon": "health",
        }


class DoorsBlock(BodyBlock):
    door = DoorBlock()

    def publish_problems(self, value, *, today) -> list[str]:
        """The doors' titles are headings 3 under the heading 2 that the home page itself shows."""
        return [sentence for sentence in super().publish_problems(value, today=today) if "is a heading 3" not in sentence]


class HomeFigureBlock(BodyBlock):
    figures = FiguresBlock()


class HomeNewestBlock(BodyBlock):
    newest = NewestBlock()
