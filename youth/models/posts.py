"""What young people of the forum write. Everything that readers see of a post is plain text and chosen pictures."""

from itertools import count
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PublishingPanel, TitleFieldPanel
from wagtail.coreutils import cautious_slugify
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField
from wagtailmedia.edit_handlers import MediaChooserPanel

from localoffer.media.models import CustomMedia, SaysSomebodysWords
from localoffer.media.querysets import RestsOnConsentQuerySet
from localoffer.pages.models import PicturePage, Problems
from localoffer.people.roles import FORUM_MEMBER
from localoffer.readability.choices import PageKind

from .. import rules
from ..choices import Stage
from .details import ChecksDetails
from .pages import YouthBasePage
from .settings import ForumSettings

NOT_CHECKED = "First somebody must check that it is safe. These words were not checked yet, or they were changed since."
SAME_PERSON = "You checked that it is safe. Now somebody else must read it and publish it."
OWN_POST = "This is your own post. Somebody else must look at it."
NOT_A_MEMBER = "A forum supporter publishes posts."


class SafeguardingCheck(models.Model):
    """Somebody has read this very content, and says that it is safe to show. Not part of the page's versions."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ("add",)
        constraints = [models.UniqueConstraint(fields=["page", "fingerprint"], name="content_checked_once")]

    def __str__(self) -> str:
        return f"{self.checked_by}, {self.checked_at:%-d %B %Y}"


class ChangeRequest(models.Model):
    """What a young person asks to change in a post that is on the site already."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(max_length=2000)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.asked_by}, {self.asked_at:%-d %B %Y}"


