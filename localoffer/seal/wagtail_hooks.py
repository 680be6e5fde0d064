from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return []


class SealMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("seal.view_award")


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return SealMenuItem("Seal of approval", reverse("seal_index"), name="seal", icon_name="success", order=250)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="seal", codename__in=["view_award", "award_seal"])


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("seal.award")
    class Awarded(LogFormatter):
        label = "Give the seal"

        def format_message(self, log_entry) -> str:
            return f"Given the seal of approval until {log_entry.data.get('ends_on', '')}"

    @actions.register_action("seal.withdraw")
    class Withdrawn(LogFormatter):
        label = "Withdraw the seal"

        def format_message(self, log_entry) -> str:
            return f"Seal of approval withdrawn: {log_entry.data.get('public_note', '')}"
