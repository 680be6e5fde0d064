"""What is kept on an address, and forgetting it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from .. import rules
from ..models import Delivery, Mailing, Subscription
from .signing_up import BY_ADDRESS, stop

KEEP_DELIVERIES = timedelta(days=30)


@dataclass(frozen=True)
class Kept:
    """All that is kept on one address, as plain data."""

    address: str
    told_of: list[str]
    how_often: str
    language: str
    asked_at: datetime
    confirmed_at: datetime | None
    e_mails: list[dict[str, Any]]


def kept_on(address: str = "") -> list[Kept]:
    """On this address, or on all when none is given."""
    found = Subscription.objects.prefetch_related("choices", "deliveries").order_by("address")
    found = found.filter(address=rules.tidy_address(address)) if address else found
    return [
        Kept(
            address=one.address,
            told_of=sorted(one.subjects),
            how_often=one.how_often,
            language=one.language,
            asked_at=one.asked_at,
            confirmed_at=one.confirmed_at,
            e_mails=[
                {"what": letter.letter, "state": letter.state, "made_at": letter.made_at, "sent_at": letter.sent_at}
                for letter in one.deliveries.all()
            ],
        )
        for one in found
    ]


@transaction.atomic
def erase(address: str, *, now: datetime) -> bool:
    """Deletes all that is kept on the address. False when nothing was."""
    address = rules.tidy_address(address)
    BY_ADDRESS.forgive(address, now=now)
    subscription = Subscription.objects.filter(address=address).first()
    if subscription is None:
        return False
    stop(subscription)
    return True


def forget_old(now: datetime) -> str:
    """Requests that nobody confirmed; and which e-mail went to whom, of which the numbers stay."""
    gone = 0
    for subscription in Subscription.objects.never_confirmed_by(now):
        stop(subscription)
        gone += 1
    before = now - KEEP_DELIVERIES
    Delivery.objects.filter(mailing=None, made_at__lt=before).delete()
    for mailing in Mailing.objects.filter(sent=None, made_at__lt=before).with_numbers():
        _only_numbers(mailing)
    return f"{gone} requests for e-mails that nobody confirmed deleted" if gone else ""


@transaction.atomic
def _only_numbers(mailing: Any) -> None:
    Mailing.objects.filter(pk=mailing.pk).update(sent=mailing.now_sent, not_sent=mailing.now_not_sent + mailing.now_waiting)
    mailing.deliveries.all().delete()
