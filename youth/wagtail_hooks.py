from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from . import admin_urls
from .panels import ByYouPanel
from .voices.asked import HeardGroup


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


@hooks.register("construct_homepage_panels")
def add_by_you_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ByYouPanel(request.user))


@hooks.register("register_admin_viewset")
def register_heard() -> HeardGroup:
    return HeardGroup()


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="youth", codename="approve_asked")


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("asked.approve", "Approve for the site", "Approved for the site")
    actions.register_action("asked.take_back", "Take off the site", "Taken off the site")
