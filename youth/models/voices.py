"""What young people send by “Tell us”, and the settings of it. In a table and with permissions of its own."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Q, Value, When
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from localoffer.contact.choices import Status
from localoffer.contact.models import Sent, SentQuerySet, months, people_who_may
from localoffer.contact.rules import danger_in, entries, entry_problem

from ..choices import ALARMING, STARTER_DANGER_WORDS, About, AgeBand, Decision, Feeling, VoiceKind

MAY_ANSWER = "youth.change_youngmessage"


def who_hears_young_people() -> Q:
    """The people who may read and answer what young people send."""
    return people_who_may(MAY_ANSWER)


class YoungMessageQuerySet(SentQuerySet):
    def undecided(self) -> "YoungMessageQuerySet":
        """Those that may speak of danger, and about which no supporter has decided."""
        return self.filter(is_flagged=True, decision=Decision.WAITING)

    def undecided_first(self) -> "YoungMessageQuerySet":
        """Those that may speak of danger before all others, then the newest."""
        urgent = Case(When(is_flagged=True, decision=Decision.WAITING, then=Value(0)), default=Value(1))
        return self.order_by(urgent, "-received_at")

    def without_alert(self) -> "YoungMessageQuerySet":
        return self.filter(is_flagged=True, alerted_at=None)

    def may_be_deleted(self) -> "YoungMessageQuerySet":
        return self.exclude(is_flagged=True, decision=Decision.WAITING)


class YoungMessage(Sent):
    """A story, an idea or a question of a young person, with no name. Only supporters and administrators read it."""

    kind = models.CharField(max_length=10, choices=VoiceKind.choices)
    about = models.CharField("pictures picked", max_length=200, blank=True)  # values of About, with commas between
    feelings = models.CharField(max_length=200, blank=True)  # values of Feeling, with commas between
    age_band = models.CharField("age", max_length=10, choices=AgeBand.choices, blank=True)

    # The sender's code: four letters to find the row by, and a salted hash of the rest.
    code_key = models.CharField(max_length=4, db_index=True, editable=False)
    code_salt = models.CharField(max_length=32, editable=False)
    code_hash = models.CharField(max_length=64, editable=False)
    sent_once = models.CharField(max_length=64, unique=True, editable=False)  # so that a reload sends nothing twice

    is_flagged = models.BooleanField("may speak of danger", default=False, editable=False)
    alerted_at = models.DateTimeField("supporter told of it", null=True, blank=True, editable=False)
    decision = models.CharField("decision about danger", max_length=10, choices=Decision.choices, blank=True, default="")
    decision_note = models.TextField("what was done, and why", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    answer = models.TextField(
        "answer for the sender",
        blank=True,
        max_length=3000,
        help_text="In plain words. Whoever has the code reads it as soon as you save. Do not repeat anything private.",
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="in whose hands",
        limit_choices_to=who_hears_young_people,
    )

    objects = YoungMessageQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        verbose_name = "message from a young person"
        verbose_name_plural = "messages from young people"
        indexes = [models.Index(fields=["status", "-received_at"], name="youngmessage_by_status")]

    def __str__(self) -> str:
        return f"{self.reference}: {self.get_kind_display()}"

    @property
    def is_undecided(self) -> bool:
        return self.is_flagged and self.decision == Decision.WAITING

    @property
    def beginning(self) -> str:
        """The first words, or what was picked."""
        return super().beginning or ", ".join([*self.about_words, *self.feeling_words])

    @property
    def about_words(self) -> list[str]:
        return [str(About(value).label) for value in self.about.split(",") if value in About.values]

    @property
    def feeling_words(self) -> list[str]:
        return [str(Feeling(value).label) for value in self.feelings.split(",") if value in Feeling.values]

    @property
    def danger(self) -> str:
        """For lists."""
        return "Decide now" if self.is_undecided else "Decided" if self.is_flagged else ""

    @property
    def danger_found(self) -> list[str]:
        """Why it was flagged, by the list as it is today."""
        picked = [str(Feeling(value).label) for value in self.feelings.split(",") if value in ALARMING]
        return danger_in(self.words, VoiceSettings.load().danger_list) + picked

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.is_undecided and self.status == Status.CLOSED:
            errors["status"] = "This message may speak of danger. Decide about that first; then you can close it."
        if self.status == Status.ANSWERED and not self.answer.strip():
            errors["answer"] = "Write the answer first. The sender sees it with the code."
        if self.decision == Decision.ACTED and not self.decision_note.strip():
            errors["decision_note"] = "Write what was done, for the record. Only those who may open this message read it."
        if errors:
            raise ValidationError(errors)


@register_setting(icon="comment", order=21)
class VoiceSettings(BaseGenericSetting):
    """Who is told when a message may speak of danger, by which words, and how long messages are kept."""

    danger_contact = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="who is told at once",
        limit_choices_to=who_hears_young_people,
        help_text="A supporter by name. Gets an e-mail when a message may speak of danger. Empty: all supporters.",
    )
    danger_words = models.TextField(
        "words that suggest danger",
        default=STARTER_DANGER_WORDS,
        help_text="One word or phrase a line. A star at the end means: with any ending. Spelling mistakes are found too.",
    )
    keep_months = months("delete messages after so many months", 12)
    reading_days = models.PositiveSmallIntegerField(
        "working days until somebody reads a message", default=5, help_text="Young people are told this. Keep to it."
    )

    panels = [
        MultiFieldPanel([FieldPanel("danger_contact"), FieldPanel("danger_words")], heading="Danger"),
        FieldPanel("reading_days"),
        FieldPanel("keep_months"),
    ]

    class Meta:
        verbose_name = "Tell us"

    def __str__(self) -> str:
        return "Tell us"

    @property
    def danger_list(self) -> list[str]:
        return entries(self.danger_words)

    def clean(self) -> None:
        super().clean()
        problems = [problem for entry in self.danger_list if (problem := entry_problem(entry))]
        if not self.danger_list:
            problems = ["Keep at least one word: without any, nobody is told of danger."]
        if problems:
            raise ValidationError({"danger_words": problems})
