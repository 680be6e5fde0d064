"""What the youth pages show beside their own words."""

from dataclasses import dataclass
from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from localoffer.directory.finding import sealed_services
from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.models import HOME_DEPTH
from localoffer.pages.querysets import open_to_all

from .finding import by_you_guide
from .models import ApprovedPlacesPage, ByYouGuidePage, YouthBasePage, YouthHomePage, YouthPage
from .services import GuideRefused, build_guide, home_of_guide, may_build_guide

PAPERS = ("a4", "large")  # what the guide can be laid out for, beside the screen


@dataclass(frozen=True)
class MenuItem:
    """A page of the section, as its menu and its tiles show it."""

    pk: int
    title: str
    url: str
    icon: str
    summary: str


def menu_item(page: YouthBasePage) -> MenuItem:
    return MenuItem(page.pk, page.title, page.url or "", page.icon, page.summary)


def section_menu(page: YouthBasePage) -> dict[str, Any]:
    """The section's home page and its pages, for the section's own menu; kept until a page changes."""
    path = page.path[: HOME_DEPTH * page.steplen + page.steplen]  # the section's home stands right below the home page
    return kept(f"youth-{path}", lambda: read_section_menu(path))


def read_section_menu(path: str) -> dict[str, Any]:
    home = YouthHomePage.objects.filter(path=path).first()
    if home is None:  # a draft that stands nowhere yet
        return {"youth_home": None, "youth_pages": [], "by_you": None}
    pages = [page for model in (YouthPage, ApprovedPlacesPage) for page in open_to_all(model.objects.child_of(home))]
    pages.sort(key=lambda page: page.path)
    by_you = open_to_all(ByYouGuidePage.objects.child_of(home)).first()
    return {
        "youth_home": menu_item(home),
        "youth_pages": [menu_item(page) for page in pages],
        "by_you": by_you and menu_item(by_you),
    }


@provides_context(YouthHomePage)
def youth_home(page: YouthHomePage, request: HttpRequest) -> dict[str, Any]:
    return section_menu(page) | {"sealed": sealed_services(timezone.localdate(), most=3)}


@provides_context(YouthPage)
def youth_page(page: YouthPage, request: HttpRequest) -> dict[str, Any]:
    below = list(open_to_all(YouthPage.objects.child_of(page)).order_by("path")) if page.numchild else []
    return section_menu(page) | {"pages": below}


@provides_context(ApprovedPlacesPage)
def approved_places(page: ApprovedPlacesPage, request: HttpRequest) -> dict[str, Any]:
    return section_menu(page) | {"sealed": sealed_services(timezone.localdate())}


@provides_context(ByYouGuidePage)
def by_you(page: ByYouGuidePage, request: HttpRequest) -> dict[str, Any]:
    """The guide for the area, the topic and the paper of the address. What the address asks for and is not there is said."""
    asked = {name: request.GET.get(name, "") for name in ("area", "topic", "print")}
    today = timezone.localdate()
    guide = by_you_guide(today, area=asked["area"], topic=asked["topic"])
    paper = asked["print"] if asked["print"] in PAPERS else ""
    chosen = {name: value for name, value in (("area", guide.area), ("topic", guide.topic)) if value}
    return section_menu(page) | {
        "guide": guide,
        "made_on": today,
        "paper": paper,
        "for_screen": f"?{urlencode(chosen)}",
        "for_paper": {name: f"?{urlencode({**chosen, 'print': name})}" for name in PAPERS},
        "unknown_choice": (asked["area"] != guide.area) or (asked["topic"] != guide.topic),
        "address": page.full_url or "",
        "qr": square(page.full_url) if page.full_url else "",
    }


def square(address: str) -> SafeString:
    """An address as a square of dots that a phone's camera reads, in SVG."""
    drawn = segno.make(address, micro=False, error="m").svg_inline(border=4, dark="#000", light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308  drawn by segno; it holds no words of anybody


@require_POST
def build_by_you_guide(request: HttpRequest) -> HttpResponse:
    """Makes the guide if it is not there yet, and opens it. An address of the admin."""
    home = home_of_guide()
    if not may_build_guide(request.user, home):
        return HttpResponseForbidden(_("You may not build the By You guide. Ask a forum supporter."))
    try:
        return redirect(build_guide(home=home, user=request.user).get_url(request))
    except GuideRefused as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
        if refusal.draft is not None:
            return redirect("wagtailadmin_pages:edit", refusal.draft.pk)
        return redirect("wagtailadmin_explore", home.pk)
