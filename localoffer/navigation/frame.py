"""What stands around every page, held in the cache that all workers share and dropped when any of it changes."""

import gettext
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import to_locale
from wagtail.models import Site

from localoffer.pages.keeping import kept

from .models import SiteDetails
from .rules import NATIONAL_LINES, is_showing

NOT_CHECKED = "not yet checked by a speaker"  # as it stands in the header X-Checked-By of localoffer/locale/*/*.po
URGENCY = {"urgent": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class FrameData:
    """The site's details as plain data."""

    details: dict[str, str] = field(default_factory=dict)
    main_menu: tuple[Link, ...] = ()
    footer_links: tuple[Link, ...] = ()
    help_now: tuple[dict[str, str], ...] = ()
    banners: tuple[dict[str, Any], ...] = ()

    def banners_at(self, now: datetime) -> list[dict[str, Any]]:
        """The banners to show at that moment, the most urgent first."""
        shown = [banner for banner in self.banners if is_showing(banner["starts"], banner["ends"], now)]
        return sorted(shown, key=lambda banner: URGENCY.get(banner["level"], len(URGENCY)))


DETAILS = (
    "site_name",
    "strapline",
    "contact_name",
    "contact_about",
    "contact_phone",
    "contact_email",
    "contact_hours",
    "leave_to",
    "colour",
    "colour_dark",
    "colours_key",
)
DETAILS_COPY, HELP_COPY = "site-details", "help-now"  # without a version, and without an end: for when the database is gone
Lines = tuple[dict[str, str], ...]


def read_frame(site: Site) -> FrameData:
    """The frame of a site from the database."""
    details = SiteDetails.for_site(site)
    help_now = help_lines(dict(child.value) for child in details.help_now)
    named = {name: getattr(details, name) for name in DETAILS} | details.logo_details()
    cache.set_many({HELP_COPY: help_now, DETAILS_COPY: named}, timeout=None)
    return FrameData(
        details=named,
        main_menu=_links(details.main_menu),
        footer_links=_links(details.footer_links),
        help_now=help_now,
        banners=tuple(dict(child.value) for child in details.banners),
    )


def _links(stream: Any) -> tuple[Link, ...]:
    return tuple(Link(child.value["title"], child.value.url) for child in stream if child.value.url)


def frame_of(site: Site) -> FrameData:
    return kept(f"frame-{site.pk}", lambda: read_frame(site))


def help_lines(lines: Iterable[dict[str, str]]) -> Lines:
    """Who to call at once, beside 999: those that staff named, else the national lines."""
    return tuple(line for line in lines if line.get("phone") != "999") or NATIONAL_LINES


def help_without_database() -> Lines:
    """Who to call at once when something has failed: the copy that was kept last, else the national lines.

    It asks no database, and fails by no failure of the cache.
    """
    return _copy(HELP_COPY) or NATIONAL_LINES


def details_without_database() -> dict[str, str]:
    """The site's names and who to call, in the same way; nothing where no copy was kept yet."""
    return _copy(DETAILS_COPY) or {}


def _copy(key: str) -> Any:
    try:
        return cache.get(key)
    except Exception:  # whatever it is, somebody needs help now
        return None


@lru_cache
def is_checked(language: str) -> bool:
    """Whether a speaker has checked our words in that language. The site's own language needs no check.

    A language without a catalogue shows its pages with English words around them, of which nothing need be said.
    """
    said = gettext.translation("django", settings.LOCALE_PATHS[0], [to_locale(language)], fallback=True).info()
    return said.get("x-checked-by") != NOT_CHECKED
