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
