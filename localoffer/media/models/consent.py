"""What a person agreed to, and what rests on it."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from .. import rules
from ..querysets import ConsentQuerySet, RestsOnConsentQuerySet
from ..rules.consents import Agreement


class Consent(models.Model):
    """What a person agreed to, for how long. Private: never shown on a page, in a feed or in an interface.

    Who must have agreed, and the law behind it, stands in ``rules/consents.py``. No date of birth is kept: only
    whether the person was under 16 on the day of agreeing.
    """

    display_name = models.CharField(
        "first or chosen name", max_length=60, help_text="Never a surname. For a group: “three of us, aged 15 to 19”."
    )
    agrees_to_picture = models.BooleanField("picture or film", default=False)
    agrees_to_voice = models.BooleanField("voice", default=False)
    agrees_to_words = models.BooleanField("words", default=False)
    agrees_to_name = models.BooleanField("first or chosen name", default=False)
    under_16 = models.BooleanField(
        "how old were they when they agreed?",
        choices=[(True, "Under 16"), (False, "16 or over")],
        help_text="When they turn 16, ask them again: from then on it is theirs to decide.",
    )
    given_by_person = models.BooleanField(
        "the person agreed", default=False, help_text="In their own way: by words, signs, pictures or a device."
    )
    given_by_parent = models.BooleanField(
        "under 16: somebody with parental responsibility agreed",
        default=False,
        help_text="Not every parent or carer has it. With a care order the council has it: ask the social worker.",
    )
    parent_role = models.CharField(
        "who that is",
        max_length=100,
        blank=True,
        help_text="What they are to the young person, not their name. Such as: mother; the council, by its social worker.",
    )
    cannot_decide = models.BooleanField(
        "16 or over: they cannot decide this themselves",
        default=False,
        help_text="Only after you helped them to decide in every way you could. Then somebody decides what is best for them.",
    )
    decided_by = models.CharField("who decided what is best for them", max_length=100, blank=True)
    decided_role = models.CharField(
        "in what role", max_length=100, blank=True, help_text="Such as: deputy of the court; mother; social worker."
    )
    decided_on = models.DateField("decided on", null=True, blank=True)
    how_given = models.CharField("how it was given", max_length=200, help_text="For example: signed form, kept by the forum.")
    given_on = models.DateField("given on")
    ends_on = models.DateField("ends on", help_text="The last day on which we may show it.")
    withdrawn_on = models.DateField(
        "taken back on",
        null=True,
        blank=True,
        help_text="From this day nothing that rests on this consent is shown. This cannot be undone: record a new consent.",
    )
    withdrawn_note = models.TextField("note on taking it back", max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    # The end for which the reminder went out. With a new end date there is a new reminder.
    reminded_for = models.DateField(null=True, blank=True, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "consent"
        verbose_name_plural = "consents"
        ordering = ["-given_on"]

    def __str__(self) -> str:
        return f"{self.display_name}, until {self.ends_on:%-d %B %Y}"

    @property
    def reference(self) -> str:
        """What it is called where a name must not stand, such as in an e-mail."""
        return f"Consent {self.pk}"

    def clean(self) -> None:
        super().clean()
        problems = rules.consent_problems(
            agreement=Agreement(
                under_16=self.under_16,
                given_by_person=self.given_by_person,
                given_by_parent=self.given_by_parent,
                parent_role=self.parent_role,
                cannot_decide=self.cannot_decide,
                decided_by=self.decided_by,
                decided_role=self.decided_role,
                decided_on=self.decided_on,
            ),
            covers_something=any(
                (self.agrees_to_picture, self.agrees_to_voice, self.agrees_to_words, self.agrees_to_name),
            ),
            given_on=self.given_on,
            ends_on=self.ends_on,
            withdrawn_on=self.withdrawn_on,
            today=timezone.localdate(),
        )
        if self.withdrawn_on is None and self.pk and Consent.objects.filter(pk=self.pk, withdrawn_on__isnull=False).exists():
            problems["withdrawn_on"] = "A consent that was taken back stays so. If they agree again, record a new consent."
        if problems:
            raise ValidationError(problems)

    def is_live_on(self, day: date) -> bool:
        return rules.consent_is_live(self, day)

    def state_on(self, day: date) -> str:
        """Its state in words, such as "Ends soon"."""
        return dict(rules.STATES)[rules.state_of(self, day)]


class ShowsPeople(models.Model):
    """For whatever shows or sounds like a person: a picture, a film, a recording."""

    shows_people = models.BooleanField(
        "are there people in it who could be recognised?",
        choices=[(True, "Yes"), (False, "No")],
        help_text="Drawings and crowds seen from behind are “No”.",
    )
    consent = models.ForeignKey(
        Consent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Needed before a page that shows it can be published.",
    )

    class Meta:
        abstract = True

    def why_not_shown(self, on: date) -> str:
        """A sentence for the editor when consent is missing, does not cover this, ended or was taken back; else ""."""
        agreed = self.consent is not None and getattr(self.consent, self.agreement_needed)
        return rules.why_not(title=self.title, shows_people=self.shows_people, consent=self.consent, agreed=agreed, on=on)

    @property
    def agreement_needed(self) -> str:
        """The field of the consent that must be ticked before this may be shown."""
        return "agrees_to_picture"

    def may_be_shown(self, on: date) -> bool:
        return not self.why_not_shown(on)


class SaysSomebodysWords(models.Model):
    """For whatever is in a young person's own words: a story, a quotation. Mix it into the model or page.

    A page adds ``why_words_not_shown`` to its ``publish_problems``, lists only what ``shown_on(day)`` finds
    (``RestsOnConsentQuerySet``), and answers with "not found" when ``words_may_be_shown`` is false. A live page that
    rests on a consent is taken down when the consent is taken back, or ends (``services.take_down``).
    """

    words_consent = models.ForeignKey(
        Consent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="consent for the words",
        help_text="Needed before it can be published. Private.",
    )

    class Meta:
        abstract = True

    @property
    def shows_a_name(self) -> bool:
        """Whether the person's first or chosen name stands beside the words."""
        return False

    def why_words_not_shown(self, on: date) -> str:
        """A sentence for the editor, or "" when the words may be shown on that day."""
        consent = self.words_consent
        return rules.why_not_words(
            consent=consent,
            words=consent is not None and consent.agrees_to_words,
            name=not self.shows_a_name or (consent is not None and consent.agrees_to_name),
            on=on,
        )

    def words_may_be_shown(self, on: date) -> bool:
        return not self.why_words_not_shown(on)


__all__ = ["Consent", "RestsOnConsentQuerySet", "SaysSomebodysWords", "ShowsPeople"]
