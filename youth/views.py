"""What the youth pages show beside their own words."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from localoffer.directory.finding import sealed_services
from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.models import HOME_DEPTH
from localoffer.pages.querysets import open_to_all

from .models import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage


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
        return {"youth_home": None, "youth_pages": []}
    pages = [page for model in (YouthPage, ApprovedPlacesPage) for page in open_to_all(model.objects.child_of(home))]
    pages.sort(key=lambda page: page.path)
    return {"youth_home": menu_item(home), "youth_pages": [menu_item(page) for page in pages]}


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
