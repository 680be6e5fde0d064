from typing import Any

from django import template
from django.utils import timezone

from localoffer.directory.cards import cards
from localoffer.directory.models import DirectoryPage, ServicePage
from localoffer.pages.keeping import kept
from localoffer.pages.querysets import open_to_all

register = template.Library()


@register.simple_tag
def cards_of(pages: Any) -> list[ServicePage]:
    """The chosen services that the public may see now, each with its award, in the chosen order."""
    return cards([page.pk for page in pages or [] if page is not None], timezone.localdate())


@register.simple_tag
def directory_address() -> str:
    """The address of the page where services are found; "" while there is none."""

    def look_up() -> str:
        found = open_to_all(DirectoryPage.objects).filter(alias_of=None).order_by("pk").first()
        return (found.url or "") if found else ""

    return kept("directory-address", look_up)
