"""The way from a page to its Easy Read edition, and what the edition shows beside its own words."""

from typing import Any

from django.http import HttpRequest

from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.models import BasePage
from localoffer.pages.querysets import open_to_all

from .models import EasyReadPage


@provides_context(BasePage, and_below=True)
def way_to_edition(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """The address of the page's Easy Read edition: "" when it has none that everybody may read.

    For a page with nothing below it that asks the database nothing; else one query, kept until a page changes.
    """
    if not page.pk or not page.numchild or EasyReadPage not in type(page).allowed_subpage_models():
        return {"easy_read_address": ""}
    return {"easy_read_address": kept(f"easy-read-{page.pk}", lambda: edition_address(page))}


def edition_address(page: BasePage) -> str:
    edition = open_to_all(EasyReadPage.objects.child_of(page)).first()
    return (edition.url or "") if edition else ""


@provides_context(EasyReadPage)
def edition(page: EasyReadPage, request: HttpRequest) -> dict[str, Any]:
    original = page.original
    return {"original": original, "original_address": original.get_url(request) if original else "", "stale": page.is_stale}
