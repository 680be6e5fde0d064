"""What the list of events and the page of an event show beside their own words."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from localoffer.directory.choices import NOT_KNOWN
from localoffer.events.services import the_calendar
from localoffer.events.words import in_words, occurrence_in_words
from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import open_to_all

from ..choices import Attend, Booking
from ..finding import by_month, sort_events
from ..models import EventPage, EventsPage
from ..rules import last_day_of, last_time_of, standing_at
from .structured import structured

PAGE_SIZE = 30
WAYS = {"": gettext_lazy("All"), Attend.PLACE.value: Attend.PLACE.label, Attend.ONLINE.value: Attend.ONLINE.label}
PAST = "past"


@provides_context(EventsPage)
def whats_on(page: EventsPage, request: HttpRequest) -> dict[str, Any]:
    """Events to come, by the month of their next time; with ``?when=past`` those that are over.

    What it does not know in the address it leaves out.
    """
    now = timezone.now()
    today = timezone.localdate(now)
    way = request.GET.get("where", "")
    way = way if way in WAYS else ""
    is_past = request.GET.get("when") == PAST
    events = open_to_all(EventPage.objects.child_of(page))
    events = events.attended(way) if way else events
    found = sort_events(events.not_past(today).with_times(), the_calendar(), now)
    past = events.past(today, found.over)
    chosen = Paginator(past if is_past else found.coming, PAGE_SIZE).get_page(request.GET.get("page"))
    kept = {"where": way, "when": PAST if is_past else ""}
    calendar = reverse("whatson:calendar")
    return {
        "found": chosen,
        "months": [] if is_past else by_month(chosen.object_list),
        "is_past": is_past,
        "way": way,
        "ways": [
            {"words": words, "address": address_of(kept | {"where": value}), "chosen": value == way}
            for value, words in WAYS.items()
        ],
        "other_list": address_of(kept | {"when": "" if is_past else PAST}),
        "page_address": address_of(kept),
        "calendar": calendar,
        "follow": f"webcal://{urlsplit(request.build_absolute_uri(calendar)).netloc}{calendar}",
    }


def address_of(values: dict[str, Any]) -> str:
    """A query string of those that have a value; "?" for none."""
    return f"?{urlencode({name: value for name, value in values.items() if value})}"


@provides_context(EventPage)
def event(page: EventPage, request: HttpRequest) -> dict[str, Any]:
    now = timezone.now()
    today = timezone.localdate(now)
    rows = [row for row in page.times.all() if row.pattern.is_complete]
    days_off = [row for row in page.days_off.all() if row.first_day and row.last_day]
    patterns, closed = [row.pattern for row in rows], [row.closed for row in days_off]
    standing = standing_at(patterns, the_calendar(), closed, now)
    last_day = last_day_of(patterns, closed)
    last = last_time_of(patterns, last_day) if last_day else None
    is_over = bool(patterns) and standing.is_over
    return {
        "is_over": is_over,
        "is_on": standing.is_on(now),
        "next": occurrence_in_words(standing.next, now) if standing.next else "",
        "last": occurrence_in_words(last, now) if is_over and last else "",
        "times": [(in_words(row.pattern, today), row.quieter, row.note) for row in rows],
        "days_off": [row for row in days_off if row.last_day >= today],
        "facts": facts(page),
        "access": [
            {"name": row.feature.name, "answer": row.answer, "words": row.get_answer_display(), "note": row.note}
            for row in page.access.select_related("feature")
        ],
        "has_calendar": bool(page.pk and page.live and standing.next),
        "structured_data": structured(page, request, standing.next or last),
    }


def facts(page: EventPage) -> list[dict[str, Any]]:
    """What people ask first. What nobody wrote down is said to be not known."""
    booking = "" if page.booking == Booking.UNKNOWN else page.get_booking_display()
    needs_no_note = booking and page.booking_note
    return [
        {"icon": "place", "label": _("Where"), "value": where(page)},
        {"icon": "cost", "label": _("What it costs"), "value": page.cost},
        {
            "icon": "calendar",
            "label": _("Booking"),
            "value": booking or page.booking_note or NOT_KNOWN,
            "note": page.booking_note if needs_no_note else "",
        },
        {"icon": "person", "label": _("Who it is for"), "value": page.who_for or NOT_KNOWN},
        {"icon": "info", "label": _("Who runs it"), "value": page.run_by or NOT_KNOWN},
    ]


def where(page: EventPage) -> str:
    """ "Abbey Hall, Abingdon", "Online", "Abingdon, and online"."""
    place = ", ".join(part for part in (page.place_name, page.town) if part) if page.at_place else ""
    if not page.is_online:
        return place or str(NOT_KNOWN)
    return _("%(place)s, and online") % {"place": place} if place else str(Attend.ONLINE.label)