class ForumPostsPage(YouthBasePage):
    """The list of what members of the forum wrote."""

    page_description = "The list of posts by members of the Youth Forum. One for a site."
    parent_page_types = ["youth.YouthHomePage"]
    subpage_types = ["youth.ForumPostPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "forum posts"


class ForumPostQuerySet(RestsOnConsentQuerySet, PageQuerySet):
    pass


class ForumPostPage(SaysSomebodysWords, ChecksDetails, PicturePage):
    """A post by a young person, who is the page's owner. No account and no full name is shown.

    It is public only while a consent for its words is live, and for the name when one stands under it.
    """

    words = models.TextField(blank=True, max_length=rules.WORDS_LONGEST, help_text="A blank line begins a new paragraph.")
    recording = models.ForeignKey(
        CustomMedia, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="voice or film"
    )
    chosen_name = models.CharField(
        max_length=rules.NAME_LONGEST, blank=True, help_text="A first or chosen name. Never a surname."
    )
    show_name = models.BooleanField("show this name", default=True)

    objects = PageManager.from_queryset(ForumPostQuerySet)()

    reading_kind = PageKind.YOUTH
    reading_fields = ("title", "words")
    read_with = ("picture", "picture__consent", "recording", "recording__consent", "words_consent")
    page_description = "A post by a member of the Youth Forum. Members write it in their own part of the admin."
    parent_page_types = ["youth.ForumPostsPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("words"),
        FieldPanel("picture"),
        MediaChooserPanel("recording"),
        FieldRowPanel([FieldPanel("chosen_name"), FieldPanel("show_name")]),
        FieldPanel("words_consent", permission="media.view_consent"),
    ]
    override_translatable_fields = [
        *PicturePage.override_translatable_fields,
        SynchronizedField("words_consent"),
        SynchronizedField("chosen_name", overridable=False),
    ]
    settings_panels = [PublishingPanel()]
    search_fields = [*PicturePage.search_fields, index.SearchField("words")]

    class Meta:
        verbose_name = "forum post"

    def clean(self) -> None:
        if self.slug_is_free and self.path:  # before it is looked whether the slug is free
            self.slug = self.slug_of_title()
            self.set_url_path(self.get_parent())
        super().clean()
        self.summary = rules.opening(self.words)

    @property
    def slug_is_free(self) -> bool:
        """Until it was public, the address follows the title: a name taken out of the title leaves the address too."""
        return self.first_published_at is None

    def slug_of_title(self) -> str:
        wanted = cautious_slugify(self.title)[:60].strip("-") or "post"
        taken = set(self.get_siblings(inclusive=False).filter(slug__startswith=wanted).values_list("slug", flat=True))
        names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        return next(name for name in names if name not in taken)

    @property
    def shows_a_name(self) -> bool:
        return self.show_name and bool(self.chosen_name.strip())

    @property
    def author_line(self) -> str:
        """Whose words these are, as readers see it."""
        name = self.chosen_name.strip() if self.shows_a_name else ""
        return _("by %(name)s") % {"name": name} if name else _("by a member of the forum")

    def words_to_check(self) -> list[str]:
        name = self.chosen_name if self.show_name else ""
        heard = [self.recording.title, self.recording.transcript] if self.recording else []
        seen = [self.picture.default_alt_text] if self.picture else []
        return [self.title, self.seo_title, self.search_description, self.words, name, *heard, *seen]

    # --- The gate ---------------------------------------------------------------------------

    @property
    def fingerprint(self) -> str:
        seen = (*self.words_to_check(), self.picture_id, self.recording_id, self.author_line)
        return rules.fingerprint(seen)

    def safeguarding_check(self) -> SafeguardingCheck | None:
        """The check of this very content; None when there was none, or when it was changed since."""
        return SafeguardingCheck.objects.filter(page_id=self.pk, fingerprint=self.fingerprint).first() if self.pk else None

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not self.words.strip():
            problems.pop("summary", None)
            problems["words"] = ["Write some words."]
        if self.recording and (said := self._recording_problems()):
            problems["recording"] = said
        if sentence := self.why_words_not_shown(timezone.localdate()):
            problems["words_consent"] = [sentence]
        if ForumSettings.load().two_steps and self.safeguarding_check() is None:
            problems[NON_FIELD_ERRORS] = [*problems.get(NON_FIELD_ERRORS, []), NOT_CHECKED]
        return problems

    def _recording_problems(self) -> list[str]:
        if sentence := self.recording.why_not_shown(timezone.localdate()):
            return [sentence]
        try:
            self.recording.clean()
        except ValidationError as error:
            return error.messages
        return []

    def person_problems(self, user: Any) -> Problems:
        """Where two people look at each post, who checked that it is safe does not publish it."""
        if is_only_member(user):
            return {NON_FIELD_ERRORS: [NOT_A_MEMBER]}
        if self.owner_id is not None and self.owner_id == user.pk:
            return {NON_FIELD_ERRORS: [OWN_POST]}
        if ForumSettings.load().two_steps:
            check = self.safeguarding_check()
            if check is not None and check.checked_by_id == user.pk:
                return {NON_FIELD_ERRORS: [SAME_PERSON]}
        return {}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """404 from the day on which the consent ends, whether or not the page was taken down by then."""
        if not self.words_may_be_shown(timezone.localdate()):
            raise Http404
        return super().serve(request, *args, **kwargs)

    # --- Where it is ------------------------------------------------------------------------

    @property
    def stage(self) -> Stage:
        state = self.current_workflow_state
        task = state.current_task_state if state else None
        return rules.stage_of(
            live=self.live,
            was_public=self.first_published_at is not None,
            in_workflow=bool(state and state.status == state.STATUS_IN_PROGRESS),
            sent_back=bool(state and state.status == state.STATUS_NEEDS_CHANGES),
            has_reader=getattr(task and task.specific, "reader_id", None) is not None,
        )

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return super().structured_data(request) | {"@type": "BlogPosting", "headline": self.title}


def is_only_member(user: Any) -> bool:
    """Whether this is a member of the forum and nothing else: then the members' own screens are all there is."""
    if user.is_superuser or not user.is_active:
        return False
    if not hasattr(user, "_is_only_member"):
        names = list(user.groups.values_list("name", flat=True))
        user._is_only_member = names == [FORUM_MEMBER.name]
    return user._is_only_member
