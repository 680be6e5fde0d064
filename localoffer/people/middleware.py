"""Who is signed in goes out after a time without an action, and needs a second step before anything that can publish."""

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .rules import LAST_ACTION, SESSION, is_an_action, is_over

NOTED_EVERY = 60  # seconds: not every answer writes to the database
WITHOUT_SECOND_STEP = frozenset(
    {"wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
)


def view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def is_signed_in(request: HttpRequest) -> bool:
    """Asks the database only for whoever brings a session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


class IdleMiddleware:
    """Ends a session after SESSION_IDLE_MINUTES without an action of a person. It stands after MessageMiddleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if not is_signed_in(request):
            return
        now = timezone.now().timestamp()
        last, name = request.session.get(LAST_ACTION), view_name(request)
        action = is_an_action(name, request.method or "")
        if is_over(last, now, settings.SESSION_IDLE_MINUTES):
            logout(request)
            if action and name != SESSION:
                messages.info(request, _("You were signed out because nothing happened for a while. Please sign in again."))
        elif action and (last is None or now - last >= NOTED_EVERY):
            request.session[LAST_ACTION] = now


class SecondStepMiddleware:
    """Leads whoever can publish, and has no second step, to setting one up. Until then nothing of the admin answers them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not settings.REQUIRE_SECOND_STEP or not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        if view_name(request) in WITHOUT_SECOND_STEP or not is_signed_in(request):
            return None
        if has_second_step(request) or not request.user.must_have_second_step():
            return None
        return HttpResponseRedirect(reverse("mfa_index"))


def has_second_step(request: HttpRequest) -> bool:
    """Whether the person has an app or a passkey (then signing in asked for it), or the organisation asked for its own."""
    if settings.OIDC_SECOND_STEP and any(
        record["method"] == "socialaccount" for record in get_authentication_records(request, request.user)
    ):
        return True
    return is_mfa_enabled(request.user, types=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
