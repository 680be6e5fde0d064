from typing import Any

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from localoffer.questions import written_once


@written_once
def live_pages(ids: list[int]) -> Any:
    return Page.objects.filter(pk__in=ids, live=True)


class PlainPageLinkHandler(PageLinkHandler):
    """Links to pages in one query for all: Wagtail reads each linked page whole, and its language one by one."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = {int(attrs["id"]) for attrs in attrs_list if str(attrs.get("id", "")).isdigit()}
        pages = {str(page.pk): page for page in live_pages(sorted(ids))}
        found = [pages.get(str(attrs.get("id"))) for attrs in attrs_list]
        return [f'<a href="{escape(page.url)}">' if page and page.url else "<a>" for page in found]
