from localoffer.blocks.streams import StoryBlock
from localoffer.directory.blocks import ServiceCardsBlock


class PostBlock(StoryBlock):
    """What board posts are made of."""

    service_cards = ServiceCardsBlock(group="Ways on")
