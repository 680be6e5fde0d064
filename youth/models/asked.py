"""“You asked, this happened”: the forum's work programme, what young people asked, and what came of it."""

import hashlib
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from localoffer.blocks.content import ICONS
from localoffer.plainlanguage.personal import Finding
from localoffer.plainlanguage.registry import details_in

from ..choices import Progress
from .voices import YoungMessage, who_hears_young_people

PUBLIC_WORDS = ("words", "asked_of", "answered_by", "answer", "happened")


class WorkItem(models.Model):
    """One thing that the forum works on."""

    title = models.CharField(max_length=80, help_text="Such as: Jobs for older young people.")
    summary = models.TextField("what we want", max_length=500, help_text="Two or three short sentences, in plain words.")
    icon = models.CharField("drawing", max_length=20, choices=ICONS, blank=True)
    progress = models.CharField("how far it is", max_length=10, choices=Progress.choices, default=Progress.NOW)
    done_by = models.DateField("when we want it done", null=True, blank=True, help_text="Shown, and put in calendars.")
    sort_order = models.PositiveSmallIntegerField("place in the list", default=0)

    panels = [
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("icon"),
        FieldRowPanel([FieldPanel("progress"), FieldPanel("done_by"), FieldPanel("sort_order")]),
    ]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = "part of the work programme"
        verbose_name_plural = "work programme"

    def __str__(self) -> str:
        return self.title


class AskedQuerySet(models.QuerySet):
    def public(self) -> "AskedQuerySet":
        """Those that a person has approved as they stand now."""
        return self.exclude(approved_at=None)

    def overdue(self, today: date) -> "AskedQuerySet":
        """Public ones that wait for longer than they should."""
        return self.public().filter(answer_by__lt=today, answered_on=None, happened_on=None)


class Asked(models.Model):
    """Something that young people asked for. Public once somebody has approved it, and only as it was then:
    whoever changes its words, takes it off the site until it is approved again.
    """

    work_item = models.ForeignKey(
        WorkItem,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="asked",
        verbose_name="part of the work programme",
    )
    from_message = models.OneToOneField(
        YoungMessage, null=True, blank=True, on_delete=models.SET_NULL, related_name="asked", editable=False
    )
    in_their_words = models.BooleanField("these are a young person’s own words", default=False, help_text="Shown as a quotation.")
    words = models.TextField(
        "what young people asked",
        max_length=600,
        help_text="Short and plain. Take out all that could tell who somebody is: names, school, places, dates.",
    )
    asked_on = models.DateField("asked on")
    asked_of = models.CharField(
        "whom we asked", max_length=120, help_text="A team or a board, no person. Such as: the council’s SEND team."
    )
    answer_by = models.DateField("answer wanted by", null=True, blank=True)
    looked_after_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="who looks after it",
        limit_choices_to=who_hears_young_people,
        help_text="Is reminded when the answer is late. Empty: all supporters.",
    )
    answered_by = models.CharField(
        "who answered", max_length=120, blank=True, help_text="A team or a role. Such as: the head of SEND."
    )
    answer = models.TextField("the answer", max_length=1200, blank=True)
    answered_on = models.DateField("answered on", null=True, blank=True)
    happened = models.TextField("what happened then", max_length=1200, blank=True)
    happened_on = models.DateField("it happened on", null=True, blank=True)

    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_digest = models.CharField(max_length=64, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = AskedQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("words"),
                FieldPanel("in_their_words"),
                FieldPanel("work_item"),
                FieldRowPanel([FieldPanel("asked_on"), FieldPanel("answer_by")]),
                FieldPanel("asked_of"),
                FieldPanel("looked_after_by"),
            ],
            heading="You asked",
        ),
        MultiFieldPanel([FieldPanel("answered_by"), FieldPanel("answer"), FieldPanel("answered_on")], heading="The answer"),
        MultiFieldPanel([FieldPanel("happened"), FieldPanel("happened_on")], heading="This happened"),
    ]

    class Meta:
        ordering = ["-asked_on", "-pk"]
        verbose_name = "thing that young people asked"
        verbose_name_plural = "things that young people asked"
        permissions = [("approve_asked", "Can approve what young people asked")]

    def __str__(self) -> str:
        return self.words[:60]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Other words than those that were approved are not approved: this holds on every road to the database."""
        if self.approved_at and self.approved_digest != self.digest:
            self.approved_at = self.approved_by = None
            self.approved_digest = ""
            if (fields := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*fields, "approved_at", "approved_by", "approved_digest"}
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.answered_on and not self.answer.strip():
            errors["answer"] = "Write the answer, or leave its date empty."
        if self.answer.strip() and not (self.answered_on and self.answered_by.strip()):
            errors["answered_by" if self.answered_on else "answered_on"] = "Say who answered, and when."
        if bool(self.happened.strip()) != bool(self.happened_on):
            errors["happened_on" if self.happened.strip() else "happened"] = "Write what happened, and when."
        for name in ("answer_by", "answered_on", "happened_on"):
            if (day := getattr(self, name)) and self.asked_on and day < self.asked_on:
                errors[name] = "This is before the day on which they asked. Check both days."
        if errors:
            raise ValidationError(errors)

    @property
    def digest(self) -> str:
        """Tells whether the public words are still those that were approved."""
        told = "\x1f".join([*(getattr(self, name) for name in PUBLIC_WORDS), str(self.in_their_words)])
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def is_public(self) -> bool:
        return self.approved_at is not None

    @property
    def personal_details(self) -> list[Finding]:
        """What in the public words could tell who somebody is."""
        return details_in("\n".join(getattr(self, name) for name in PUBLIC_WORDS))

    def is_late(self, today: date) -> bool:
        return bool(self.is_open and self.answer_by and self.answer_by < today)

    @property
    def is_open(self) -> bool:
        return self.answered_on is None and self.happened_on is None
