"""What the board promised, and what came of it. What was public once is never rewritten."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator

from localoffer.pages.models import BasePage
from localoffer.people.models import Kept
from localoffer.people.querysets import NeverDeleted
from localoffer.plainlanguage.personal import TITLED

from .. import rules
from ..choices import Outcome, PromiseState, StepKind
from ..querysets import NeverRewritten, PromiseQuerySet, StepQuerySet
from .themes import area_of_it, theme_of_it

# What the public read when the promise was made, and what only ``services.add_step`` changes afterwards.
FIXED = ("key", "words", "post_id", "made_at", "made_on", "due_on", "outcome", "ended_on", "reason")


class Promise(models.Model):
    """One promise of the board. Its state is reckoned from ``outcome`` and ``due_on``; both follow from its steps.

    Raises NeverRewritten when a public one is saved with another of its fixed fields, and NeverDeleted when deleted.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    words = models.TextField(
        "what was promised",
        max_length=400,
        help_text="In plain words, in one or two sentences. Cannot be changed once it is public.",
    )
    post = models.ForeignKey(
        "blog.BoardPostPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="promises",
        verbose_name="the post that tells of it",
    )
    made_at = models.CharField(
        "where it was made",
        max_length=150,
        blank=True,
        help_text="Such as: SEND improvement board. Empty: the meeting of the post.",
    )
    made_on = models.DateField("made on", blank=True, help_text="Empty: the day of the post’s meeting.")
    owner = models.CharField(
        "who must keep it", max_length=120, help_text="A role or a team, never a person’s name. Such as: The head of SEND."
    )
    due_on = models.DateField("to be kept by", help_text="The day after this one it is late.")
    theme = theme_of_it("promises")
    area = area_of_it("promises")
    is_public = models.BooleanField(
        "show it on the site", default=False, help_text="For good: from then on it can be neither deleted nor rewritten."
    )
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, editable=False)
    ended_on = models.DateField(null=True, editable=False)
    reason = models.TextField(blank=True, editable=False)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        ordering = ["made_on", "pk"]
        indexes = [models.Index(fields=["is_public", "outcome", "due_on"], name="promise_state")]

    def __str__(self) -> str:
        return Truncator(self.words).chars(90)

    def clean(self) -> None:
        super().clean()
        if self.post:
            self.made_at = self.made_at or self.post.meeting_name
            self.made_on = self.made_on or self.post.meeting_date or self.post.date
        errors = {}
        if not self.made_on:
            errors["made_on"] = "Say when it was made, or choose the post that tells of it."
        elif self.due_on and self.due_on < self.made_on:
            errors["due_on"] = "This is before the promise was made. Check both days."
        if not self.made_at.strip():
            errors["made_at"] = "Say where it was made: the meeting, in a few words."
        if TITLED.search(self.owner):
            errors["owner"] = "This looks like a person’s name. Write the role or the team."
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        before = Promise.objects.public().filter(pk=self.pk).values(*FIXED).first() if self.pk else None
        if before and not (self.is_public and all(getattr(self, name) == value for name, value in before.items())):
            raise NeverRewritten
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        if Promise.objects.public().filter(pk=self.pk).exists():
            raise NeverDeleted
        return super().delete(*args, **kwargs)

    @classmethod
    def fixed_names(cls) -> set[str]:
        """The fixed fields by each name that code may use for them."""
        return {*FIXED, *(name.removesuffix("_id") for name in FIXED), "is_public"}

    def state_on(self, today: date) -> PromiseState:
        return rules.state_on(self.outcome, self.due_on, today)

    @property
    def history(self) -> list["PromiseStep"]:
        """Its steps, the oldest first."""
        return list(self.steps.all())

    @property
    def first_due(self) -> date:
        """The due date that it was made with."""
        moved = [step for step in self.history if step.kind == StepKind.NEW_DATE]
        return min(moved, key=lambda step: step.pk).old_due if moved else self.due_on


class PromiseStep(Kept):
    """One thing that happened to a promise, dated and in plain words. Written once, and never changed."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    day = models.DateField()
    words = models.TextField(max_length=600)
    old_due = models.DateField(null=True)
    new_due = models.DateField(null=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day:%-d %B %Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise NeverRewritten
        super().save(*args, **kwargs)


class PromisesPage(BasePage):
    """All promises of the board: kept, late, on track and dropped. They are not edited here."""

    page_description = "Shows what the board promised, and what came of it. One, below the board blog."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = "promises"
