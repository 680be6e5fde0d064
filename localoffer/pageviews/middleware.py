from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from .rules import is_a_look, is_a_person
from .services import tally

SHOWN = (200, 304)  # 304: the reader's browser has the page already, and shows it


class PageViewsMiddleware:
    """Counts which pages are looked at, also those that are answered from a copy: it stands outside the cache.

    Nothing of the reader is kept. Staff and programs are not counted; whoever has a session is taken for staff.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        page = getattr(response, "page_shown", None)
        if page and settings.PAGE_VIEWS and response.status_code in SHOWN and self.is_counted(request):
            tally.note(page, timezone.localdate())
        return response

    def is_counted(self, request: HttpRequest) -> bool:
        if settings.SESSION_COOKIE_NAME in request.COOKIES or getattr(request, "is_dummy", False):
            return False
        purpose = request.headers.get("Sec-Purpose", "") or request.headers.get("Purpose", "")
        return is_a_look(request.method or "", purpose) and is_a_person(request.headers.get("User-Agent", ""))
