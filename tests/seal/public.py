"""What the tests of the seal's public side share."""

from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from localoffer.seal.models import Award
from tests import factories

TODAY = timezone.localdate()
# What became of an award, by the fields that say so.
STATES: dict[str, dict[str, Any]] = {
    "current": {},
    "review due": {"review_on": TODAY - timedelta(days=1)},
    "paused": {"paused_at": timezone.now(), "reason": "Somebody was unkind.", "public_note": "We are looking at it again."},
    "expired": {"given_on": TODAY - timedelta(days=400), "ends_on": TODAY - timedelta(days=1)},
    "withdrawn": {
        "closed_at": timezone.now(),
        "ending": "withdrawn",
        "reason": "Somebody was unkind.",
        "public_note": "The forum changed its mind.",
    },
    "replaced": {"closed_at": timezone.now(), "ending": "replaced"},
}
SHOWING = ("current", "review due")


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def award(listing: Any, state: str = "current", **fields: Any) -> Award:
    """An award of that listing in that state, today."""
    dates = {"decided_on": days(-110), "given_on": days(-100), "ends_on": days(600)}
    return factories.AwardFactory(listing=listing, **dates | STATES[state] | fields)


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()
