from localoffer.blocks.media import TableBlock
from localoffer.blocks.streams import StoryBlock
from localoffer.directory.blocks import ServiceCardsBlock


class PostBlock(StoryBlock):
    """What board posts are made of."""

    table = TableBlock(group="Words")
    service_cards = ServiceCardsBlock(group="Ways on")
