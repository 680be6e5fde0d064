"""Addresses for machines and for those who look for faults."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .readiness import OK, state
from .rules import security_txt as security_lines


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the site can serve people, else 503; both with what was asked, as JSON."""
    found = state(now=timezone.now())
    ready = set(found.values()) == {OK}
    return JsonResponse({"ready": ready, **found}, status=200 if ready else 503)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a fault in the site's safety, as RFC 9116 has it."""
    lines = security_lines(settings.SECURITY_CONTACT, f"{settings.SITE_URL}{request.path}", timezone.now())
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
