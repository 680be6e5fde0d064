"""Asking for alerts, confirming, changing and stopping. Nothing here tells the visitor whether an address is known."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction

from localoffer.people.limits import Limit

from .. import rules
from ..choices import DeliveryState, Letter
from ..models import Choice, Delivery, Subscription
from .sending import send_alerts

BY_SENDER = Limit("ask-for-alerts", tries=10, within=timedelta(hours=1))
# So that nobody can fill somebody else's mailbox.
BY_ADDRESS = Limit("alerts-to-address", tries=3, within=timedelta(days=1))


class TooManyRequests(Exception):
    """More requests from one network address than the limit allows; the words are for people."""

    def __init__(self) -> None:
        super().__init__(
            f"Somebody has asked {BY_SENDER.tries} times in the last hour from where you are. Wait an hour. "
            "What you wrote is still here."
        )


@transaction.atomic
def ask(*, address: str, subjects: Iterable[str], how_often: str, language: str, sender: str, now: datetime) -> None:
    """Has one e-mail sent to the address: with a link to confirm, or to say that it is told already.

    Raises TooManyRequests when ``sender``, a network address that is kept only as a hash, is over the limit. An address
    that was written to often enough today gets no e-mail, and nobody is told so.
    """
    if BY_SENDER.is_reached(sender, now=now):
        raise TooManyRequests
    BY_SENDER.note(sender, now=now)
    address = rules.tidy_address(address)
    if BY_ADDRESS.is_reached(address, now=now):
        return
    BY_ADDRESS.note(address, now=now)
    asked = {"how_often": how_often, "language": language, "asked_at": now, "request_key": uuid4()}
    subscription, is_new = Subscription.objects.select_for_update().get_or_create(address=address, defaults=asked)
    if subscription.confirmed_at is None:
        if not is_new:
            Subscription.objects.filter(pk=subscription.pk).update(**asked)
        _choose(subscription, subjects)
    letter = Letter.CONFIRM if subscription.confirmed_at is None else Letter.ALREADY
    Delivery.to(subscription, letter, now).save()
    send_alerts.enqueue()


def _choose(subscription: Subscription, subjects: Iterable[str]) -> None:
    subscription.choices.all().delete()
    Choice.objects.bulk_create([Choice(subscription=subscription, subject=subject) for subject in dict.fromkeys(subjects)])


def confirm(subscription: Subscription, *, now: datetime) -> bool:
    """From now on the address is told. False when it was confirmed before, or is too old; then nothing changes."""
    waiting = Subscription.objects.filter(pk=subscription.pk, request_key=subscription.request_key, confirmed_at=None)
    return bool(waiting.filter(asked_at__gte=now - rules.CONFIRM_WITHIN).update(confirmed_at=now))


@transaction.atomic
def change(subscription: Subscription, *, subjects: Iterable[str], how_often: str) -> None:
    Subscription.objects.filter(pk=subscription.pk).update(how_often=how_often)
    _choose(subscription, subjects)


@transaction.atomic
def stop(subscription: Subscription) -> None:
    """Forgets the address, and drops what was still to be sent to it."""
    subscription.deliveries.filter(state=DeliveryState.WAITING).delete()
    subscription.delete()
