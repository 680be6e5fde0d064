from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Site

from .frame import FrameData, Link, frame_of, help_without_database, is_checked
from .rules import is_current


class Frame:
    """What stands around this request's page; read only when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.path = request.path
        site = Site.find_for_request(request)
        self._data = frame_of(site) if site else FrameData()
        self.details = self._data.details
        self.help_now = self._data.help_now or help_without_database()
        self.banners = self._data.banners_at(timezone.now())

    @property
    def main_menu(self) -> list[dict[str, Any]]:
        return self._marked(self._data.main_menu)

    @property
    def footer_links(self) -> list[dict[str, Any]]:
        return self._marked(self._data.footer_links)

    @property
    def words_are_unchecked(self) -> bool:
        """Whether no speaker has looked through the words that stand around pages in this language."""
        return not is_checked(get_language() or settings.LANGUAGE_CODE)

    def _marked(self, links: tuple[Link, ...]) -> list[dict[str, Any]]:
        return [{"title": link.title, "url": link.url, "current": is_current(link.url, self.path)} for link in links]


def site(request: HttpRequest) -> dict[str, Any]:
    return {"frame": SimpleLazyObject(lambda: Frame(request)), "demonstration": settings.DEMONSTRATION}
