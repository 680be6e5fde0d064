from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from wagtail.images import get_image_model_string
from wagtailmedia.settings import wagtailmedia_settings

from localoffer.contact.models import REFERENCE_LETTERS
from localoffer.people.models import Kept
from localoffer.people.querysets import KeptQuerySet

from .. import rules
from ..choices import SHOWING, Ending, Outcome, State, Step
from ..querysets import AwardQuerySet
from .criteria import Criteria
from .visits import Visit

ENDS_BEFORE = "The seal would end before it begins. Choose a later last day."
CODE_LENGTH = 9


def new_code() -> str:
    """Names an award in its address, for good. It tells nothing and need not be secret."""
    return get_random_string(CODE_LENGTH, REFERENCE_LETTERS)


class AwardDetails(Kept):
    """What the forum decided about a listing, as it will be shown."""

    listing_key = models.UUIDField("listing", editable=False, db_index=True)
    listing_title = models.CharField("name of the listing when it was given", max_length=255, editable=False)
    visit = models.ForeignKey(Visit, null=True, editable=False, on_delete=models.PROTECT, related_name="%(class)ss")
    criteria = models.ForeignKey(Criteria, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField("the forum decided on", help_text="The day of the forum meeting that decided.")
    given_on = models.DateField("from")
    ends_on = models.DateField("until, the last day")
    words = models.TextField(
        "what young people liked", max_length=300, help_text="In their own words. No surnames, no school of a young person."
    )
    know_before_you_go = models.TextField("know before you go", max_length=300, blank=True)
    visited_by = models.CharField(
        "who visited", max_length=100, help_text="“Three of us, aged 15 to 19”, or first names. Never a surname."
    )
    picture = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown with their words. If people can be seen in it, it needs a consent that has not ended.",
    )
    sound = models.ForeignKey(
        wagtailmedia_settings.MEDIA_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"type": "audio"},
        verbose_name="recording",
        help_text="Their words, spoken. A voice needs a consent that has not ended.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(editable=False)

    class Meta:
        abstract = True

    def picture_on(self, day: date):
        """The picture, or None where there is none or its consent does not cover that day."""
        return self.picture if self.picture and self.picture.may_be_shown(day) else None

    def sound_on(self, day: date):
        return self.sound if self.sound and self.sound.may_be_shown(day) else None


class Award(AwardDetails):
    """The forum's seal of approval on a listing: a dated record outside page revisions.

    It points at the listing's translation key, so that one award serves all its languages and no draft,
    revert or copy of the page can grant, restore or lose it. Nothing is ever deleted.
    """

    code = models.CharField(max_length=12, unique=True, default=new_code, editable=False)
    recipient = models.URLField("web address of who was awarded", blank=True, editable=False)
    renews = models.OneToOneField("self", null=True, editable=False, on_delete=models.PROTECT, related_name="renewed_by")
    review_on = models.DateField("next visit due from", editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    paused_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True, editable=False)
    # Of the pause or the withdrawal in force; those of all that were before stand in the steps.
    reason = models.TextField(
        "reason, for the record", max_length=1000, blank=True, help_text="Only staff who see the seal read this."
    )
    public_note = models.CharField(
        "sentence for the public", max_length=250, blank=True, help_text="Shown on the seal’s page. Plain, fair, no names."
    )

    objects = AwardQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        default_permissions = ("view",)
        permissions = [
            ("award_seal", "Can attach, renew, pause and withdraw the seal as the forum decided"),
            ("decide_seal", "Can record requests, visits and decisions of the forum"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["listing_key"], condition=Q(closed_at=None), name="one_open_award_of_a_listing"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("given_on")),
                name="award_ends_after_it_begins",
                violation_error_message=ENDS_BEFORE,
            ),
        ]

    def __str__(self) -> str:
        return f"Seal of “{self.listing_title}”, {self.given_on:%-d %B %Y}"

    def save(self, *args, **kwargs) -> None:
        if self.review_on is None:
            self.review_on = rules.review_day(given_on=self.given_on, ends_on=self.ends_on, months_before=3)
        super().save(*args, **kwargs)

    @property
    def history(self) -> list["AwardStep"]:
        """All that was done to it, the first step first."""
        return list(self.steps.all())

    def state_on(self, day: date) -> State:
        return rules.state_on(self, day)

    def shows_on(self, day: date) -> bool:
        return self.state_on(day) in SHOWING


class AwardStep(models.Model):
    """One thing that was done to an award: who, when, why, and what the public was told."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Step.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(blank=True)
    public_note = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%-d %B %Y}"


class AwardProposalQuerySet(KeptQuerySet):
    def open(self) -> "AwardProposalQuerySet":
        return self.filter(closed_at=None)


class AwardProposal(AwardDetails):
    """An award that waits for a second person, where the settings ask for one. It shows nowhere in public."""

    is_renewal = models.BooleanField(default=False, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, editable=False)
    why_sent_back = models.TextField("why it is sent back", max_length=500, blank=True)

    objects = AwardProposalQuerySet.as_manager()

    class Meta:
        ordering = ["recorded_at"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["listing_key"], condition=Q(closed_at=None), name="one_open_proposal_of_a_listing"),
        ]

    def __str__(self) -> str:
        return f"Seal of “{self.listing_title}”, waiting for a second person"
