"""Who asked to be told of what, what they are told, and how far each e-mail is."""

from datetime import datetime
from email.utils import parseaddr
from string import ascii_lowercase, digits
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string

from . import rules
from .choices import DeliveryState, HowOften, Letter
from .querysets import DeliveryQuerySet, MailingQuerySet, SubscriptionQuerySet
from .registry import LONGEST_KEY


class Subscription(models.Model):
    """An address, and what it is told of. The address is used for that and nothing else; nobody reads it in the admin.

    ``key`` names it in the links of each e-mail, ``request_key`` in the link that confirms. A new request gets a new one.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    request_key = models.UUIDField(default=uuid4, unique=True, editable=False)
    address = models.EmailField(unique=True)
    how_often = models.CharField(max_length=10, choices=HowOften.choices)
    language = models.CharField(max_length=10)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Subscription {self.pk}"  # never the address: this may stand in a log

    @property
    def subjects(self) -> list[str]:
        """The keys of what it is told of."""
        return [choice.subject for choice in self.choices.all()]

    def is_too_late(self, now: datetime) -> bool:
        return self.confirmed_at is None and rules.is_too_late(self.asked_at, now)


class Choice(models.Model):
    """One subject that somebody ticked."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="choices")
    subject = models.CharField(max_length=LONGEST_KEY, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["subscription", "subject"], name="one_choice_of_a_subject")]

    def __str__(self) -> str:
        return self.subject


class Looked(models.Model):
    """Up to when we have looked for what is new: one row for what goes at once, one for what goes weekly."""

    how_often = models.CharField(max_length=10, choices=HowOften.choices, unique=True)
    until = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.how_often}: {self.until}"


class Mailing(models.Model):
    """What is told at one time, to all who asked for any of it. ``items``: registry.Item as plain data."""

    how_often = models.CharField(max_length=10, choices=HowOften.choices)
    made_at = models.DateTimeField()
    items = models.JSONField()
    # Filled when its deliveries are forgotten.
    sent = models.PositiveIntegerField(null=True)
    not_sent = models.PositiveIntegerField(null=True)

    objects = MailingQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"Mailing of {self.made_at:%-d %B %Y}"


def new_message_id() -> str:
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or urlsplit(settings.SITE_URL).hostname
    return f"<{get_random_string(22, ascii_lowercase + digits)}@{host}>"  # short: some programs cannot read a folded one


class Delivery(models.Model):
    """One e-mail to one reader. Its Message-ID is made with the row, so that a repeated one is known for the same.

    Where the reader is gone, the row stays without them: the numbers of the mailing stay right.
    """

    message_id = models.CharField(max_length=300, unique=True, default=new_message_id, editable=False)
    letter = models.CharField(max_length=10, choices=Letter.choices)
    mailing = models.ForeignKey(Mailing, null=True, on_delete=models.CASCADE, related_name="deliveries")
    subscription = models.ForeignKey(Subscription, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    made_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=60, blank=True)  # a code or the name of a fault; never words, which hold addresses

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name_plural = "deliveries"
        indexes = [models.Index(fields=["state", "next_try_at"], name="delivery_due")]
        constraints = [models.UniqueConstraint(fields=["mailing", "subscription"], name="one_delivery_of_a_mailing")]

    def __str__(self) -> str:
        return f"{self.get_letter_display()}: {self.get_state_display()}"

    @classmethod
    def to(cls, subscription: Subscription, letter: str, now: datetime, mailing: Mailing | None = None) -> Any:
        """A delivery that waits to be sent; not saved."""
        return cls(subscription=subscription, letter=letter, mailing=mailing, made_at=now, next_try_at=now)
