"""Whom to ask about an event. It is public, so it remains until an editor changes the page."""

from localoffer.audit.registry import Held, is_address, register, remaining

from .models import EventPage

WHY = "Public, or in a draft, as who to ask about an event. Change the page."


def held(asked: str) -> list[Held]:
    by = {"email__iexact": asked} if is_address(asked) else {"contact_name__iexact": asked}
    return remaining(EventPage.objects.filter(**by), "contact_name", "phone", "email", why=WHY)


register(
    "contacts of events",
    find=held,
    fields=["whatson.EventPage.email", "whatson.EventPage.contact_name", "whatson.EventPage.phone"],
)
