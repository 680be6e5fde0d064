"""The menu of the young people's section."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from ..choices import Shelf
from ..views import MenuItem

register = template.Library()


@register.simple_tag(takes_context=True)
def youth_menu(context: template.Context, items: list[MenuItem], *, everything: bool = False) -> str:
    """Links to the section's start and to these pages of it, with the one that is shown marked.

    ``everything``: they are all of its pages, below each other; else those by age are one link to where the start names them.
    """
    page, way = context.get("page"), context.get("way")
    return drawn(
        tuple(items),
        home=context["youth_home"],
        here=getattr(page, "pk", None),
        top=way.pages[0].pk if way else None,
        has_ages=bool(context["youth_shelves"].get(Shelf.AGE)) and not everything,
        is_age=getattr(page, "shelf", "") == Shelf.AGE,
        language=get_language(),
    )


@lru_cache(maxsize=300)
def drawn(items: tuple[MenuItem, ...], **marks: Any) -> str:
    """Held by each process: it is drawn twice on every page of the section, and changes with its items only."""
    return render_to_string("youth/menu.html", {"items": items, **marks})
