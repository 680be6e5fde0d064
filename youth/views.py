"""What the youth pages show beside their own words: the section's menu, its shelves, the way on, the time to read."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.utils import timezone

from localoffer.blocks.words import words_of
from localoffer.directory.finding import sealed_services
from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.models import HOME_DEPTH
from localoffer.pages.querysets import open_to_all

from .choices import Shelf
from .models import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage
from .rules import minutes_to_read

PICTURE_SIZES = ("fill-480x320|format-webp", "fill-720x480|format-webp")


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
    # Of a drawing only: a picture of people may have to go at once, and this is kept.
    picture: str = ""
    picture_set: str = ""


def menu_item(page: YouthBasePage) -> MenuItem:
    return MenuItem(
        page.pk, page.title, page.url or "", page.icon, page.summary, page.shelf, page.age, minutes_to_read(words_of(page.body))
    )


def tile(page: YouthBasePage) -> MenuItem:
    """A menu item with its picture, where that is a drawing."""
    item = menu_item(page)
    if not page.picture or page.picture.shows_people:
        return item
    small, large = page.picture.get_renditions(*PICTURE_SIZES).values()
    addresses = {"picture": small.url, "picture_set": f"{small.url} {small.width}w, {large.url} {large.width}w"}
    return MenuItem(**(vars(item) | addresses))


def section_menu(page: YouthBasePage) -> dict[str, Any]:
    """The section's home page and its pages, for the section's own menu; kept until a page changes."""
    path = page.path[: HOME_DEPTH * page.steplen + page.steplen]  # the section's home stands right below the home page
    return kept(f"youth-{path}", lambda: read_section_menu(path))


def read_section_menu(path: str) -> dict[str, Any]:
    home = YouthHomePage.objects.filter(path=path).first()
    if home is None:  # a draft that stands nowhere yet
        return {"youth_home": None, "youth_pages": [], "youth_shelves": {}}
    pages = sorted((page for model in kinds() for page in below(home, model)), key=lambda page: page.path)
    items = [tile(page) for page in pages]
    shelves = {str(shelf): [item for item in items if item.shelf == shelf] for shelf in Shelf}
    return {"youth_home": menu_item(home), "youth_pages": items, "youth_shelves": shelves}


def kinds() -> list[type[YouthBasePage]]:
    """All types of pages of the section but its home page."""
    return [model for model in apps.get_models() if issubclass(model, YouthBasePage) and model is not YouthHomePage]


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


def way_of(page: YouthPage, menu: dict[str, Any]) -> Way | None:
    """The order that the page belongs to: a page with those below it, or the pages by age. None for one alone."""
    home_depth = HOME_DEPTH + 1
    if page.depth == home_depth + 1 and page.shelf == Shelf.AGE:
        pages = menu["youth_shelves"].get(Shelf.AGE, [])
    elif page.depth == home_depth + 1:
        pages = route_of(page.path) if page.numchild else []
    else:
        above = page.path[: -page.steplen]
        pages = route_of(above)
    places = [item.pk for item in pages]
    return Way(pages, places.index(page.pk) + 1) if page.pk in places and len(pages) > 1 else None


def route_of(path: str) -> list[MenuItem]:
    """The page at that path and the public pages right below it, in their order; kept until a page changes."""

    def read() -> list[MenuItem]:
        top = open_to_all(YouthPage.objects.filter(path=path)).first()
        return [menu_item(found) for found in (top, *below(top))] if top else []

    return kept(f"youth-way-{path}", read)


@provides_context(YouthHomePage)
def youth_home(page: YouthHomePage, request: HttpRequest) -> dict[str, Any]:
    return section_menu(page) | {"sealed": sealed_services(timezone.localdate(), most=3)}


@provides_context(YouthPage)
def youth_page(page: YouthPage, request: HttpRequest) -> dict[str, Any]:
    menu = section_menu(page)
    way = way_of(page, menu)
    pages = route_of(page.path)[1:] if page.numchild else []
    return menu | {"pages": pages, "way": way, "minutes": minutes_to_read(words_of(page.body))}


@provides_context(ApprovedPlacesPage)
def approved_places(page: ApprovedPlacesPage, request: HttpRequest) -> dict[str, Any]:
    return section_menu(page) | {"sealed": sealed_services(timezone.localdate())}
