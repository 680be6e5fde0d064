from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from localoffer.blocks.content import ICONS
from localoffer.pages.models import PicturePage

from ..blocks import YouthBlock


class YouthBasePage(PicturePage):
    """A page of the youth section: its own look, the section's menu, and who to call on every page."""

    icon = models.CharField("drawing for menus and tiles", max_length=20, choices=ICONS, blank=True)
    body = StreamField(YouthBlock(), blank=True)

    content_panels = [*PicturePage.content_panels, FieldPanel("icon"), FieldPanel("body")]
    search_fields = [*PicturePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True


class YouthHomePage(YouthBasePage):
    """The front door for young people."""

    page_description = "The start of the section for young people. One for a site."
    parent_page_types = ["home.HomePage"]
    subpage_types = ["youth.YouthPage", "youth.ApprovedPlacesPage", "youth.ByYouGuidePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "youth home page"


class YouthPage(YouthBasePage):
    """One idea, in plain words."""

    page_description = "A short page for young people: one idea, plain words."
    parent_page_types = ["youth.YouthHomePage", "youth.YouthPage"]
    subpage_types = ["youth.YouthPage"]

    class Meta:
        verbose_name = "youth page"


class ApprovedPlacesPage(YouthBasePage):
    """All services that carry the seal, with the young people's words."""

    page_description = "Shows all services with the seal of approval. One for a site."
    parent_page_types = ["youth.YouthHomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = "places with the seal"
