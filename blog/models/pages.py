from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from localoffer.pages.models import BasePage, Problems
from localoffer.readability.choices import PageKind

from ..blocks import PostBlock
from ..querysets import PostManager
from .approval import chair_problem
from .editing import ChairPanel, ChecklistPanel, PromisesPanel


class BoardBlogPage(BasePage):
    """The index of the board's blog."""

    body = StreamField(PostBlock(), blank=True, help_text="What the board is. Shown above the posts.")
    chair_approves = models.BooleanField(
        "the chair approves each post",
        default=False,
        help_text="Then a post is public only after the chair has approved its words. The chair needs no account: "
        "staff send a link from the post.",
    )
    chair_email = models.EmailField(
        "e-mail address of the chair",
        blank=True,
        help_text="Never shown to readers. With it alone, staff can ask the chair about a post, and need not.",
    )

    page_description = "The list of the board’s posts. One for a site."
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "blog.BoardPostPage",
        "blog.PromisesPage",
        "blog.MeasuresPage",
        "blog.BoardThemePage",
        "blog.BoardMembersPage",
        "blog.BoardMeetingsPage",
        "blog.NewsIndexPage",
    ]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    settings_panels = [
        # Whoever publishes posts must not be able to do without the approval.
        MultiFieldPanel(
            [FieldPanel("chair_approves", permission="superuser"), FieldPanel("chair_email", permission="superuser")],
            heading="The chair",
            permission="superuser",
        ),
        *BasePage.settings_panels,
    ]

    class Meta:
        verbose_name = "board blog"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if self.chair_approves and not self.chair_email:
            problems["chair_email"] = ["Write the e-mail address of the chair, or take the tick away."]
        return problems


class PostTag(TaggedItemBase):
    content_object = ParentalKey("blog.BoardPostPage", on_delete=models.CASCADE, related_name="tagged_items")


class BoardPostPage(BasePage):
    """What the board's chair reports of one meeting. The panels stand in the order in which staff think."""

    author = models.ForeignKey("blog.AuthorProfile", null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    date = models.DateField("date of the post", default=timezone.localdate)
    meeting = models.ForeignKey(
        "blog.BoardMeetingPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        verbose_name="the meeting that it tells of",
        help_text="Name and date below follow from it. Not there yet? Fill in name and date, and choose it later.",
    )
    meeting_name = models.CharField("meeting reported", max_length=150, blank=True)
    meeting_date = models.DateField("date of the meeting", null=True, blank=True)
    in_short = models.TextField("in short", blank=True, max_length=900, help_text="The post in three to five plain sentences.")
    for_young_people = models.TextField(
        "for young people", blank=True, max_length=700, help_text="The same for a 13-year-old, in three to five short sentences."
    )
    body = StreamField(PostBlock(), blank=True)
    next_meeting_date = models.DateField("next meeting", null=True, blank=True)
    next_meeting_note = models.CharField("about the next meeting", max_length=300, blank=True)
    how_to_comment = RichTextField(blank=True, features=["bold", "link", "ul"])
    tags = ClusterTaggableManager(through=PostTag, blank=True)
    themes = ParentalManyToManyField(
        "blog.BoardTheme",
        blank=True,
        related_name="posts",
        verbose_name="themes and priority action areas",
        help_text="The post shows on the pages of these.",
    )

    objects = PostManager()

    read_with = ("author", "author__picture__consent")
    reading_kind = PageKind.BOARD
    reading_fields = ("title", "summary", "in_short", "for_young_people", "body", "next_meeting_note", "how_to_comment")
    page_description = "A post of the board’s blog: what the board did, promised and delivered."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types = ["easyread.EasyReadPage"]
    content_panels = [
        TitleFieldPanel("title", help_text="Usually “Reflections from NAME - DATE”."),
        FieldRowPanel([FieldPanel("author"), FieldPanel("date")]),
        FieldPanel("meeting"),
        FieldRowPanel([FieldPanel("meeting_name"), FieldPanel("meeting_date")]),
        FieldPanel("summary"),
        FieldPanel("in_short"),
        FieldPanel("for_young_people"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("next_meeting_date"), FieldPanel("next_meeting_note"), FieldPanel("how_to_comment")],
            heading="What comes next",
        ),
        FieldPanel("tags"),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        PromisesPanel(heading="Promises made"),
        InlinePanel(
            "corrections",
            label="Correction",
            heading="Corrected after publishing",
            help_text="Readers see it at the top of the post. What was wrong is said, not hidden.",
        ),
        ChairPanel(heading="The chair"),
        ChecklistPanel(heading="Before you publish"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("in_short"),
        index.SearchField("for_young_people"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = "board post"

    def clean(self) -> None:
        super().clean()
        if self.meeting:
            self.meeting_name, self.meeting_date = self.meeting_name or self.meeting.title, self.meeting.day

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not self.in_short.strip():
            problems["in_short"] = ["Write the post in short: three to five plain sentences."]
        if not self.author_id:
            problems["author"] = ["Say who writes this post."]
        elif self.author.picture and (sentence := self.author.picture.why_not_shown(timezone.localdate())):
            problems["author"] = [sentence]
        today = timezone.localdate()
        found = [said for one in self.corrections.all() if (said := one.problem_on(today, self.date))]
        if sentence := chair_problem(self, timezone.now()):
            found.append(sentence)
        if found:
            problems[NON_FIELD_ERRORS] = [*problems.get(NON_FIELD_ERRORS, []), *dict.fromkeys(found)]
        return problems

    @property
    def author_names(self) -> list[str]:
        return [self.author.name] if self.author else []

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().structured_data(request) | {
            "@type": "BlogPosting",
            "headline": self.title,
            "datePublished": str(self.date),
        }
        if self.author:
            data["author"] = {"@type": "Person", "name": self.author.name}
        return data
