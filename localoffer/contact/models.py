from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import Truncator
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Page

from localoffer.plainlanguage.personal import Finding
from localoffer.plainlanguage.registry import details_in

from .choices import Kind, Status

# No letters or figures that are easily mixed up when read out on the telephone.
REFERENCE_LETTERS = "ACDEFHJKLMNPQRTUVWXY34679"


def people_who_may(permission: str) -> Q:
    """The people with that permission ("contact.change_message"), by a group, of their own, or because they may do all."""
    app, codename = permission.split(".")
    named = {"codename": codename, "content_type__app_label": app}
    own = Q(**{f"user_permissions__{name}": value for name, value in named.items()})
    by_group = Q(**{f"groups__permissions__{name}": value for name, value in named.items()})
    found = get_user_model().objects.filter(by_group | own | Q(is_superuser=True), is_active=True)
    return Q(pk__in=found.values("pk"))


def who_answers() -> Q:
    """The people who may be given a message: those who may answer it."""
    return people_who_may("contact.change_message")


def new_reference() -> str:
    return get_random_string(7, REFERENCE_LETTERS)


class SentQuerySet(models.QuerySet):
    def sent_before(self, moment: datetime) -> "SentQuerySet":
        return self.filter(received_at__lt=moment)

    def staff_do_not_know(self) -> "SentQuerySet":
        """New ones that no e-mail has told about."""
        return self.filter(told_at=None, status=Status.NEW)


class Sent(models.Model):
    """What all that visitors send has in common. Private: only staff read it. The words are plain text.

    Each kind of sender has a table and permissions of its own, so that no list, search or export of one shows another.
    """

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    words = models.TextField("what they wrote")
    received_at = models.DateTimeField("received", default=timezone.now, editable=False)
    status = models.CharField("state", max_length=10, choices=Status.choices, default=Status.NEW)
    with_whom = models.CharField(
        "with whom", max_length=120, blank=True, help_text="Who was asked, outside this inbox. Such as: the transport team."
    )
    staff_note = models.TextField("note for colleagues", blank=True)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def beginning(self) -> str:
        """The first words, for lists."""
        return Truncator(" ".join(self.words.split())).chars(90)

    @property
    def personal_details(self) -> list[Finding]:
        """What in their words could tell who somebody is."""
        return details_in(self.words)


class Message(Sent):
    """What a visitor sent us by one of the forms of `contact`."""

    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField("e-mail", blank=True)
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about = models.CharField("about the page", max_length=255, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="in whose hands",
        limit_choices_to=who_answers,
    )

    objects = SentQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        indexes = [models.Index(fields=["status", "-received_at"])]

    def __str__(self) -> str:
        return f"{self.reference}: {self.get_kind_display()}"


class MessageCount(models.Model):
    """How many messages of a kind came in a month: what is left of those that were deleted."""

    month = models.DateField()
    kind = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-month", "kind"]
        verbose_name = "count of deleted messages"
        verbose_name_plural = "counts of deleted messages"
        constraints = [models.UniqueConstraint(fields=["month", "kind"], name="one_count_a_month_and_kind")]

    def __str__(self) -> str:
        return f"{self.month:%B %Y}, {self.kind}: {self.number}"


def months(what: str, default: int, **more: Any) -> models.PositiveSmallIntegerField:
    """A setting that says after how many months something is deleted."""
    return models.PositiveSmallIntegerField(
        what,
        default=default,
        validators=[
            MinValueValidator(1, "Keep messages for at least a month."),
            MaxValueValidator(120, "Ten years is the most."),
        ],
        **more,
    )


@register_setting(icon="mail", order=20)
class InboxSettings(BaseGenericSetting):
    """How long messages are kept, and who is told of new ones."""

    tell = models.EmailField(
        "tell this address of new messages",
        blank=True,
        help_text="Empty: everybody who may answer messages. The e-mail says how many there are, never what is in them.",
    )
    keep_months = months("delete messages after so many months", 12)
    keep_comments_months = months(
        "delete comments on the Local Offer after so many months",
        24,
        help_text="The council must publish comments and its answer once a year: keep them for longer than that.",
    )

    panels = [
        FieldPanel("tell"),
        MultiFieldPanel([FieldPanel("keep_months"), FieldPanel("keep_comments_months")], heading="How long they are kept"),
    ]

    class Meta:
        verbose_name = "inbox"

    def __str__(self) -> str:
        return "Inbox"
