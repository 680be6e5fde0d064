"""Saving a service to one's list, and carrying the list from page to page in the address. They ask the database nothing."""

from typing import Any

from django import template
from django.urls import reverse

from ..rules import MOST, asked_for, joined, with_one

register = template.Library()
CARRIED = "list"


def carried_ids(context: template.Context) -> tuple[int, ...]:
    """The list that this page's address carries: that of the shortlist itself, else ``?list=12-45``."""
    if "shortlist_ids" in context:
        return tuple(context["shortlist_ids"])
    request = context.get("request")
    if request is None:
        return ()
    if not hasattr(request, "shortlist_carried"):  # each card of a list asks
        request.shortlist_carried = asked_for(request.GET.getlist(CARRIED)).ids
    return request.shortlist_carried


@register.simple_tag(takes_context=True)
def carry_list(context: template.Context, before: str = "") -> str:
    """ "list=12-45", so that the list is not lost on the way; "" without a list.

    ``before`` is put in front when there is a list: {% carry_list "?" %}, {% carry_list "&" %}.
    """
    ids = carried_ids(context)
    return f"{before}{CARRIED}={joined(ids)}" if ids else ""


@register.inclusion_tag("components/shortlist_link.html", takes_context=True)
def shortlist_link(context: template.Context, service: Any) -> dict[str, Any]:
    """The link that saves this service, or leads to the list that has it. The script makes it a button that saves here."""
    ids = carried_ids(context)
    return {"service": service, "is_on": service.pk in ids, "address": list_address(with_one(ids, service.pk)), "most": MOST}


@register.inclusion_tag("components/shortlist_menu.html", takes_context=True)
def shortlist_menu(context: template.Context, is_here: bool = False) -> dict[str, Any]:
    """The link to one's list with how many are on it. It also holds the words that the script says, and loads the script.

    ``is_here``: on the list itself it stays hidden. The script shows it beside somebody else's list.
    """
    ids = carried_ids(context)
    return {"number": len(ids), "address": list_address(ids), "empty_address": list_address(()), "most": MOST, "is_here": is_here}


def list_address(ids: Any) -> str:
    address = reverse("shortlist:list")
    return f"{address}?s={joined(ids)}" if ids else address
