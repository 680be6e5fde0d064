import time
from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path

from . import caching
from .views import has_home, site_of


class SecurityPolicyMiddleware(CSPMiddleware):
    """The headers that say what a page may load: strict for the public, looser for Wagtail's admin."""

    def get_policy_parts(self, request: HttpRequest, response: HttpResponse, report_only: bool = False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith("/admin/") and not report_only:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if request.path.startswith("/admin/"):
            response.headers["Cache-Control"] = "no-store"
        return response


class LanguageWithHomeMiddleware:
    """Not found, for every address of a language that has no home page yet.

    Wagtail and the forms would answer in English and say that it is Arabic: a screen reader would read it with the
    wrong voice (WCAG 3.1.1). It stands after LocaleMiddleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = get_language_from_path(request.path_info)
        if language and language != settings.LANGUAGE_CODE:
            site = site_of(request)
            if site is None or not has_home(site, language):
                translation.activate(settings.LANGUAGE_CODE)
                request.LANGUAGE_CODE = settings.LANGUAGE_CODE
                raise Http404
        return self.get_response(request)


class PageCacheMiddleware:
    """Answers visitors who are not signed in from copies of whole pages (decision 42).

    It stands outside all that writes headers, so that a copy has them, and packed as it travels. What must happen at
    each request (ids, HTTPS, counting) stands before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not caching.may_have_copy(request):
            return self.get_response(request)
        try:
            key = caching.key_of(request)
        except DisallowedHost:
            return self.get_response(request)
        asked_at = time.time()
        found = caching.fetch(key, asked_at)
        if isinstance(found, caching.Copy):
            return caching.answer(found, request)
        if found == caching.NOT_KEPT or request.method == "HEAD":
            return self.get_response(request)
        if not caching.take_turn(key):
            if waited_for := caching.wait_for(key, time.time):
                return caching.answer(waited_for, request)
            return self.build(request, key)
        try:
            return self.build(request, key)
        finally:
            caching.end_turn(key)

    def build(self, request: HttpRequest, key: str) -> HttpResponse:
        building, asked_at = caching.Building(), time.time()
        token = caching.building_now.set(building)
        try:
            response = self.get_response(request)
        finally:
            caching.building_now.reset(token)
        copy = caching.keep(key, request, response, building, asked_at, time.time())
        return caching.answer(copy, request) if copy else response
