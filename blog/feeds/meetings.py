"""The board's meetings to come, for calendars that ask again and again."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.blocks.rules import lines_of
from localoffer.events.feeds import CONTENT_TYPE, Series, calendar_file
from localoffer.events.rules import Calendar
from localoffer.pages.querysets import open_to_all

from ..models import BoardMeetingPage


@require_safe
def meetings_calendar(request: HttpRequest) -> HttpResponse:
    """Those of the next year; of one that does not happen, that it does not."""
    now = timezone.now()
    own = BoardMeetingPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    meetings = list(open_to_all(own).coming(now))
    text = calendar_file(
        [series_of(meeting, meeting.get_full_url(request) or "") for meeting in meetings],
        Calendar(),
        name=_("Meetings of the board"),
        today=timezone.localdate(now),
        stamp=max((meeting.last_published_at for meeting in meetings if meeting.last_published_at), default=now),
    )
    headers = {"Content-Disposition": content_disposition_header(True, "board-meetings.ics")}
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=headers)


def series_of(meeting: BoardMeetingPage, address: str) -> Series:
    title = _("Cancelled: %(title)s") % {"title": meeting.title} if meeting.is_cancelled else meeting.title
    return Series(
        uid=f"{meeting.translation_key}@{urlsplit(address).hostname or 'localhost'}",
        pattern=meeting.pattern,
        summary=title,
        location=meeting.place,
        url=address,
        description="\n".join(part for part in (meeting.change_note, meeting.invited, lines_of(meeting.agenda)) if part),
        cancelled=meeting.is_cancelled,
    )
