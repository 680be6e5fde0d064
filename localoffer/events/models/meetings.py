"""Meetings of a body that speaks in public of what it talked about: the youth forum, the board."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from ..choices import Body, Freq
from ..querysets import MeetingQuerySet
from ..rules import Pattern


class OnOneDay(models.Model):
    """The day and the times of a meeting, for other apps to take up."""

    day = models.DateField()
    starts_at = models.TimeField("from", null=True, blank=True, help_text="Such as 16:30. Empty: not known yet.")
    ends_at = models.TimeField("until", null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": "Fill in when it starts too, or leave both times empty."})
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "It would end before it starts. Write 5pm as 17:00."})

    @property
    def pattern(self) -> Pattern:
        """The same for the rules."""
        return Pattern(freq=Freq.ONCE, starts_on=self.day, opens=self.starts_at, closes=self.ends_at)


class Meeting(OnOneDay):
    """One meeting: when, what it is about, and afterwards plain notes. Past ones are kept."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the same each time in calendar files
    body = models.CharField("who meets", max_length=10, choices=Body.choices, default=Body.FORUM)
    title = models.CharField(max_length=120, help_text="Such as: Autumn meeting.")
    place = models.CharField(
        "where, for the public",
        max_length=120,
        blank=True,
        help_text="For young people only the town, or “online”: tell the members the address yourself.",
    )
    is_cancelled = models.BooleanField("it does not happen", default=False)
    agenda = models.TextField("what we talk about", blank=True, max_length=2000, help_text="One thing a line, in plain words.")
    notes = models.TextField(
        "what was said",
        blank=True,
        max_length=6000,
        help_text="Plain notes, one thing a line, after the meeting. No surnames, and no school of a young person.",
    )

    objects = MeetingQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("body"), FieldPanel("title")]),
        FieldRowPanel([FieldPanel("day"), FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("place"),
        FieldPanel("is_cancelled"),
        MultiFieldPanel([FieldPanel("agenda"), FieldPanel("notes")], heading="What it is about"),
    ]

    class Meta:
        ordering = ["-day", "-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="meeting_ends_after_it_begins",
                violation_error_message="It would end before it starts. Check both times.",
            ),
        ]
        indexes = [models.Index(fields=["body", "day"])]

    def __str__(self) -> str:
        return f"{self.title}, {self.day:%-d %B %Y}" if self.day else self.title

    @property
    def agenda_lines(self) -> list[str]:
        return [line.strip() for line in self.agenda.splitlines() if line.strip()]

    @property
    def note_lines(self) -> list[str]:
        return [line.strip() for line in self.notes.splitlines() if line.strip()]
