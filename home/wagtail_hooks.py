from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .views import patterns


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return [path("patterns/", patterns, name="patterns")]


@hooks.register("insert_global_admin_css")
def look_of_lists() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-lists.css"))


@hooks.register("register_help_menu_item")
def register_patterns() -> MenuItem:
    return MenuItem("Patterns", reverse("patterns"), name="patterns", icon_name="view", order=500)


@hooks.register("construct_help_menu")
def lead_to_our_guide(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """GUIDE_URL in place of Wagtail's guide, which knows nothing of this site. What is new in Wagtail is for who runs it."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new-in-wagtail")]
    if settings.GUIDE_URL:
        away = {"target": "_blank", "rel": "noreferrer"}
        guide = MenuItem("Guide for staff", settings.GUIDE_URL, name="guide", icon_name="help", attrs=away, order=100)
        menu_items[:] = [guide, *(item for item in menu_items if item.name != "editor-guide")]
