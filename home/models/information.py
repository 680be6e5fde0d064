from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from localoffer.blocks.content import ICONS
from localoffer.pages.models import PicturePage

from ..blocks import InformationBlock


class StoryPage(PicturePage):
    """A page with a body of blocks."""

    body = StreamField(InformationBlock(), blank=True)

    content_panels = [*PicturePage.content_panels, FieldPanel("body")]
    search_fields = [*PicturePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True


class SectionPage(StoryPage):
    """A part of the Local Offer: leads to its pages, and to the services of its topic or age."""

    icon = models.CharField(max_length=20, choices=ICONS, blank=True)
    topic = models.ForeignKey("directory.Topic", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    age_stage = models.ForeignKey("directory.AgeStage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    read_with = ("picture__consent", "topic", "age_stage")
    page_description = "A landing page for a topic or an age: leads to the pages below it and to services."
    parent_page_types = ["home.HomePage", "home.SectionPage"]
    subpage_types = ["home.SectionPage", "home.InformationPage", "easyread.EasyReadPage"]
    content_panels = [*StoryPage.content_panels, FieldPanel("icon"), FieldPanel("topic"), FieldPanel("age_stage")]

    class Meta:
        verbose_name = "section"

    def services_question(self) -> str:
        """The filters that find this section's services, as they stand in an address; "" when it has none."""
        if self.topic_id:
            return f"topic={self.topic.slug}"
        return f"age={self.age_stage.slug}" if self.age_stage_id else ""


class InformationPage(StoryPage):
    """A page of the Local Offer: what there is, what the law says, how to get it."""

    page_description = "A page of information, made of blocks."
    parent_page_types = ["home.HomePage", "home.SectionPage", "home.InformationPage"]
    subpage_types = ["home.InformationPage", "easyread.EasyReadPage"]

    class Meta:
        verbose_name = "information page"
