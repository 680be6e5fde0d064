from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry

from . import admin_urls
from .reports import own_translations
from .services import CHECKED, TAKEN_BACK, is_translation


@hooks.register("register_admin_urls", order=-1)
def register_admin_urls() -> list:
    return admin_urls.urlpatterns


class TranslatedPagesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return own_translations(request.user).exists()


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return TranslatedPagesMenuItem(
        "Translated pages", reverse("languages_report"), name="translated-pages", icon_name="wagtail-localize-language", order=660
    )


@hooks.register("register_page_header_buttons")
def about_the_translation(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The way to who made a translation and who checked it, in the editor of wagtail-localize and in Wagtail's own."""
    if view_name == "edit" and is_translation(page) and page.permissions_for_user(user).can_edit():
        yield Button(
            "Who made and checked it",
            reverse("languages_translation", args=[page.pk]),
            icon_name="wagtail-localize-language",
            priority=66,
        )


class TranslateItem(BaseItem):
    """“Translate this page”, on the public page: who may only translate finds English pages nowhere in the admin’s tree."""

    template_name = "languages/userbar_item.html"

    def __init__(self, page: Any) -> None:
        self.page = page


@hooks.register("construct_wagtail_userbar")
def offer_translating(request: HttpRequest, items: list[BaseItem], page: Any) -> None:
    if page and page.pk and not is_translation(page) and request.user.has_perm("wagtail_localize.submit_translation"):
        items.append(TranslateItem(page))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(CHECKED, "Mark a translation as checked", "Translation marked as checked by a speaker")
    actions.register_action(TAKEN_BACK, "Take the check of a translation back", "Translation counts as not checked again")
