"""The board's meetings: what was planned, the papers, what was decided, the post that tells of it."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager, PageQuerySet
from wagtail.search import index

from localoffer.events.models import OnOneDay
from localoffer.pages.models import BasePage, Problems

from ..choices import PaperKind

LISTS = ["h3", "ol", "ul", "bold", "link"]
NO_NOTE = "Say in a sentence why it does not happen, or when it happens instead."


class MeetingQuerySet(PageQuerySet):
    """Reads of meetings in the domain's words. The moment is always passed in."""

    def coming(self, now: datetime) -> "MeetingQuerySet":
        """Those that are not over, the next one first; those that do not happen too, so that nobody comes in vain."""
        return self.filter(self._not_over(now)).order_by("day", "starts_at", "pk")

    def past(self, now: datetime) -> "MeetingQuerySet":
        """Those that are over, the last one first."""
        return self.exclude(self._not_over(now)).order_by("-day", "-starts_at", "-pk")

    @staticmethod
    def _not_over(now: datetime) -> Q:
        here = timezone.localtime(now)
        ends_later = Q(ends_at=None) | Q(ends_at__gt=here.time())
        return Q(day__gt=here.date()) | Q(day=here.date()) & ends_later


MeetingManager = PageManager.from_queryset(MeetingQuerySet)


class BoardMeetingsPage(BasePage):
    """The board's meetings, those to come and those that were."""

    page_description = "The list of the board’s meetings. One, below the board blog."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types = ["blog.BoardMeetingPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "board meetings"


class BoardMeetingPage(OnOneDay, BasePage):
    """One meeting. Its papers can be opened from the day on which it is published, and by nobody else before."""

    place = models.CharField("where", max_length=160, blank=True, help_text="Such as: County Hall, Oxford. Or: online.")
    invited = models.CharField(
        "who is invited", max_length=250, blank=True, help_text="Such as: members of the board. Parents may listen online."
    )
    is_cancelled = models.BooleanField("it does not happen", default=False)
    change_note = models.CharField("what changed", max_length=250, blank=True, help_text="Such as: moved to 12 May.")
    agenda = RichTextField(blank=True, features=LISTS, help_text="What the board talks about, one thing a line.")
    minutes = RichTextField(blank=True, features=LISTS, help_text="What was said and decided. A file of them is a paper.")

    objects = MeetingManager()

    reading_fields = ("title", "summary", "invited", "change_note", "agenda", "minutes")
    page_description = "A meeting of the board: day, agenda, papers, minutes. Below the board meetings."
    parent_page_types = ["blog.BoardMeetingsPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("day"), FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("place"),
        FieldPanel("invited"),
        MultiFieldPanel([FieldPanel("is_cancelled"), FieldPanel("change_note")], heading="Cancelled or changed"),
        FieldPanel("agenda"),
        InlinePanel(
            "papers",
            label="Paper",
            heading="Papers",
            help_text="Upload each for this meeting. From the first time you save, the public can open it nowhere "
            "until the meeting is published.",
        ),
        FieldPanel("minutes"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("agenda"), index.SearchField("minutes")]

    class Meta:
        verbose_name = "board meeting"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if self.is_cancelled and not self.change_note.strip():
            problems["change_note"] = [NO_NOTE]
        return problems

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Papers of a draft stand in its revision only, so they are held back from here on."""
        revision = super().save_revision(*args, **kwargs)
        HeldPaper.objects.hold(paper.document_id for paper in self.papers.all() if paper.document_id)
        return revision

    def is_over(self, now: datetime) -> bool:
        here = timezone.localtime(now)
        return self.day < here.date() or (self.day == here.date() and self.ends_at is not None and self.ends_at <= here.time())


class MeetingPaper(Orderable):
    """A document of a meeting."""

    page = ParentalKey("blog.BoardMeetingPage", on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey("media.CustomDocument", on_delete=models.CASCADE, related_name="meeting_papers")
    kind = models.CharField(max_length=12, choices=PaperKind.choices, default=PaperKind.REPORT)
    title = models.CharField(max_length=150, blank=True, help_text="What families read. Empty: the title of the document.")

    panels = [FieldPanel("document"), FieldRowPanel([FieldPanel("kind"), FieldPanel("title")])]

    class Meta(Orderable.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return self.title or str(self.document)


class HeldPaperQuerySet(models.QuerySet):
    def hold(self, documents: Any) -> None:
        """From now on these documents are papers: open to the public only by a meeting that is public."""
        self.bulk_create([HeldPaper(document_id=number) for number in documents], ignore_conflicts=True)


class HeldPaper(models.Model):
    """A document that was a paper in some draft. It stays one, also when the draft is gone: rather too much held back."""

    document = models.OneToOneField("media.CustomDocument", on_delete=models.CASCADE, primary_key=True, related_name="+")

    objects = HeldPaperQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.document)
