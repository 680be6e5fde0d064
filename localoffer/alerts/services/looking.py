"""Finding what is new, and laying out an e-mail for each who asked for it.

What was found, the e-mails and the mark up to where we looked are written in one transaction: after a fault the next
run finds the same again, and nobody is told twice.
"""

from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from .. import rules
from ..choices import HowOften, Letter
from ..models import Delivery, Looked, Mailing, Subscription
from ..registry import all_items

ROWS_AT_ONCE = 500


def tell_of_new(now: datetime) -> str:
    """For those who want to know at once."""
    return _tell(HowOften.AT_ONCE, now - rules.SECOND_THOUGHTS, now)


def tell_weekly(now: datetime) -> str:
    """On Friday morning, or as soon after it as this runs: what became public since the Friday before."""
    return _tell(HowOften.WEEKLY, rules.last_weekly_moment(now, ZoneInfo(settings.TIME_ZONE)), now)


@transaction.atomic
def _tell(how_often: HowOften, until: datetime, now: datetime) -> str:
    # The first time there is nothing to tell: what is there already is not new.
    Looked.objects.get_or_create(how_often=how_often, defaults={"until": now - rules.SECOND_THOUGHTS})
    looked = Looked.objects.select_for_update().get(how_often=how_often)
    if until <= looked.until:
        return ""
    items = all_items(looked.until, until)
    Looked.objects.filter(pk=looked.pk).update(until=until)
    subjects = {subject for item in items for subject in item.subjects}
    readers = list(Subscription.objects.who_want(subjects, how_often)) if items else []
    if not readers:
        return ""
    mailing = Mailing.objects.create(how_often=how_often, made_at=now, items=[asdict(item) for item in items])
    Delivery.objects.bulk_create([Delivery.to(reader, Letter.ALERT, now, mailing) for reader in readers], batch_size=ROWS_AT_ONCE)
    return f"{len(items)} new: e-mails to {len(readers)} readers wait to be sent"
