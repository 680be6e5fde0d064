from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from localoffer.readability.reports import pages_to_publish

from . import admin_urls


# Innermost, so that Wagtail has asked for a password before.
@hooks.register("on_serve_page", order=100)
def say_which_page(serve: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The answer says which page it shows. It is called only for whoever may see the page."""

    def serve_and_say(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        response = serve(page, request, args, kwargs)
        response.page_shown = page.pk  # type: ignore[attr-defined]
        return response

    return serve_and_say


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class PageViewsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return pages_to_publish(request.user).exists()


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return PageViewsMenuItem("Page views", reverse("page_views_report"), name="page-views", icon_name="view", order=640)


@hooks.register("register_reports_menu_item")
def register_report_by_day() -> MenuItem:
    return PageViewsMenuItem(
        "Views and searches by day", reverse("by_day_report"), name="views-by-day", icon_name="view", order=641
    )
