"""A listing as a row of a spreadsheet. Of somebody's home only the town and the district."""

from typing import Any

from ..models import ServicePage

HEADINGS = {
    "title": "Service",
    "organisation": "Organisation",
    "topics": "Topics",
    "status": "Open?",
    "public": "Public?",
    "address": "Where",
    "phone": "Telephone",
    "email": "E-mail",
    "website": "Website",
    "last_checked": "Last checked",
    "next_check": "Next check",
    "completeness": "Complete, of 100",
    "seal": "Seal",
    "for_you": "“For you” text",
    "web_address": "Page on this site",
    "id": "Number",
}
# A spreadsheet takes a text that begins so for a formula and would run it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row_of(service: ServicePage) -> dict[str, Any]:
    contacts, places = list(service.contacts.all()), list(service.places.all())
    row = {
        "title": service.title,
        "organisation": service.organisation.name if service.organisation else "",
        "topics": together(topic.name for topic in service.topics.all()),
        "status": service.get_status_display(),
        "public": "Yes" if service.live else "No",
        "address": together(", ".join(place.lines) for place in places),
        "phone": together(contact.phone for contact in contacts),
        "email": together(contact.email for contact in contacts),
        "website": together(contact.website for contact in contacts),
        "last_checked": service.last_checked or "",
        "next_check": service.next_check or "",
        "completeness": service.completeness,
        "seal": "Yes" if service.has_seal else "",
        "for_you": "Yes" if service.for_young_people else "Missing",
        "web_address": service.full_url or "",
        "id": service.pk,
    }
    return {name: as_text(value) if isinstance(value, str) else value for name, value in row.items()}


def together(values: Any) -> str:
    return "; ".join(value for value in values if value)


def as_text(value: str) -> str:
    """The text with a mark before what a spreadsheet would run; telephone numbers such as +44 stay as they are."""
    if value.startswith(FORMULA) and not value[1:].replace(" ", "").isdecimal():
        return f"'{value}"
    return value
