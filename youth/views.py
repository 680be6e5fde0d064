"""What the youth pages show beside their own words: the section's menu, its shelves, the way on, the time to read."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import segno
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from localoffer.blocks.words import words_of
from localoffer.directory.cards import newest_sealed, sealed_services, with_awards
from localoffer.pages.addresses import language_of
from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.models import HOME_DEPTH
from localoffer.pages.querysets import in_readers_language, open_to_all

from .choices import Shelf
from .finding import by_you_guide
from .models import (
    ApprovedPlacesPage,
    ByYouGuidePage,
    ForumMeetingsPage,
    ForumPostPage,
    ForumPostsPage,
    YouAskedPage,
    YouthBasePage,
    YouthHomePage,
    YouthPage,
)
from .rules import minutes_to_read
from .services import GuideRefused, build_guide, home_of_guide, may_build_guide

PAPERS = ("a4", "large")  # what the guide can be laid out for, beside the screen
PICTURE_SIZES = ("fill-480x320|format-webp", "fill-720x480|format-webp")
POSTS_PER_PAGE = 10
PLACES_PER_PAGE = 24
NOT_IN_MENU = (YouthHomePage, ByYouGuidePage)
NO_MENU: dict[str, Any] = {"youth_home": None, "youth_pages": [], "youth_shelves": {}, "youth_menu": [], "by_you": None}
ICONS_OF_SHELVES = {Shelf.AGE: "growing-up"}
ON_A_ROUTE = (YouthPage, YouAskedPage, ForumMeetingsPage)


@dataclass(frozen=True)
class MenuItem:
    """A page of the section, as its menu and its tiles show it."""

    pk: int
    title: str
    url: str
    icon: str
    summary: str
    shelf: str = Shelf.WANT
    age: int | None = None
    minutes: int = 0
    lang: str = ""  # of its words; "" for readers of English
    # Of a drawing only: a picture of people may have to go at once, and this is kept.
    picture: str = ""
    picture_set: str = ""

    @property
    def icon_address(self) -> str:
        return address_of_icon(self.icon or ICONS_OF_SHELVES.get(self.shelf, "seal"))


@cache
def address_of_icon(name: str) -> str:
    """Not kept with the menu: a new release of the site gives its files new names."""
    return static(f"icons/{name}.svg")


def menu_item(page: YouthBasePage) -> MenuItem:
    minutes = minutes_to_read(words_of(page.body))
    return MenuItem(
        page.pk, page.title, page.url or "", page.icon, page.summary, page.shelf, page.age, minutes, getattr(page, "lang", "")
    )


def tile(page: YouthBasePage) -> MenuItem:
    """A menu item with its picture, where that is a drawing."""
    item = menu_item(page)
    if not page.picture or page.picture.shows_people:
        return item
    small, large = page.picture.get_renditions(*PICTURE_SIZES).values()
    addresses = {"picture": small.url, "picture_set": f"{small.url} {small.width}w, {large.url} {large.width}w"}
    return MenuItem(**(vars(item) | addresses))


def section_menu(page: YouthBasePage | ForumPostPage, language: str) -> dict[str, Any]:
    """The section's home page and its pages, for the section's own menu in that language; kept until a page changes."""
    path = page.path[: HOME_DEPTH * page.steplen + page.steplen]  # the section's home stands right below the home page
    return kept(f"youth-{path}-{language}", lambda: read_section_menu(path, language), held=True)


def read_section_menu(path: str, language: str) -> dict[str, Any]:
    home = YouthHomePage.objects.filter(path=path).first()
    if home is None:  # a draft that stands nowhere yet
        return dict(NO_MENU)
    pages = sorted((page for model in kinds() for page in below(home, model)), key=lambda page: page.path)
    items = [tile(page) for page in in_readers_language(pages, language)]
    shelves = {str(shelf): [item for item in items if item.shelf == shelf] for shelf in Shelf}
    by_you = next(iter(in_readers_language(open_to_all(ByYouGuidePage.objects.child_of(home))[:1], language)), None)
    in_readers_language([home], language)
    return {
        "youth_home": menu_item(home),
        "youth_pages": items,
        "youth_shelves": shelves,
        "youth_menu": [item for shelf in shelves.values() for item in shelf],
        "by_you": by_you and menu_item(by_you),
    }


def menu_of_section() -> dict[str, Any]:
    """The same for an address of the section that is no page: the menu in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    return kept(f"youth-menu-{language}", lambda: read_menu_in(language), held=True)


def read_menu_in(language: str) -> dict[str, Any]:
    home = open_to_all(YouthHomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)).first()
    return section_menu(home, language) if home else dict(NO_MENU)


