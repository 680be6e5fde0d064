from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template.loader import render_to_string
from django.urls import reverse

from .models import is_only_member
from .writing.member import home

OWN = "forum_member_"  # how the addresses of the members' screens are named
# Icons and the words of scripts, which everybody may have.
FOR_ALL = frozenset({"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"})
SIGN_IN = frozenset(
    {
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_password_reset",
    }
)


class OwnScreensMiddleware:
    """Whoever is only a member of the forum has screens of their own at the admin's address, and nothing else there.

    Hiding a menu is not a rule: what is not named here is refused, also what Wagtail or a package adds later.
    It stands after AuthenticationMiddleware, and asks nothing of visitors to the public site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Wagtail's bar on public pages leads to the editor. Only who brings a session is asked after.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            request.without_userbar = is_only_member(request.user)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        if not (request.user.is_authenticated and is_only_member(request.user)):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name == "wagtailadmin_home":
            return home(request)
        if name in SIGN_IN | FOR_ALL or name.startswith(OWN):
            return None
        return HttpResponseForbidden(render_to_string("youth/writing/refused.html", {}, request))
