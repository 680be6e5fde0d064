from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from . import admin_urls
from .panels import ByYouPanel


@hooks.register("register_admin_urls")
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


@hooks.register("construct_homepage_panels")
def add_by_you_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ByYouPanel(request.user))
