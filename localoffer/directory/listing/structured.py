"""A listing in the words of schema.org, for search engines. Of somebody's home: the town and the district, no position."""

from datetime import date, time
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from localoffer.events.choices import During, Freq
from localoffer.events.rules import Pattern
from localoffer.pages.rules import readers_language

from ..choices import Free, Serves
from ..models import ServiceContact, ServicePage, ServicePlace

DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday", "SU": "Sunday"}


def structured(page: ServicePage, request: HttpRequest, today: date) -> dict[str, Any]:
    """https://schema.org/Service. What is not known is left out."""
    data = page.structured_data(request) | {
        "@type": "Service",
        "inLanguage": readers_language() if page.words_from else settings.LANGUAGE_CODE,
        "serviceType": [topic.name for topic in page.topics.all()] or page.title,
        "areaServed": areas(page),
        "audience": audience(page),
        "offers": offers(page, today),
        "hoursAvailable": [hours for row in page.schedules.all() if (hours := opening(row.pattern, today))],
        "availableChannel": channels(page),
    }
    if page.organisation:
        website = {"url": page.organisation.website} if page.organisation.website else {}
        data["provider"] = {"@type": "Organization", "name": page.organisation.name, **website}
    return {name: value for name, value in data.items() if value}


def areas(page: ServicePage) -> list[dict[str, str]]:
    names = [settings.AREA_NAME] if page.serves in (Serves.COUNTY, Serves.BEYOND) else []
    names = page.area_names if page.serves == Serves.AREAS else names
    return [{"@type": "AdministrativeArea", "name": name} for name in names]


def audience(page: ServicePage) -> dict[str, Any]:
    ages = {"suggestedMinAge": page.minimum_age, "suggestedMaxAge": page.maximum_age}
    said = {name: age for name, age in ages.items() if age is not None}
    if needs := [need.name for need in page.needs.all()]:
        said["audienceType"] = ", ".join(needs)
    return {"@type": "PeopleAudience", **said} if said else {}


def offers(page: ServicePage, today: date) -> list[dict[str, Any]]:
    found = []
    for row in page.costs.all():
        if row.amount is not None and (row.valid_to is None or row.valid_to >= today):
            offer = {"@type": "Offer", "name": row.option, "price": f"{row.amount:.2f}", "priceCurrency": "GBP"}
            if row.unit:
                offer["description"] = row.words
            if row.valid_from:
                offer["validFrom"] = row.valid_from.isoformat()
            if row.valid_to:
                offer["validThrough"] = row.valid_to.isoformat()
            found.append(offer)
    if not found and page.free == Free.YES:
        found = [{"@type": "Offer", "price": "0.00", "priceCurrency": "GBP"}]
    return found


def opening(pattern: Pattern, today: date) -> dict[str, Any]:
    """Only what schema.org can say without saying too much: each week all year, or one date. Else {}."""
    if pattern.opens is None or pattern.closes is None or not pattern.is_complete:
        return {}
    hours = {"@type": "OpeningHoursSpecification", "opens": clock(pattern.opens), "closes": clock(pattern.closes)}
    if pattern.freq == Freq.ONCE and pattern.starts_on and pattern.starts_on >= today:
        return hours | {"validFrom": pattern.starts_on.isoformat(), "validThrough": pattern.starts_on.isoformat()}
    if pattern.freq != Freq.WEEKLY or pattern.interval != 1 or pattern.during != During.ALL_YEAR:
        return {}
    if pattern.ends_on and pattern.ends_on < today:
        return {}
    hours["dayOfWeek"] = [DAYS[day] for day in pattern.weekdays]
    if pattern.starts_on:
        hours["validFrom"] = pattern.starts_on.isoformat()
    if pattern.ends_on:
        hours["validThrough"] = pattern.ends_on.isoformat()
    return hours


def clock(at: time) -> str:
    return f"{at:%H:%M}"


def channels(page: ServicePage) -> list[dict[str, Any]]:
    """The ways to reach it: its contacts, and its places."""
    contacts = [channel for contact in page.contacts.all() if (channel := reached_by(contact))]
    return contacts + [{"@type": "ServiceChannel", "serviceLocation": location(place)} for place in page.places.all()]


def reached_by(contact: ServiceContact) -> dict[str, Any]:
    channel: dict[str, Any] = {"@type": "ServiceChannel"}
    phone = "" if contact.only_text else contact.phone  # search engines offer to call it
    if phone or contact.email:
        point = {"telephone": phone, "email": contact.email, "contactType": contact.name}
        channel["servicePhone"] = {"@type": "ContactPoint", **{name: value for name, value in point.items() if value}}
    if contact.website:
        channel["serviceUrl"] = contact.website
    return channel if len(channel) > 1 else {}


def location(place: ServicePlace) -> dict[str, Any]:
    address = {"addressLocality": place.town, "postalCode": place.district if place.is_home else place.postcode}
    if not place.is_home:
        address["streetAddress"] = place.address
    found: dict[str, Any] = {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            **{name: words for name, words in address.items() if words},
            "addressCountry": "GB",
        },
    }
    if place.is_home:
        return found
    if place.name:
        found["name"] = place.name
    if place.latitude is not None and place.longitude is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": float(place.latitude), "longitude": float(place.longitude)}
    return found
