from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import Truncator
from wagtail.models import Page

from .choices import Kind, Status

# No letters or figures that are easily mixed up when read out on the telephone.
REFERENCE_LETTERS = "ACDEFHJKLMNPQRTUVWXY34679"


def who_answers() -> Q:
    """The people who may be given a message: those who may answer it."""
    may = Q(groups__permissions__codename="change_message", groups__permissions__content_type__app_label="contact")
    return Q(pk__in=get_user_model().objects.filter(may | Q(is_superuser=True), is_active=True).values("pk"))


def new_reference() -> str:
    return get_random_string(7, REFERENCE_LETTERS)


class Message(models.Model):
    """What a visitor sent us. Private: only staff read it. The words are plain text."""

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = models.TextField("what they wrote")
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField("e-mail", blank=True)
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about = models.CharField("about the page", max_length=255, blank=True)
    received_at = models.DateTimeField("received", default=timezone.now, editable=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.NEW)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="in whose hands",
        limit_choices_to=who_answers,
    )
    staff_note = models.TextField("note for colleagues", blank=True)

    class Meta:
        ordering = ["-received_at"]
        indexes = [models.Index(fields=["status", "-received_at"])]

    def __str__(self) -> str:
        return f"{self.reference}: {self.get_kind_display()}"

    @property
    def beginning(self) -> str:
        """The first words, for lists."""
        return Truncator(" ".join(self.words.split())).chars(90)
