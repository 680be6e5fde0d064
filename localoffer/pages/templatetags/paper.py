"""What a page has for paper: its address, with a square of dots that a telephone's camera reads; and the large print."""

from functools import lru_cache
from typing import Any

import segno
from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
LARGE = "large"


@lru_cache(maxsize=1000)
def square_of(address: str) -> SafeString:
    """An address as an SVG of about 2 KB. Drawing one takes 6 ms, so they are kept in memory."""
    drawn = segno.make(address, micro=False, error="l", boost_error=False).svg_inline(border=4, light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308  drawn by segno; it holds no words of anybody


def public_address(context: template.Context) -> str:
    """The whole address of this page; "" for one that only the person who opened it should know.

    Never what stands behind "?", where somebody's words or postcode may be. Parts of a path may be secret codes, so an
    address with parts is told only by a page, or by a view that says it itself as ``paper_address``.
    """
    if address := getattr(context.get("page"), "full_url", None):
        return str(address)
    if path := context.get("paper_address"):
        return f"{settings.SITE_URL}{path}"
    match = getattr(context.get("request"), "resolver_match", None)
    return f"{settings.SITE_URL}{context['request'].path}" if match and not match.kwargs and not match.args else ""


@register.inclusion_tag("components/paper.html", takes_context=True)
def on_paper(context: template.Context) -> dict[str, Any]:
    """What stands at the end of each printed page, and on no screen."""
    address = public_address(context)
    return {"address": address, "square": square_of(address) if address else ""}


@register.simple_tag(takes_context=True)
def is_large_print(context: template.Context) -> bool:
    """Whether the address asks for large print: ``?print=large``, on a page that has no large print of its own."""
    request, page = context.get("request"), context.get("page")
    return bool(request and request.GET.get("print") == LARGE and not getattr(page, "prints_large_itself", False))
