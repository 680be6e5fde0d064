import time
from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation

from . import caching
from .addresses import first_part, in_language, kept_in_language, links_in_language, other_languages, split
from .finding import has_home, site_of


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
        if request.path.startswith(("/admin/", "/account/")):
            response.headers["Cache-Control"] = "no-store"
        return response


class LanguageWithHomeMiddleware:
    """The language that an address begins with, exactly; not found where that language has no home page yet.

    It stands after LocaleMiddleware, which takes "/uk-law/" for Ukrainian. Wagtail and the forms would answer in English and
    say that it is Arabic: a screen reader would read it with the wrong voice (WCAG 3.1.1).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = first_part(request.path_info)
        if first in other_languages():
            site = site_of(request)
            # A draft of a language's home page is looked at before there is one.
            is_preview = getattr(request, "is_dummy", False)
            if not is_preview and (site is None or not has_home(site, first)):
                self.read_english(request)
                raise Http404
            return self.get_response(request)
        self.read_english(request)
        code = first.lower()
        if code in (*other_languages(), settings.LANGUAGE_CODE, settings.LANGUAGE_CODE.split("-")[0]):
            if request.method not in ("GET", "HEAD"):
                raise Http404
            rest = request.get_full_path().lstrip("/")[len(first) :]
            return HttpResponsePermanentRedirect(in_language(rest, code if code in other_languages() else settings.LANGUAGE_CODE))
        return self.get_response(request)

    def read_english(self, request: HttpRequest) -> None:
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE


class LinksInLanguageMiddleware:
    """Who reads in Polish stays in Polish: links, forms and redirects that name no language are kept in the page's own.

    Addresses in menus, in what editors write and in what is kept for all languages are English ones; here they get theirs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        code, _ = split(request.path_info)
        if not code:
            return response
        if location := response.get("Location", ""):
            response["Location"] = kept_in_language(location, code) if location.startswith("/") else location
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            html = response.content.decode(response.charset)
            response.content = links_in_language(html, code).encode(response.charset)
        return response


class PageCacheMiddleware:
    """Answers visitors who are not signed in from copies of whole pages (decision 42).

    It stands outside all that writes headers, so that a copy has them, and packed as it travels. What must happen at
    each request (ids, HTTPS, counting) stands before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if settings.CDN and "Cache-Control" not in response.headers:
            response.headers["CDN-Cache-Control"] = "no-store"  # Cloudflare may hold for hours what says nothing
        return response

    def answer(self, request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not caching.may_have_copy(request):
            return self.get_response(request)
        try:
            key = caching.key_of(request)
        except DisallowedHost:
            return self.get_response(request)
        asked_at = time.time()
        found = caching.fetch(key, asked_at)
        if isinstance(found, caching.Copy):
            return caching.answer(found, request, key, asked_at)
        if found == caching.NOT_KEPT or request.method == "HEAD":
            return self.get_response(request)
        if not caching.take_turn(key):
            if waited_for := caching.wait_for(key, time.time):
                return caching.answer(waited_for, request, key, time.time())
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
        now = time.time()
        copy = caching.keep(key, request, response, building, asked_at, now)
        return caching.answer(copy, request, key, now) if copy else response
