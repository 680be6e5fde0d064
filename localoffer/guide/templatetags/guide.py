from django import template

from localoffer.guide.models import GuidePage
from localoffer.pages.keeping import kept
from localoffer.pages.querysets import open_to_all

register = template.Library()


@register.simple_tag
def guide_address() -> str:
    """The address of the first guide that the public may see; "" while there is none."""

    def look_up() -> str:
        found = open_to_all(GuidePage.objects).filter(alias_of=None).order_by("pk").first()
        return (found.url or "") if found else ""

    return kept("guide-address", look_up)
