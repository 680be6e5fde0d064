"""Finding the page of an address, in any language, with as few queries as can be.

The English page lends its place, a translation its words: what is served is always the English page, so that what locks it,
its consents, its facts and its dates hold in all languages.
"""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from localoffer.questions import written_once

from .addresses import in_language, language_of
from .keeping import kept
from .querysets import family_at, lend_words


def site_of(request: HttpRequest) -> Site | None:
    """The site that the request is for, with its root page. Where there is only one, it is kept, since every page asks."""
    if not hasattr(request, "_wagtail_site"):
        sites = kept("sites", lambda: list(Site.objects.select_related("root_page")))
        request._wagtail_site = sites[0] if len(sites) == 1 else Site._find_for_request(request)
    return request._wagtail_site


def languages_of(site: Site) -> tuple[str, ...]:
    """English, and the languages that have a live home page of their own, in the order of the settings."""

    def read() -> tuple[str, ...]:
        homes = Page.objects.filter(translation_key=site.root_page.translation_key, live=True, alias_of=None)
        there = {settings.LANGUAGE_CODE, *homes.values_list("locale__language_code", flat=True)}
        return tuple(code for code, _ in settings.LANGUAGES if code in there)

    return kept(f"languages-{site.pk}", read)


def has_home(site: Site, language: str) -> bool:
    """Whether the site can be read in that language."""
    return language in languages_of(site)


def read_page(model: type[Page], pk: int) -> Any:
    """The page as its own type, with what its type wants to have read with it (``read_with``)."""
    return _page_with_its_own(pk, model=model)[0]


@written_once
def _page_with_its_own(pk: int, *, model: type[Page]) -> Any:
    return model._default_manager.select_related(*getattr(model, "read_with", ())).filter(pk=pk)


def find_at_once(request: HttpRequest, path: str) -> RouteResult | None:
    """The live English page at that path, in the words of the reader's language where it has them.

    It is found together with all its translations. None where no page is there.
    """
    site = site_of(request)
    if site is None:
        return None
    parts = [part for part in path.split("/") if part]
    if found := find_with_family(site, parts):
        model, pk, family = found
        result = served(read_page(model, pk), [])
    elif parts and (found := find_with_family(site, parts[:-1])) and found[0].route is not Page.route:
        model, pk, family = found
        result = served(read_page(model, pk), parts[-1:], request)
    else:
        return None
    if result:
        speak(result.page, language_of(request), family)
    return result


def find_with_family(site: Site, parts: list[str]) -> tuple[type[Page], int, dict[str, int]] | None:
    """The type and number of the live page there, and the numbers of its family by language, in one query."""
    root = site.root_page
    found = family_at(root.url_path + "".join(f"{part}/" for part in parts), root.locale_id)
    own = next(((pk, kind) for pk, kind, locale, _ in found if locale == root.locale_id), None)
    model = ContentType.objects.get_for_id(own[1]).model_class() if own else None
    if own is None or model is None:
        return None
    return model, own[0], {code: pk for pk, _, _, code in found}


def served(page: Any, parts: list[str], request: HttpRequest | None = None) -> RouteResult | None:
    """What the page serves for the parts of the address below it; None for nothing."""
    try:
        return page.route(request, parts) if parts else RouteResult(page)
    except Http404:
        return None


def speak(page: Any, language: str, family: dict[str, int]) -> None:
    """Makes the page say its words in that language, where it has them; else it says that it is in English."""
    page.family = family
    if language == settings.LANGUAGE_CODE:
        return
    page.lang = settings.LANGUAGE_CODE
    translation = type(page)._default_manager.filter(pk=family.get(language, 0)).first() if language in family else None
    if translation is not None:
        lend_words(page, translation, language)
    elif not getattr(page, "is_interface", False):
        page.is_in_english = True


def found_elsewhere(request: HttpRequest, path: str) -> str:
    """For an address that is no English page's: where to go on to; "" for nowhere.

    An address of the time when the page was called otherwise in this language leads to the page, and so does an old English
    address.
    """
    language = language_of(request)
    if page := Page.find_for_request(request, path):
        english = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
        there = english.first()
        if there is None:
            return ""
        address = there.get_url(request) if there.live else ""
        if not address:
            raise Http404
    else:
        redirect = get_redirect(request, Redirect.normalise_path(f"/{path}"))
        address = redirect.link if redirect else ""
    if not address or not address.startswith("/"):
        return address or ""
    address = in_language(address, language)
    return "" if address == request.path else address
