"""The forum's meetings and the days of its work programme as a calendar file."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.events.choices import Body
from localoffer.events.feeds import CONTENT_TYPE, Series, calendar_file, day_series, meeting_series
from localoffer.events.models import Meeting
from localoffer.events.rules import Calendar

from ..choices import Progress
from ..models import ForumMeetingsPage, WorkItem


@require_safe
def forum_calendar(request: HttpRequest) -> HttpResponse:
    """What is to come. The same entries each time, so that a calendar that asks again has none twice."""
    now = timezone.now()
    page = ForumMeetingsPage.objects.live().first()
    text = calendar_file(
        entries(now, page.full_url if page else settings.SITE_URL),
        Calendar(),
        name=_("SEND Youth Forum"),
        today=timezone.localdate(now),
        stamp=now,
    )
    headers = {"Content-Disposition": content_disposition_header(True, "youth-forum.ics")}
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=headers)


def entries(now: datetime, address: str) -> list[Series]:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    meetings = Meeting.objects.of(Body.FORUM).coming(timezone.localdate(now)).held_in_calendars()
    work = WorkItem.objects.exclude(progress=Progress.DONE).exclude(done_by=None)
    return [
        *(meeting_series(meeting, host=host, url=address) for meeting in meetings),
        *(
            day_series(
                uid=f"work-{item.pk}@{host}",
                day=item.done_by,
                summary=_("SEND Youth Forum, by today: %(title)s") % {"title": item.title},
                url=address,
            )
            for item in work
        ),
    ]
