"""An event in the words of schema.org, for search engines. What is not known is left out."""

from datetime import datetime, time
from typing import Any

from django.http import HttpRequest

from localoffer.directory.choices import Free
from localoffer.events.rules import LONDON, Occurrence

from ..choices import Attend, Change
from ..models import EventPage

STATUS = {"": "EventScheduled", Change.CANCELLED: "EventCancelled", Change.MOVED: "EventRescheduled"}
MODE = {
    Attend.PLACE: "OfflineEventAttendanceMode",
    Attend.ONLINE: "OnlineEventAttendanceMode",
    Attend.BOTH: "MixedEventAttendanceMode",
}
SCHEMA = "https://schema.org/"


def structured(page: EventPage, request: HttpRequest, when: Occurrence | None) -> dict[str, Any]:
    """https://schema.org/Event at its next time, or its last. A plain page while no day is known: an event must have one."""
    data = page.structured_data(request)
    if when is None:
        return data
    data |= {
        "@type": "Event",
        "startDate": moment(when, when.opens),
        "eventStatus": f"{SCHEMA}{STATUS[page.change]}",
        "eventAttendanceMode": f"{SCHEMA}{MODE[page.attend]}",
        "location": locations(page, data["url"]),
        "offers": offer(page),
        "organizer": {"@type": "Organization", "name": page.run_by} if page.run_by else None,
    }
    if when.closes is not None:
        data["endDate"] = when.ends.astimezone(LONDON).isoformat()
    if page.free in (Free.YES, Free.NO):
        data["isAccessibleForFree"] = page.free == Free.YES
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def moment(when: Occurrence, clock: time | None) -> str:
    """With the zone's offset; the day alone where no time is known."""
    return when.day.isoformat() if clock is None else datetime.combine(when.day, clock, LONDON).isoformat()


def locations(page: EventPage, own_address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if page.at_place:
        parts = {"streetAddress": page.address, "addressLocality": page.town, "postalCode": page.postcode}
        address = {"@type": "PostalAddress", **{name: words for name, words in parts.items() if words}, "addressCountry": "GB"}
        found.append({"@type": "Place", "name": page.place_name or page.town, "address": address})
    if page.is_online:
        found.append({"@type": "VirtualLocation", "url": page.join_link or page.booking_link or own_address})
    return found


def offer(page: EventPage) -> dict[str, Any]:
    """Only what is known: a price of nothing, a link to book."""
    price = {"price": "0.00", "priceCurrency": "GBP"} if page.free == Free.YES else {}
    link = {"url": page.booking_link} if page.booking_link else {}
    return {"@type": "Offer", **price, **link} if price or link else {}
