"""What the blocks “Newest from the board and the news” of any page show."""

from typing import Any

from django.http import HttpRequest

from localoffer.pages.contexts import provides_context
from localoffer.pages.models import BasePage

from ..finding import newest
from ..rules.picking import Pick


@provides_context(BasePage, and_below=True)
def newest_for_blocks(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Reads for all such blocks of the page at once; nothing where there are none."""
    picks = {
        Pick.of(part["value"])
        for field in page.stream_fields()
        for part in getattr(getattr(page, field.name), "raw_data", ())
        if part["type"] == "newest"
    }
    return {"newest": newest(picks, locale_id=page.locale_id)} if picks else {}
