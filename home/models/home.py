from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from localoffer.pages.models import BasePage

from ..blocks import DoorsBlock, HomeFigureBlock, HomeNewestBlock


class HomePage(BasePage):
    """The front door: what this is, the search box, six doors, the seal, the board, who to call."""

    try_searches = models.CharField(
        "searches to try", max_length=200, blank=True, help_text="With commas between, such as: speech therapy, Saturday clubs."
    )
    doors = StreamField(DoorsBlock(max_num=9), blank=True, help_text="Six are best.")
    figure = StreamField(HomeFigureBlock(max_num=1), blank=True, help_text="One figure from the board’s report.")

    newest = StreamField(
        HomeNewestBlock(max_num=2), blank=True, verbose_name="news", help_text="Shown below the newest posts of the board."
    )

    explains_terms = False
    page_description = "The site’s front page. One for each language."
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.SectionPage",
        "home.InformationPage",
        "directory.DirectoryPage",
        "blog.BoardBlogPage",
        "youth.YouthHomePage",
        "guide.GuidePage",
        "whatson.EventsPage",
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("try_searches"),
        FieldPanel("doors"),
        FieldPanel("figure"),
        FieldPanel("newest"),
    ]

    class Meta:
        verbose_name = "home page"

    def searches(self) -> list[str]:
        return [words.strip() for words in self.try_searches.split(",") if words.strip()]
