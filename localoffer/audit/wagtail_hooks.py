from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from . import admin_urls
from .registry import register_actions

ACTIONS = (
    ("audit.sign_in", "Sign in", "Signed in"),
    ("audit.sign_in_failed", "Sign in, refused", "Sign-in refused"),
    ("audit.account", "Change an account", "Account changed: {changed}"),
    ("audit.groups", "Change groups", "Groups {verb}: {names}"),
    ("audit.permissions", "Change permissions", "Permissions {verb}: {names}"),
    ("people.places", "Change permissions on pages and collections", "Permissions {verb} on pages and collections: {names}"),
    ("audit.export", "Export personal data", "Personal data exported: {found} things"),
    ("audit.erase", "Erase personal data", "Personal data erased: {erased} things; {remains} remain"),
    ("audit.export_list", "Export a list", "List exported as a spreadsheet"),
    ("audit.forget", "Delete what is old", "Deleted because the time for keeping was over: {number}"),
)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    register_actions(actions, ACTIONS)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class PermittedMenuItem(MenuItem):
    permission = ""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)


class AuditMenuItem(PermittedMenuItem):
    permission = "people.view_audit_log"


class PersonalDataMenuItem(PermittedMenuItem):
    permission = "people.manage_personal_data"


@hooks.register("register_reports_menu_item")
def register_audit_log() -> MenuItem:
    return AuditMenuItem("Audit log", reverse("audit_log"), name="audit-log", icon_name="history", order=1100)


@hooks.register("register_reports_menu_item")
def register_personal_data() -> MenuItem:
    return PersonalDataMenuItem("Personal data", reverse("personal_data"), name="personal-data", icon_name="user", order=1110)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="people", codename__in=("view_audit_log", "manage_personal_data"))
