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
from wagtail.models import Page, Site

from localoffer.pages.finding import languages_of
from localoffer.pages.keeping import kept
from localoffer.pages.querysets import open_to_all

from .models import SiteDetails, SiteWords
from .rules import NATIONAL_LINES, is_showing, words_of

NOT_CHECKED = "not yet checked by a speaker"  # as it stands in the header X-Checked-By of localoffer/locale/*/*.po
URGENCY = {"urgent": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    titles: dict[str, str] = field(default_factory=dict)  # of the page's translations, by language

    def words_in(self, language: str) -> tuple[str, str]:
        """What to call it for that reader, and the language of those words; "" for English readers."""
        if language == settings.LANGUAGE_CODE:
            return self.title, ""
        return (self.titles[language], language) if language in self.titles else (self.title, settings.LANGUAGE_CODE)


@dataclass(frozen=True)
class FrameData:
    """The site's details as plain data."""

    details: dict[str, str] = field(default_factory=dict)
    main_menu: tuple[Link, ...] = ()
    footer_links: tuple[Link, ...] = ()
    help_now: tuple[dict[str, str], ...] = ()
    banners: tuple[dict[str, Any], ...] = ()
    languages: tuple[str, ...] = ()
    words: dict[str, dict[str, str]] = field(default_factory=dict)  # those that are translated, by language and place

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
    titles = titles_of_pages(details.main_menu, details.footer_links)
    help_now = help_lines({**child.value, "id": child.id} for child in details.help_now)
    named = {name: getattr(details, name) for name in DETAILS} | details.logo_details()
    cache.set_many({HELP_COPY: help_now, DETAILS_COPY: named}, timeout=None)
    return FrameData(
        details=named,
        main_menu=_links(details.main_menu, titles),
        footer_links=_links(details.footer_links, titles),
        help_now=help_now,
        banners=tuple({**child.value, "id": child.id} for child in details.banners),
        languages=languages_of(site),
        words=translated_words(details),
    )


def translated_words(details: SiteDetails) -> dict[str, dict[str, str]]:
    """What of the words of these details is said in other languages, by language and place.

    Words that are in English still, or were translated from other English words, are left out. One query.
    """
    rows = SiteWords.objects.filter(site_id=details.site_id).select_related("locale")
    said = {row.locale.language_code: words_of(row) for row in rows}
    followed, now = said.pop(settings.LANGUAGE_CODE, {}), words_of(details)
    english = {place: words for place, words in followed.items() if words == now.get(place)}
    return {
        language: {place: words for place, words in own.items() if place in english and words not in ("", english[place])}
        for language, own in said.items()
    }


def titles_of_pages(*menus: Any) -> dict[Any, dict[str, str]]:
    """What the pages of the menus are called in other languages, by key and language."""
    keys = {page.translation_key for menu in menus for child in menu if (page := child.value.get("page"))}
    found: dict[Any, dict[str, str]] = {}
    pages = open_to_all(Page.objects.filter(translation_key__in=keys, alias_of=None)) if keys else Page.objects.none()
    for key, language, title in pages.values_list("translation_key", "locale__language_code", "title"):
        found.setdefault(key, {})[language] = title
    return found


def _links(menu: Any, titles: dict[Any, dict[str, str]]) -> tuple[Link, ...]:
    values = [child.value for child in menu if child.value.url]
    return tuple(
        Link(value["title"], value.url, titles.get(value["page"].translation_key, {}) if value.get("page") else {})
        for value in values
    )


def frame_of(site: Site) -> FrameData:
    return kept(f"frame-{site.pk}", lambda: read_frame(site), held=True)


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
