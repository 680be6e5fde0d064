from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from .. import rules


class Consent(models.Model):
    """What a person agreed to, for how long. Private: never shown on a page, in a feed or in an interface."""

    display_name = models.CharField(
        "first or chosen name", max_length=60, help_text="Never a surname. For a group: “three of us, aged 15 to 19”."
    )
    agrees_to_picture = models.BooleanField("picture", default=False)
    agrees_to_voice = models.BooleanField("voice", default=False)
    agrees_to_words = models.BooleanField("words", default=False)
    agrees_to_name = models.BooleanField("first or chosen name", default=False)
    under_16 = models.BooleanField("is under 16", default=False)
    given_by_person = models.BooleanField("the person agreed", default=False)
    given_by_parent = models.BooleanField("a parent or carer agreed", default=False)
    how_given = models.CharField("how it was given", max_length=200, help_text="For example: signed form, kept by the forum.")
    given_on = models.DateField("given on")
    ends_on = models.DateField("ends on", help_text="The last day on which we may show it.")
    withdrawn_on = models.DateField("taken back on", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = "consent"
        verbose_name_plural = "consents"
        ordering = ["-given_on"]

    def __str__(self) -> str:
        return f"{self.display_name}, until {self.ends_on:%-d %B %Y}"

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.given_on and self.ends_on and self.ends_on < self.given_on:
            errors["ends_on"] = "The consent would end before it begins. Check both dates."
        if not self.given_by_person:
            errors["given_by_person"] = "The person must agree. Tick this when they have."
        if self.under_16 and not self.given_by_parent:
            errors["given_by_parent"] = "Under 16, a parent or carer must agree as well."
        if errors:
            raise ValidationError(errors)

    def is_live_on(self, day: date) -> bool:
        return rules.consent_is_live(self, day)


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
