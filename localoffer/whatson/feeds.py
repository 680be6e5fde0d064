"""Events as calendar files: one event, and all of them to follow."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.events.feeds import CONTENT_TYPE, Series, calendar_file
from localoffer.events.services import the_calendar
from localoffer.pages.querysets import open_to_all

from .models import EventPage
from .rules import days_to_look, standing_at


@require_safe
def event_calendar(request: HttpRequest, page_id: int) -> HttpResponse:
    """The times of one event. 404 for one that is over, whose next day is not known, or that is not public."""
    if page_id > BigIntegerField.MAX_BIGINT:
        raise Http404
    page = get_object_or_404(open_to_all(EventPage.objects), pk=page_id)
    now = timezone.now()
    if standing_at(page.patterns, the_calendar(), page.closed, now).next is None:
        raise Http404
    return answer([page], now, request, name=page.title, file=f"{page.slug}.ics")


@require_safe
def events_calendar(request: HttpRequest) -> HttpResponse:
    """All events to come, for calendars that ask again and again. What is cancelled is in it, and says so."""
    now = timezone.now()
    events = open_to_all(EventPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None))
    pages = list(events.not_past(timezone.localdate(now)).with_times().order_by("pk"))
    return answer(pages, now, request, name=_("What’s on: %(site)s") % {"site": settings.WAGTAIL_SITE_NAME}, file="whats-on.ics")


def answer(pages: list[EventPage], now: datetime, request: HttpRequest, *, name: str, file: str) -> HttpResponse:
    today = timezone.localdate(now)
    text = calendar_file(
        [one for page in pages for one in series_of(page, page.get_full_url(request) or "")],
        the_calendar(),
        name=name,
        today=today,
        stamp=max((page.last_published_at for page in pages if page.last_published_at), default=now),
        days=days_to_look([pattern for page in pages for pattern in page.patterns], today),
    )
    headers = {"Content-Disposition": content_disposition_header(True, file)}
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=headers)


def series_of(page: EventPage, address: str) -> list[Series]:
    """One series for each row of its times."""
    host = urlsplit(address).hostname or "localhost"
    closed = tuple(page.closed)
    where = [", ".join(page.address_lines), page.join_link or _("Online") if page.is_online else ""]
    ask = _("Questions: %(ask)s") % {"ask": page.phone or page.email} if page.phone or page.email else ""
    title = _("Cancelled: %(title)s") % {"title": page.title} if page.is_cancelled else page.title
    return [
        Series(
            uid=f"{page.translation_key}-{row.pk}@{host}",
            pattern=row.pattern,
            summary=title,
            location="; ".join(part for part in where if part),
            url=address,
            description="\n".join(part for part in (page.change_note, page.summary, page.online_words, row.note, ask) if part),
            closed=closed,
            cancelled=page.is_cancelled,
        )
        for row in page.times.all()
        if row.pattern.is_complete
    ]
