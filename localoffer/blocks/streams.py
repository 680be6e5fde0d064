"""The choice of blocks that pages offer. Apps above add their own to these."""

from .base import BodyBlock
from .content import (
    AccordionBlock,
    CalloutBlock,
    ContactBlock,
    KeyFactsBlock,
    LinksBlock,
    QuotationBlock,
    StepsBlock,
    TextBlock,
)
from .easyread import EasyReadBlock
from .media import DocumentBlock, FiguresBlock, ImageBlock, VideoBlock


class StoryBlock(BodyBlock):
    """All blocks that need nothing from other apps."""

    text = TextBlock(group="Words")
    callout = CalloutBlock(group="Words")
    steps = StepsBlock(group="Words")
    key_facts = KeyFactsBlock(group="Words")
    accordion = AccordionBlock(group="Words")
    quotation = QuotationBlock(group="Words")
    easy_read = EasyReadBlock(group="Words")
    image = ImageBlock(group="Pictures and files")
    video = VideoBlock(group="Pictures and files")
    figures = FiguresBlock(group="Pictures and files")
    document = DocumentBlock(group="Pictures and files")
    contact = ContactBlock(group="Ways on")
    links = LinksBlock(group="Ways on")
