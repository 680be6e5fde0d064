"""Scheduled work of the seal. States need none: they are worked out when asked."""

from datetime import datetime, timedelta

from localoffer.scheduling.registry import register

from .services import forget_contacts, remind_of_reviews


def remind(now: datetime) -> str:
    told = remind_of_reviews(now)
    return f"reminded of {told} seals whose next visit is due" if told else ""


def forget(now: datetime) -> str:
    gone = forget_contacts(now)
    return f"contacts of {gone} old requests to the forum forgotten" if gone else ""


register("remind-of-seals", every=timedelta(hours=1), run=remind)
register("forget-seal-contacts", every=timedelta(days=1), run=forget)
