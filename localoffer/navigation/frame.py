"""What stands around every page, held in the cache that all workers share and dropped when any of it changes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wagtail.models import Site

from localoffer.pages.keeping import kept

from .models import SiteDetails
from .rules import is_showing

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


DETAILS = ("site_name", "strapline", "contact_name", "contact_about", "contact_phone", "contact_email", "contact_hours")


def read_frame(site: Site) -> FrameData:
    """The frame of a site from the database."""
    details = SiteDetails.for_site(site)
    return FrameData(
        details={name: getattr(details, name) for name in DETAILS},
        main_menu=_links(details.main_menu),
        footer_links=_links(details.footer_links),
        help_now=tuple(dict(child.value) for child in details.help_now),
        banners=tuple(dict(child.value) for child in details.banners),
    )


def _links(stream: Any) -> tuple[Link, ...]:
    return tuple(Link(child.value["title"], child.value.url) for child in stream if child.value.url)


def frame_of(site: Site) -> FrameData:
    return kept(f"frame-{site.pk}", lambda: read_frame(site))
