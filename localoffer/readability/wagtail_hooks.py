from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from . import admin_urls
from .measuring import is_read
from .reports import pages_to_publish


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class ReadingReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return pages_to_publish(request.user).exists()


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return ReadingReportMenuItem(
        "Reading ages", reverse("readability_report"), name="reading-ages", icon_name="openquote", order=650
    )


@hooks.register("register_page_header_buttons")
def check_the_draft(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The helper's words about the saved draft on a page of their own: they need no scripts."""
    if view_name == "edit" and is_read(page) and page.permissions_for_user(user).can_edit():
        yield Button("Check the saved draft", reverse("readability_draft", args=[page.pk]), icon_name="openquote", priority=67)
