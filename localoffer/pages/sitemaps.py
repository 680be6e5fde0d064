"""The addresses for search engines: each page once in English and once in each language that it is really in."""

from typing import Any

from django.conf import settings
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from .addresses import html_language, in_language, split
from .finding import languages_of
from .querysets import open_to_all


class LanguagesSitemap(Sitemap):
    """Wagtail's, with the addresses of the translations beside each; for one query more in all."""

    def _urls(self, page: Any, protocol: Any, domain: Any) -> list[dict[str, Any]]:
        pages = list(self.paginator.page(page).object_list)
        families = self.families(pages)
        root = self.get_wagtail_site().root_url
        found: list[dict[str, Any]] = []
        for item in pages:
            codes = families.get(item.translation_key, [])
            for url in item.get_sitemap_urls(self.request):
                path = split(url["location"].removeprefix(root))[1]
                others = [{"lang_code": html_language(code), "location": root + in_language(path, code)} for code in codes]
                translated = [url | {"location": other["location"], "alternates": others} for other in others]
                found += translated or [url]
        changes = [url["lastmod"] for url in found]
        if changes and None not in changes:
            self.latest_lastmod = max(changes)
        return found

    def families(self, pages: list[Any]) -> dict[Any, list[str]]:
        """The languages of each page that is in more than one, by its key, English first."""
        keys = [page.translation_key for page in pages]
        there = open_to_all(Page.objects.filter(translation_key__in=keys, alias_of=None))
        known = languages_of(self.get_wagtail_site())
        found: dict[Any, list[str]] = {}
        for key, code in there.values_list("translation_key", "locale__language_code"):
            if code in known:
                found.setdefault(key, []).append(code)
        order = [code for code, _ in settings.LANGUAGES]
        return {key: sorted(codes, key=order.index) for key, codes in found.items() if len(codes) > 1}