def kinds() -> list[type[YouthBasePage]]:
    """All types of pages of the section but its home page and the guide, which has a place of its own."""
    return [model for model in apps.get_models() if issubclass(model, YouthBasePage) and model not in NOT_IN_MENU]


def below(page: YouthBasePage, model: type[YouthBasePage] = YouthPage) -> Any:
    return open_to_all(model.objects.child_of(page)).select_related("picture").order_by("path")


@dataclass(frozen=True)
class Way:
    """Pages in an order, and where one of them stands among them."""

    pages: list[MenuItem]
    number: int

    @property
    def back(self) -> MenuItem | None:
        return self.pages[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> MenuItem | None:
        return self.pages[self.number] if self.number < len(self.pages) else None


def way_of(page: YouthPage, menu: dict[str, Any], language: str) -> Way | None:
    """The order that the page belongs to: a page with those below it, or the pages by age. None for one alone."""
    home_depth = HOME_DEPTH + 1
    if page.depth == home_depth + 1 and page.shelf == Shelf.AGE:
        pages = menu["youth_shelves"].get(Shelf.AGE, [])
    elif page.depth == home_depth + 1:
        pages = route_of(page.path, language) if page.numchild else []
    else:
        above = page.path[: -page.steplen]
        pages = route_of(above, language)
    places = [item.pk for item in pages]
    return Way(pages, places.index(page.pk) + 1) if page.pk in places and len(pages) > 1 else None


def route_of(path: str, language: str) -> list[MenuItem]:
    """The page at that path and the public pages right below it, in their order; kept until a page changes."""

    def read() -> list[MenuItem]:
        top = open_to_all(YouthPage.objects.filter(path=path)).first()
        pages = sorted((found for model in ON_A_ROUTE for found in below(top, model)), key=lambda page: page.path) if top else []
        return [menu_item(found) for found in in_readers_language((top, *pages), language)] if top else []

    return kept(f"youth-way-{path}-{language}", read)


@provides_context(YouthHomePage)
def youth_home(page: YouthHomePage, request: HttpRequest) -> dict[str, Any]:
    return section_menu(page, language_of(request)) | {"sealed": sealed_services(timezone.localdate(), most=3)}


@provides_context(YouthPage)
def youth_page(page: YouthPage, request: HttpRequest) -> dict[str, Any]:
    menu = section_menu(page, language_of(request))
    way = way_of(page, menu, language_of(request))
    pages = route_of(page.path, language_of(request))[1:] if page.numchild else []
    return menu | {"pages": pages, "way": way, "minutes": minutes_to_read(words_of(page.body))}


@provides_context(ApprovedPlacesPage)
def approved_places(page: ApprovedPlacesPage, request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    found = Paginator(newest_sealed(today), PLACES_PER_PAGE).get_page(request.GET.get("page"))
    found.object_list = with_awards(found.object_list, today)
    return section_menu(page, language_of(request)) | {"sealed": found, "number": found.paginator.count}


@provides_context(ByYouGuidePage)
def by_you(page: ByYouGuidePage, request: HttpRequest) -> dict[str, Any]:
    """The guide for the area, the topic and the paper of the address. What the address asks for and is not there is said."""
    asked = {name: request.GET.get(name, "") for name in ("area", "topic", "print")}
    today = timezone.localdate()
    guide = by_you_guide(today, area=asked["area"], topic=asked["topic"])
    paper = asked["print"] if asked["print"] in PAPERS else ""
    chosen = {name: value for name, value in (("area", guide.area), ("topic", guide.topic)) if value}
    return section_menu(page, language_of(request)) | {
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


def forum_posts(index: ForumPostsPage) -> Any:
    """The posts that everybody may see, the newest first. Their pictures and consents are read with them."""
    shown = ForumPostPage.objects.child_of(index).shown_on(timezone.localdate())
    found = open_to_all(shown).order_by("-first_published_at", "-pk")
    return found.select_related(*ForumPostPage.read_with)


@provides_context(ForumPostsPage)
def posts_index(page: ForumPostsPage, request: HttpRequest) -> dict[str, Any]:
    found = Paginator(forum_posts(page), POSTS_PER_PAGE).get_page(request.GET.get("page"))
    return section_menu(page, language_of(request)) | {"posts": found}


@provides_context(ForumPostPage)
def forum_post(page: ForumPostPage, request: HttpRequest) -> dict[str, Any]:
    """A film is shown as the block for films shows it."""
    film = {"video": page.recording} if page.recording and page.recording.type == "video" else None
    return section_menu(page, language_of(request)) | {"film": film}
