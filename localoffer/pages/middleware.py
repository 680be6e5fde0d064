from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path

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
        if request.path.startswith(("/admin/", "/account/")):
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
