from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator

from localoffer.contact.models import new_reference
from localoffer.people.models import Kept
from localoffer.people.querysets import KeptQuerySet

from ..choices import WAITING, AskedBy, Decision, Met, RequestStatus
from .criteria import Criteria, Criterion


class VisitRequestQuerySet(models.QuerySet):
    def waiting(self) -> "VisitRequestQuerySet":
        """Those for which somebody must still do something, the oldest first."""
        return self.filter(status__in=WAITING).order_by("received_at", "pk")

    def answered(self) -> "VisitRequestQuerySet":
        return self.exclude(status__in=WAITING)

    def with_contact_closed_before(self, moment: datetime) -> "VisitRequestQuerySet":
        """Closed long ago, and still holding whom to write to."""
        return self.filter(closed_at__lt=moment).exclude(name="", email="", phone="")


class VisitRequest(models.Model):
    """Somebody asks the forum to visit a service. Private: only those who run the seal read it. Plain text."""

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    asked_by = models.CharField("who asks", max_length=12, choices=AskedBy.choices)
    listing_key = models.UUIDField("listing", null=True, editable=False, db_index=True)
    place_name = models.CharField("which place", max_length=150)
    words = models.TextField("what they wrote")
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField("telephone", max_length=40, blank=True)
    received_at = models.DateTimeField("received", default=timezone.now, editable=False)
    status = models.CharField(max_length=10, choices=RequestStatus.choices, default=RequestStatus.NEW)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="who has it"
    )
    staff_note = models.TextField("note for colleagues", blank=True, max_length=1000)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = VisitRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["status", "received_at"])]

    def __str__(self) -> str:
        return f"{self.reference}: {self.place_name}"

    @property
    def beginning(self) -> str:
        """The first words, for lists."""
        return Truncator(" ".join(self.words.split())).chars(120)

    @property
    def is_waiting(self) -> bool:
        return self.status in WAITING


class VisitQuerySet(KeptQuerySet):
    def planned(self) -> "VisitQuerySet":
        """Not made yet and not called off, the next one first."""
        return self.filter(visited_on=None, called_off_at=None).order_by("planned_for", "pk")

    def undecided(self) -> "VisitQuerySet":
        """Made, and the forum has not decided yet."""
        return self.exclude(visited_on=None).filter(decision="").order_by("visited_on", "pk")

    def ready_to_award(self) -> "VisitQuerySet":
        """The forum decided to give the seal, did not decide otherwise after a later visit, and nobody has attached it yet."""
        unkind = (Decision.NOT_YET, Decision.NO)
        later = self.model._base_manager.filter(
            listing_key=models.OuterRef("listing_key"), visited_on__gt=models.OuterRef("visited_on"), decision__in=unkind
        )
        awarded = self.filter(decision=Decision.AWARD, awards=None)
        return awarded.exclude(models.Exists(later)).order_by("decided_on", "pk")

    def decided_after(self, award: Any, since: date) -> "VisitQuerySet":
        """What the forum decided of this award's listing from ``since`` on, the newest first; not what the award rests on."""
        decided = self.filter(listing_key=award.listing_key, decided_on__gte=since).exclude(decision="")
        return decided.exclude(pk=award.visit_id).order_by("-decided_on", "-visited_on", "-pk")


class Visit(Kept):
    """Members of the forum go to a service: planned, made, decided. Private but for what becomes an award."""

    listing_key = models.UUIDField("listing", editable=False, db_index=True)
    listing_title = models.CharField("name of the listing", max_length=255, editable=False)
    request = models.ForeignKey(VisitRequest, null=True, editable=False, on_delete=models.SET_NULL, related_name="visits")
    planned_for = models.DateField("planned for", null=True, blank=True)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    called_off_at = models.DateTimeField(null=True, editable=False)
    visited_on = models.DateField("visited on", null=True, blank=True)
    visited_by = models.CharField(
        "who visited",
        max_length=100,
        blank=True,
        help_text="“Three of us, aged 15 to 19”, or first or chosen names. Never a surname.",
    )
    criteria = models.ForeignKey(Criteria, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(
        "what we liked",
        max_length=300,
        blank=True,
        help_text="In the young people’s own words. No surnames, no school of a young person.",
    )
    know_before_you_go = models.TextField("know before you go", max_length=300, blank=True)
    words_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    words_approved_at = models.DateTimeField(null=True, editable=False)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    decided_on = models.DateField("the forum decided on", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    advice = models.TextField(
        "kind advice to the service",
        max_length=1500,
        blank=True,
        help_text="What would make it a yes? Private: only the service gets it.",
    )

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["-visited_on", "-planned_for", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="") | (Q(decided_on__isnull=False) & Q(visited_on__isnull=False)),
                name="decision_has_a_visit_and_a_day",
            ),
        ]

    def __str__(self) -> str:
        day = self.visited_on or self.planned_for
        return f"Visit to “{self.listing_title}”" + (f", {day:%-d %B %Y}" if day else "")

    @property
    def found(self) -> list["VisitFinding"]:
        """What was found against each criterion, in the forum's order."""
        return list(self.findings.all())

    @property
    def is_made(self) -> bool:
        return self.visited_on is not None


class VisitFinding(models.Model):
    """What the visitors found against one criterion."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="findings")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    met = models.CharField(max_length=8, choices=Met.choices)
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["criterion__sort_order", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["visit", "criterion"], name="one_finding_for_each_criterion")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_met_display()}"
