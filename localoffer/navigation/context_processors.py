from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language

from localoffer.pages.addresses import html_language, in_language, split
from localoffer.pages.finding import site_of
from localoffer.pages.rules import in_english

from .frame import FrameData, Link, frame_of, help_without_database, is_checked
from .rules import PARTS_WITH_WORDS, WORDS, is_current


@dataclass(frozen=True)
class Language:
    """A language of the site, in the switcher of one page."""

    code: str
    name: str
    address: str
    full_address: str
    is_current: bool

    @property
    def lang(self) -> str:
        return html_language(self.code)

    @property
    def is_english(self) -> bool:
        return self.code == settings.LANGUAGE_CODE


class Frame:
    """What stands around this request's page; read only when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.language, self.path = split(request.path)
        self._address = request.get_full_path()
        site = site_of(request)
        self._root_url = site.root_url if site else ""
        self._data = frame_of(site) if site else FrameData()
        self._code = self.language or settings.LANGUAGE_CODE
        self._words = self._data.words.get(self._code, {})
        details = self._data.details
        self.details = details | {name: self._said(name, details[name]) for name in WORDS if name in details}
        self.help_now = [self._in_words("help_now", line) for line in self._data.help_now or help_without_database()]
        self.banners = [self._in_words("banners", banner) for banner in self._data.banners_at(timezone.now())]

    @cached_property
    def main_menu(self) -> list[dict[str, Any]]:
        return self._marked(self._data.main_menu)

    @cached_property
    def footer_links(self) -> list[dict[str, Any]]:
        return self._marked(self._data.footer_links)

    @property
    def lang(self) -> str:
        """The language of the site's name, where that is not the reader's; "" for English readers."""
        return settings.LANGUAGE_CODE if self.language else ""

    @property
    def language_name(self) -> str:
        """The name of the reader's language in itself."""
        return dict(settings.LANGUAGES).get(get_language() or settings.LANGUAGE_CODE, "")

    @cached_property
    def languages(self) -> list[Language]:
        """The languages that the site can be read in, each with the address of this very page and question in it.

        None for screens that are in no language of their own, such as those of staff: a link there would lead nowhere.
        """
        here = self.language or settings.LANGUAGE_CODE
        found = [
            Language(
                code=code,
                name=dict(settings.LANGUAGES)[code],
                address=in_language(self._address, code),
                full_address=self._root_url + in_language(self.path, code),
                is_current=code == here,
            )
            for code in self._data.languages
        ]
        leads_nowhere = len(found) > 1 and len({language.address for language in found}) == 1
        return [] if leads_nowhere else found

    @property
    def words_are_unchecked(self) -> bool:
        """Whether no speaker has looked through the words that stand around pages in this language."""
        return not is_checked(get_language() or settings.LANGUAGE_CODE)

    def _said(self, place: str, english: str) -> str:
        """The words of that place in the reader's language where they are translated, else in English and marked."""
        return self._words.get(place) or in_english(english, self._code)

    def _in_words(self, part: str, one: dict[str, Any]) -> dict[str, Any]:
        names = PARTS_WITH_WORDS[part]
        return one | {name: self._said(f"{part}.{one.get('id')}.{name}", one.get(name) or "") for name in names}

    def _marked(self, links: tuple[Link, ...]) -> list[dict[str, Any]]:
        return [
            {
                "title": title,
                "lang": lang,
                "url": link.url,
                "current": is_current(link.url, self.path) and ("page" if link.url == self.path else "true"),
            }
            for link in links
            for title, lang in [link.words_in(self._code)]
        ]


def site(request: HttpRequest) -> dict[str, Any]:
    return {"frame": SimpleLazyObject(lambda: Frame(request)), "demonstration": settings.DEMONSTRATION}
