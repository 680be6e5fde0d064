from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import admin_urls


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class AlertsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("alerts.view_mailing")


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return AlertsMenuItem("E-mail alerts", reverse("alerts_report"), name="alerts", icon_name="mail", order=950)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="alerts", codename="view_mailing")
