"""The times of a service as a calendar file."""

from urllib.parse import urlsplit

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.events.feeds import CONTENT_TYPE, Series, calendar_file
from localoffer.events.services import the_calendar

from .listing.reading import read_parts
from .listing.times import closed_days
from .models import ServicePage, ServicePlace


@require_safe
def service_calendar(request: HttpRequest, page_id: int) -> HttpResponse:
    """Its times for a year; of somebody's home the town and the district. 404 for what has none, or is not public."""
    if page_id > BigIntegerField.MAX_BIGINT:
        raise Http404
    page = get_object_or_404(ServicePage.objects.listed(), pk=page_id)
    read_parts(page)
    series = series_of(page, page.get_full_url(request) or "")
    if not series:
        raise Http404
    now = timezone.now()
    text = calendar_file(
        series,
        the_calendar(),
        name=page.title,
        today=timezone.localdate(now),
        stamp=page.last_published_at or page.latest_revision_created_at or now,
    )
    headers = {"Content-Disposition": content_disposition_header(True, f"{page.slug}.ics")}
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=headers)


def series_of(page: ServicePage, address: str) -> list[Series]:
    """One series for each row of its table of times."""
    host = urlsplit(address).hostname or "localhost"
    closed = tuple(closed_days(page))
    places = list(page.places.all())
    contact = next((contact for contact in page.contacts.all() if contact.phone), None)
    phone = contact.phone if contact else ""
    if contact and contact.only_text:
        phone = _("text %(number)s") % {"number": phone}
    found = []
    for row in page.schedules.all():
        place = page.place_called(row.at_place) if row.at_place else None
        notes = [row.note, _("Check before you go: %(phone)s") % {"phone": phone} if phone else ""]
        found.append(
            Series(
                uid=f"{page.translation_key}-{row.pk}@{host}",
                pattern=row.pattern,
                summary=_("%(title)s (quieter)") % {"title": page.title} if row.quieter else page.title,
                location=where([place] if place else places),
                url=address,
                description="\n".join(note for note in notes if note),
                closed=closed,
            )
        )
    return [one for one in found if one.pattern.is_complete]


def where(places: list[ServicePlace]) -> str:
    """The lines that the public may see; of several places their towns."""
    if len(places) == 1:
        return ", ".join(places[0].lines)
    return ", ".join(dict.fromkeys(place.lines[0] if place.is_home else place.town for place in places))
