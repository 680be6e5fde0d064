from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from localoffer.audit.registry import register_actions

from . import admin_urls
from .choosing import LibraryChooserViewSet, viewset
from .panels import EndingConsentsPanel
from .services import MAY_KEEP
from .viewsets import ConsentViewSet

register_snippet(ConsentViewSet)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[Any]:
    return admin_urls.urlpatterns


@hooks.register("construct_homepage_panels")
def show_ending_consents(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(MAY_KEEP):
        panels.append(EndingConsentsPanel())


@hooks.register("before_delete_snippet")
def no_consents_in_bulk(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Wagtail's page for deleting many names those that one may not delete. Consents are deleted one at a time."""
    asked = request.resolver_match.kwargs if request.resolver_match else {}
    if (asked.get("app_label"), asked.get("model_name")) == ("media", "consent"):
        return HttpResponseForbidden("Consents are deleted one at a time. Go back, and open the one that you mean.")
    return None


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    words = "Consent taken back on {on}: what rests on it is no longer shown"
    register_actions(actions, [("media.take_back", "Take back a consent", words)])


@hooks.register("register_admin_viewset")
def register_picture_library() -> LibraryChooserViewSet:
    return viewset
