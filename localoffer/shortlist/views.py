"""The shortlist: a page made of its address, and the square that a phone's camera reads. Nothing is stored, no cookie set."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import quote

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from .finding import Entry, compared, entries
from .rules import LEAST_TO_COMPARE, MOST, MOST_TO_COMPARE, Asked, asked_for, joined

A_DAY = 24 * 60 * 60
FIELD = "s"


@dataclass
class Problems:
    """What the error summary shows; it has the shape of a form's errors."""

    error_list: list[tuple[str, str]] = field(default_factory=list)

    @property
    def errors(self) -> bool:
        return bool(self.error_list)


@require_safe
def shortlist(request: HttpRequest) -> HttpResponse:
    """The services of the address, or two or three of them side by side; what cannot be shown is said, never an error page."""
    asked = asked_for(request.GET.getlist(FIELD))
    found = entries(asked.ids, timezone.localdate())
    to_compare = asked_for(request.GET.getlist("compare"), MOST_TO_COMPARE)
    chosen = [entry for entry in found if entry.service.pk in to_compare.ids]
    list_problems = problems_of_list(asked, len(found))
    compare_problems = problems_of_comparing(to_compare, chosen, found) if "compare" in request.GET else []
    comparing = len(chosen) >= LEAST_TO_COMPARE
    shown = [entry.service.pk for entry in found]
    context = {
        "entries": found,
        "shortlist_ids": shown,
        "list": joined(shown),
        "asked_list": joined(asked.ids),
        "typed": asked.typed,
        "problems": Problems(list_problems + compare_problems),
        "list_problems": [sentence for _target, sentence in list_problems],
        "chosen_to_compare": to_compare.ids,
        "compared": chosen if comparing else [],
        "facts": compared(chosen) if comparing else [],
        **(sharing(shown) if shown else {}),
    }
    response = render(request, "shortlist/compare.html" if comparing else "shortlist/list.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def problems_of_list(asked: Asked, shown: int) -> list[tuple[str, str]]:
    """What to say about a list that cannot be shown whole, each with the field that it is about."""
    problems = []
    if asked.beyond:
        words = _("This list has %(number)d services. A list holds %(most)d, so you see the first %(most)d.")
        problems.append((f"id_{FIELD}", words % {"number": len(asked.ids) + asked.beyond, "most": MOST}))
    if missing := len(asked.ids) - shown + asked.unread:
        words = ngettext(
            "%(number)d service cannot be shown. It may have ended, or the link may be wrong.",
            "%(number)d services cannot be shown. They may have ended, or the link may be wrong.",
            missing,
        )
        problems.append((f"id_{FIELD}", words % {"number": missing}))
    return problems


def problems_of_comparing(asked: Asked, chosen: Sequence[Entry], found: Sequence[Entry]) -> list[tuple[str, str]]:
    target = f"compare-{found[0].service.pk}" if len(found) >= LEAST_TO_COMPARE else ""
    if asked.beyond:
        words = _("You chose %(number)d services. You can compare %(most)d at a time, so you see the first %(most)d.")
        return [("", words % {"number": len(asked.ids) + asked.beyond, "most": MOST_TO_COMPARE})]
    if len(chosen) < LEAST_TO_COMPARE:
        return [(target, _("Choose two or three services of this list to compare."))]
    if len(chosen) < asked.number:
        return [("", _("You can only compare services of this list. The others are left out."))]
    return []


def sharing(ids: Sequence[int]) -> dict[str, Any]:
    """The whole link to a list, and an e-mail with it that only waits to be sent."""
    link = f"{settings.SITE_URL}{reverse('shortlist:list')}?{FIELD}={joined(ids)}"
    subject = _("Services that may help")
    body = _("Here is a list of services, with telephone numbers, addresses and times:") + f"\n\n{link}\n"
    return {"link": link, "mail": f"mailto:?subject={quote(subject)}&body={quote(body)}"}


@require_safe
def qr(request: HttpRequest) -> HttpResponse:
    """The link to a list as a square of dots, in SVG. 404 for an address without a list."""
    ids = asked_for(request.GET.getlist(FIELD)).ids
    if not ids:
        raise Http404
    picture = BytesIO()
    square = segno.make(sharing(ids)["link"], micro=False, error="m")
    square.save(picture, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False)
    response = HttpResponse(picture.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    response["X-Robots-Tag"] = "noindex"
    return response
