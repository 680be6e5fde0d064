from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from .viewsets import BEST_BETS, SearchGroup


@hooks.register("register_admin_viewset")
def register_search() -> SearchGroup:
    return SearchGroup()


@hooks.register("construct_reports_menu")
def hide_search_terms(request: HttpRequest, menu_items: list[Any]) -> None:
    """Wagtail's own report of search terms stays empty: we count only what found nothing, in "Unmet searches"."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@hooks.register("construct_settings_menu")
def move_best_bets(request: HttpRequest, menu_items: list[Any]) -> None:
    """They stand in "Public search", beside all else of it."""
    menu_items[:] = [item for item in menu_items if item.name != BEST_BETS]
