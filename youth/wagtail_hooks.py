from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry

from localoffer.audit.registry import register_actions

from . import admin_urls
from .models import checked_for_details
from .panels import ByYouPanel
from .voices.asked import HeardGroup
from .writing.supporter import CONFIRM, waiting_posts


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class QueueMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CONFIRM)


@hooks.register("register_admin_menu_item")
def register_queue() -> MenuItem:
    return QueueMenuItem("Forum posts", reverse("forum_queue"), name="forum-queue", icon_name="group", order=240)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="youth", codename__in=["add_confirmeddetail", "add_safeguardingcheck", "approve_asked"]
    )


class QueuePanel(Component):
    """On the dashboard of supporters: what waits, and for how long."""

    name = "forum_queue"
    template_name = "youth/admin/queue_panel.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"cards": waiting_posts()}


@hooks.register("construct_homepage_panels")
def add_queue_panel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(CONFIRM):
        panels.insert(0, QueuePanel())


@hooks.register("construct_homepage_panels")
def add_by_you_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ByYouPanel(request.user))


@hooks.register("register_admin_viewset")
def register_heard() -> HeardGroup:
    return HeardGroup()


@hooks.register("register_page_header_buttons")
def details_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if page.pk and user.has_perm(CONFIRM) and checked_for_details(page.specific):
        yield Button("Names and details", reverse("forum_details", args=[page.pk]), icon_name="warning", priority=80)


ACTIONS = (
    ("youth.confirm_detail", "Confirm a detail", "Looked at “{words}” and let it stand"),
    ("youth.link_consent", "Consent for the words", "Linked the consent for the words"),
    ("youth.check_safety", "Safeguarding check", "Checked that it is safe"),
    ("youth.change_request_done", "Answer a request", "Answered a young person’s request to change it"),
    ("asked.approve", "Approve for the site", "Approved for the site"),
    ("asked.take_back", "Take off the site", "Taken off the site"),
)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    register_actions(actions, ACTIONS)
