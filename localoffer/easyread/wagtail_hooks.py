from wagtail import hooks

from .viewsets import EditionListViewSet, EditionsMenuItem, viewset


@hooks.register("register_admin_viewset")
def register_editions() -> EditionListViewSet:
    return viewset


@hooks.register("register_reports_menu_item")
def register_report() -> EditionsMenuItem:
    return EditionsMenuItem()
