"""The block that shows chosen services on any page."""

from typing import Any, ClassVar

from wagtail import blocks

from localoffer.blocks.base import PageChooserBlock, PublicBlock


class ServiceCardsBlock(PublicBlock):
    """Services that an editor chose. They are read when the page is shown, so that a closed one is not."""

    needs: ClassVar = {"title": "Write a title.", "services": "Choose the services."}
    title_level = 2
    title = blocks.CharBlock(max_length=100)
    services = blocks.ListBlock(PageChooserBlock(page_type="directory.ServicePage"), min_num=1)

    class Meta:
        icon = "list-ul"
        template = "directory/blocks/service_cards.html"
        label = "Services"
        description = "Chosen services, with their seal if they have it"
        preview_value: ClassVar[dict[str, Any]] = {"title": "Services that can help", "services": []}
