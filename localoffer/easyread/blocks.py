from localoffer.blocks.base import BodyBlock
from localoffer.blocks.content import ContactBlock
from localoffer.blocks.easyread import EasyReadBlock


class EditionBlock(BodyBlock):
    """What an Easy Read edition is made of: pictures with words, and whom to ask."""

    easy_read = EasyReadBlock()
    contact = ContactBlock()
