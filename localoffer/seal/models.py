from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from . import rules
from .choices import Ending, State
from .querysets import AwardQuerySet

ENDS_BEFORE = "The seal would end before it begins. Choose a later last day."


class Award(models.Model):
    """The forum's seal of approval on a listing: a dated record outside page revisions.

    It points at the listing's translation key, so that one award serves all its languages and no draft,
    revert or copy of the page can grant, restore or lose it. Nothing is ever deleted.
    """

    listing_key = models.UUIDField("listing", editable=False, db_index=True)
    listing_title = models.CharField("name of the listing when it was given", max_length=255, editable=False)
    decided_on = models.DateField("the forum decided on", help_text="The day of the forum meeting that decided.")
    given_on = models.DateField("from")
    ends_on = models.DateField("until, the last day", help_text="Usually two years.")
    words = models.TextField(
        "what young people liked", max_length=300, help_text="In their own words. No surnames, no school of a young person."
    )
    know_before_you_go = models.TextField("know before you go", max_length=300, blank=True)
    visited_by = models.CharField(
        "who visited", max_length=100, help_text="“Three of us, aged 15 to 19”, or first names. Never a surname."
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True, editable=False)
    reason = models.TextField("reason, for the record", max_length=1000, blank=True)
    public_note = models.CharField("sentence for the public", max_length=250, blank=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        default_permissions = ("view",)
        permissions = [("award_seal", "Can award and withdraw the seal")]
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

    def state_on(self, day: date) -> State:
        return rules.state_on(self, day)
