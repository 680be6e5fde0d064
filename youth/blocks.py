from localoffer.blocks.base import BodyBlock
from localoffer.blocks.content import (
    AccordionBlock,
    CalloutBlock,
    ContactBlock,
    LinksBlock,
    QuotationBlock,
    StepsBlock,
    TextBlock,
)
from localoffer.blocks.easyread import EasyReadBlock
from localoffer.blocks.media import ImageBlock, VideoBlock
from localoffer.directory.blocks import ServiceCardsBlock


class YouthBlock(BodyBlock):
    """What youth pages are made of: fewer choices, one idea at a time."""

    text = TextBlock(group="Words", features=["h2", "h3", "bold", "ul", "ol", "link"])
    easy_read = EasyReadBlock(group="Words")
    callout = CalloutBlock(group="Words")
    steps = StepsBlock(group="Words")
    accordion = AccordionBlock(group="Words")
    quotation = QuotationBlock(group="Words")
    image = ImageBlock(group="Pictures and film")
    video = VideoBlock(group="Pictures and film")
    contact = ContactBlock(group="Ways on")
    links = LinksBlock(group="Ways on")
    service_cards = ServiceCardsBlock(group="Ways on")
