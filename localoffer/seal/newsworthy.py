"""What the e-mail alerts tell of the seal: services that have it for the first time. Renewals are no news."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from localoffer.alerts.registry import Item, Source, Subject, Words

from .finding import public_listings
from .models import Award

SEAL = "seal"


def subjects() -> list[Subject]:
    return [Subject(SEAL, _("Services newly approved by young people"))]


def items(since: datetime, until: datetime) -> Iterable[Item]:
    """Seals that began to show in that time: recorded in it, or recorded before and given from a day that began in it."""
    today, before = timezone.localdate(until), timezone.localdate(since)
    recorded = Q(recorded_at__gt=since, recorded_at__lte=until)
    begun = Q(recorded_at__lte=until, given_on__gt=before, given_on__lte=today)
    awards = list(Award.objects.current_on(today).filter(recorded | begun, renews=None).order_by("given_on", "pk"))
    listings = public_listings(award.listing_key for award in awards) if awards else {}
    for award in awards:
        if listing := listings.get(award.listing_key):
            yield Item((SEAL,), f"seal-{award.code}", Words(listing.title, f"“{award.words}”", listing.url or ""))


SEALS = Source("seal", subjects=subjects, items=items)
