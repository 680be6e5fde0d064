"""News: short items by several people, beside the posts of the board's chair."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from localoffer.pages.models import BasePage, PicturePage, Problems

from ..blocks import PostBlock
from ..querysets import NewsManager

NOBODY_WROTE_IT = "Say who writes this news: add at least one author."


class NewsCategory(models.Model):
    """What news is sorted by. Editors keep the list."""

    name = models.CharField(max_length=80, help_text="Such as: Events, or Health.")
    slug = models.SlugField(max_length=60, unique=True, help_text="Stands in addresses, such as: events.")
    sort_order = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["sort_order", "name", "pk"]
        verbose_name = "news category"
        verbose_name_plural = "news categories"

    def __str__(self) -> str:
        return self.name


class NewsIndexPage(BasePage):
    """The list of the news."""

    page_description = "The list of the news. One, below the board blog."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types = ["blog.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "news"


class NewsAuthor(Orderable):
    """One of those who write an item, in the order that the editor gives."""

    page = ParentalKey("blog.NewsPage", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey("blog.AuthorProfile", on_delete=models.PROTECT, related_name="news_bylines")

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        default_permissions = ()


class NewsPage(PicturePage):
    """One short item of news."""

    date = models.DateField("date of the news", default=timezone.localdate)
    is_featured = models.BooleanField(
        "show it first",
        default=False,
        help_text="The newest item with this tick stands at the top of the news while it is one of the ten newest.",
    )
    categories = ParentalManyToManyField("blog.NewsCategory", blank=True, related_name="items")
    body = StreamField(PostBlock(), blank=True)

    objects = NewsManager()

    reading_fields = ("title", "summary", "body")
    page_description = "A short item of news: what is new, for whom, where to read more."
    parent_page_types = ["blog.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        TitleFieldPanel("title", help_text="What is new, in a few words."),
        FieldRowPanel([FieldPanel("date"), FieldPanel("is_featured")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("picture"),
        FieldPanel("categories", widget=forms.CheckboxSelectMultiple),
        InlinePanel("bylines", label="Author", heading="Who writes it"),
    ]
    search_fields = [*PicturePage.search_fields, index.SearchField("body"), index.FilterField("date")]

    class Meta:
        verbose_name = "news item"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not any(byline.author_id for byline in self.bylines.all()):
            problems["bylines"] = [NOBODY_WROTE_IT]
        return problems

    @cached_property
    def author_names(self) -> list[str]:
        bylines = list(self.bylines.all())
        models.prefetch_related_objects(bylines, "author")
        return [byline.author.name for byline in bylines if byline.author_id]

    @cached_property
    def category_names(self) -> list[str]:
        return [category.name for category in self.categories.all()]

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return super().structured_data(request) | {
            "@type": "NewsArticle",
            "headline": self.title,
            "datePublished": str(self.date),
            "author": [{"@type": "Person", "name": name} for name in self.author_names],
        }
