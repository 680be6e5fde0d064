from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from localoffer.audit.registry import register_actions

from . import admin_urls
from .panels import SealsToday
from .viewsets import CriteriaViewSet, criteria_viewset


@hooks.register("register_admin_viewset")
def register_criteria() -> CriteriaViewSet:
    return criteria_viewset


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class SealMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("seal.view_award")


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return SealMenuItem("Seal of approval", reverse("seal_index"), name="seal", icon_name="success", order=250)


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return SealMenuItem("Seals", reverse("seal_report"), name="seals", icon_name="success", order=900)


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list) -> None:
    if request.user.has_perm("seal.award_seal"):
        panels.append(SealsToday(request.user, timezone.localdate()))


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    names = ["view_award", "award_seal", "decide_seal", "view_criteria", "add_criteria", "change_criteria"]
    return Permission.objects.filter(content_type__app_label="seal", codename__in=names)


# Name of the action, what it is called, and how it reads in the history.
ACTIONS = (
    ("seal.award", "Give the seal", "Given the seal of approval until {ends_on}"),
    ("seal.renew", "Renew the seal", "Seal of approval renewed until {ends_on}"),
    ("seal.propose", "Propose the seal", "Seal of approval until {ends_on} waits for a second person"),
    ("seal.send_back", "Send the seal back", "Seal of approval was not confirmed"),
    ("seal.pause", "Pause the seal", "Seal of approval paused: {public_note}"),
    ("seal.resume", "End the pause of the seal", "Pause of the seal of approval ended"),
    ("seal.withdraw", "Withdraw the seal", "Seal of approval withdrawn: {public_note}"),
    ("seal.plan_visit", "Plan a visit", "Visit of the forum planned"),
    ("seal.call_off", "Call a visit off", "Visit of the forum called off"),
    ("seal.request", "Answer a request", "Request to the forum: {status}"),
    ("seal.visit", "Record a visit", "Visit of the forum recorded"),
    ("seal.decide", "Record a decision", "Decision of the forum recorded"),
    ("seal.criteria", "Put criteria in force", "Version {version} of the criteria put in force"),
)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    register_actions(actions, ACTIONS)
