"""Signing in, and how long that lasts."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from .rules import LAST_ACTION


class SignInView(LoginView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Wagtail sends whoever may not open the admin back to here; without this the two would send them round and round.
        if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            wanted = request.GET.get("next") or reverse("wagtailadmin_home")
            if wanted.startswith(reverse("wagtailadmin_home")):
                return render(request, "account/no_role.html", {}, status=403)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"organisation": settings.OIDC_NAME if settings.OIDC_ISSUER else ""}


@require_http_methods(["GET", "POST"])
def session_state(request: HttpRequest) -> HttpResponse:
    """How many seconds the session lasts without a new action, and what forms need after a new sign-in. A POST is an action.

    Read by scripts of this site only: browsers give other sites no answer.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"left": 0})
    last = request.session.get(LAST_ACTION, timezone.now().timestamp())
    if request.method == "POST":
        last = request.session[LAST_ACTION] = timezone.now().timestamp()
    left = last + settings.SESSION_IDLE_MINUTES * 60 - timezone.now().timestamp()
    return JsonResponse({"left": max(0, round(left)), "token": get_token(request)})


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """From Wagtail's address of signing in to ours, with what was wanted."""
    wanted = request.GET.get("next", "")
    return HttpResponseRedirect(reverse("account_login") + (f"?{urlencode({'next': wanted})}" if wanted else ""))


def to_new_password(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return HttpResponseRedirect(reverse("account_reset_password"))


def to_account(request: HttpRequest) -> HttpResponse:
    """Whoever signs in by the organisation has no password here to set or change."""
    return HttpResponseRedirect(reverse("mfa_index"))
