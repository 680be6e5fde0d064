"""What the pages of the board's meetings show."""

from typing import Any
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from localoffer.events.words import hours_in_words
from localoffer.pages.addresses import language_of
from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import in_readers_language, open_to_all

from ..models import BoardMeetingPage, BoardMeetingsPage, BoardPostPage
from .beside import blog_path_of, pages_beside
from .public import promises_in

MEETINGS_ON_A_PAGE = 20


@provides_context(BoardMeetingsPage)
def meetings(page: BoardMeetingsPage, request: HttpRequest) -> dict[str, Any]:
    """Those to come, the next one first, and those that were, the last one first."""
    now = timezone.now()
    found = open_to_all(BoardMeetingPage.objects.child_of(page))
    past = Paginator(found.past(now), MEETINGS_ON_A_PAGE).get_page(request.GET.get("page"))
    coming = list(found.coming(now))
    for meeting in (*coming, *past.object_list):
        meeting.hours = hours_in_words(meeting.starts_at, meeting.ends_at)
    calendar = reverse("blog:meetings_calendar")
    return {
        "coming": coming,
        "past": past,
        "page_address": "?",
        "members_page": pages_beside(blog_path_of(page)).members_page,
        "calendar": calendar,
        "follow": f"webcal://{urlsplit(request.build_absolute_uri(calendar)).netloc}{calendar}",
    }


@provides_context(BoardMeetingPage)
def meeting(page: BoardMeetingPage, request: HttpRequest) -> dict[str, Any]:
    about_it = BoardPostPage.objects.filter(meeting__translation_key=page.translation_key, locale_id=page.locale_id)
    posts = in_readers_language(open_to_all(about_it).newest_first(), language_of(request))
    promises = promises_in(posts) if posts else []
    return {
        "is_over": page.is_over(timezone.now()),
        "hours": hours_in_words(page.starts_at, page.ends_at),
        "papers": list(page.papers.select_related("document")),
        "posts": posts,
        "promises": promises,
        "promises_page": pages_beside(blog_path_of(page)[: -page.steplen]).promises_page if promises else None,
    }
