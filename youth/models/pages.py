from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from localoffer.blocks.content import ICONS
from localoffer.blocks.words import words_of
from localoffer.pages.models import PicturePage, Problems
from localoffer.readability.choices import PageKind
from localoffer.readability.measuring import too_hard

from ..blocks import YouthBlock
from ..choices import Shelf
from .details import ChecksDetails


class YouthBasePage(ChecksDetails, PicturePage):
    """A page of the youth section: its own look, the section's menu, and who to call on every page."""

    icon = models.CharField("drawing for menus and tiles", max_length=20, choices=ICONS, blank=True)
    shelf = models.CharField(
        "where the start page shows it",
        max_length=10,
        choices=Shelf,
        default=Shelf.WANT,
        help_text="Only for pages right below the start page.",
    )
    age = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="For “How old are you?”: 14, 16, 18 or 25. The start page shows it as a big number."
    )
    body = StreamField(YouthBlock(), blank=True)
    hard_because = models.TextField(
        "why it is harder to read than the limit",
        blank=True,
        max_length=500,
        help_text="Only for a page over its limits: why it must be so. The public does not see it. "
        "Such as: it quotes the letter that everybody gets.",
    )

    reading_kind = PageKind.YOUTH
    content_panels = [
        *PicturePage.content_panels,
        FieldRowPanel([FieldPanel("icon"), FieldPanel("shelf"), FieldPanel("age")], heading="On the start page"),
        FieldPanel("body"),
        FieldPanel("hard_because"),
    ]
    override_translatable_fields = [*PicturePage.override_translatable_fields, SynchronizedField("hard_because")]
    search_fields = [*PicturePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if self.shelf == Shelf.AGE and not self.age:
            problems["age"] = ["Say for which age this page is, so that the start page can show it."]
        if not self.hard_because.strip() and (over := too_hard(self)):
            problems["hard_because"] = [
                f"{' '.join(over)} Make it plainer (“Plain words” beside the page shows where), or write here why it must be so."
            ]
        return problems

    def words_to_check(self) -> list[str]:
        seen = [self.picture.default_alt_text] if self.picture else []
        return [self.title, self.seo_title, self.search_description, self.summary, words_of(self.body), *seen]


class YouthHomePage(YouthBasePage):
    """The front door for young people."""

    page_description = "The start of the section for young people. One for a site."
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "youth.YouthPage",
        "youth.ApprovedPlacesPage",
        "youth.ByYouGuidePage",
        "youth.ForumPostsPage",
        "youth.TellUsPage",
        "youth.YouAskedPage",
        "youth.ForumMeetingsPage",
    ]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "youth home page"


class YouthPage(YouthBasePage):
    """One idea, in plain words."""

    page_description = "A short page for young people: one idea, plain words."
    parent_page_types = ["youth.YouthHomePage", "youth.YouthPage"]
    subpage_types = ["youth.YouthPage", "youth.YouAskedPage", "youth.ForumMeetingsPage", "easyread.EasyReadPage"]

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
