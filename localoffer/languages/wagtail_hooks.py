from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry

from localoffer.pages.models import BasePage

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
    """On a public page: the way to translate it, for those who have no way to English pages in the admin."""

    template_name = "languages/userbar_item.html"

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.page = page

    @property
    def address(self) -> str:
        """The editor of the translation that is shown; where the page is shown in English, the way to a new one."""
        if self.page.words_from:
            return reverse("wagtailadmin_pages:edit", args=[self.page.words_from])
        return reverse("wagtail_localize:submit_page_translation", args=[self.page.pk])


@hooks.register("construct_wagtail_userbar")
def offer_translating(request: HttpRequest, items: list[BaseItem], page: Any) -> None:
    is_public = isinstance(page, BasePage) and page.live and not getattr(request, "is_preview", False)
    if is_public and request.user.has_perm("wagtail_localize.submit_translation"):
        items.append(TranslateItem(page))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(CHECKED, "Mark a translation as checked", "Translation marked as checked by a speaker")
    actions.register_action(TAKEN_BACK, "Take the check of a translation back", "Translation counts as not checked again")
