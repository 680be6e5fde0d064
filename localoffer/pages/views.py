"""Serving pages with as few queries as can be: one for the page, one for its particulars, one for the words of a translation."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views

from localoffer.plainlanguage.marking import by_letter, matching

from .addresses import Crumb, in_language, language_of
from .contexts import provides_context
from .explaining import all_terms
from .finding import find_at_once, found_elsewhere, site_of
from .keeping import kept
from .models import HOME_DEPTH, BasePage
from .querysets import title_in

LONGEST_QUESTION = 100


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own way of serving, with the page found by its whole path at once; in any language under its English path.

    A page without a translation is made in English; the frame around it stays in the reader's language.
    """
    if result := find_at_once(request, path):
        request._wagtail_route_for_request = result
        if getattr(result.page, "is_in_english", False):
            with translation.override(settings.LANGUAGE_CODE):
                return wagtail_views.serve(request, path)
    elif language_of(request) != settings.LANGUAGE_CODE and (address := found_elsewhere(request, path)):
        return redirect(address)
    return wagtail_views.serve(request, path)


@provides_context(BasePage, and_below=True)
def way_here(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    crumbs = [*crumbs_above(page, request), *page.own_crumbs()]
    return {"breadcrumbs": crumbs, "breadcrumb_data": crumbs_in_schema(page, crumbs, request)}


def crumbs_above(page: BasePage, request: HttpRequest) -> list[Crumb]:
    """The pages above this one, from the home page down, each with its title in the reader's language where it has one.

    They are held as menus are, until a page changes.
    """
    if page.depth <= HOME_DEPTH:
        return []
    language = language_of(request)

    def read() -> list[Crumb]:
        site = site_of(request)
        root = site.root_page.url_path if site else ""
        lent = Value("") if language == settings.LANGUAGE_CODE else title_in(language)
        above = page.get_ancestors().filter(depth__gte=HOME_DEPTH).live().annotate(lent=lent)
        return [
            Crumb(
                theirs or title,
                in_language(reverse("wagtail_serve", args=[path.removeprefix(root)]), language),
                "" if language == settings.LANGUAGE_CODE else language if theirs else settings.LANGUAGE_CODE,
            )
            for title, path, theirs in above.values_list("title", "url_path", "lent")
        ]

    return kept(f"crumbs-{page.path}-{language}", read)


def crumbs_in_schema(page: BasePage, crumbs: list[Crumb], request: HttpRequest) -> dict[str, Any]:
    """The way to this page in the words of schema.org; {} for a home page."""
    site = site_of(request)
    own = page.get_url(request) if page.pk else None
    if not (crumbs and own and site):
        return {}
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": f"{site.root_url}{urlsplit(address).path}"}
        for place, (title, address, _) in enumerate([*crumbs, Crumb(page.title, own)], start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """All hard words with their meaning, from A to Z; with ``?q=`` those that have these words."""
    question = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_QUESTION]
    terms = matching(all_terms(), question)
    return render(
        request,
        "pages/glossary.html",
        {"letters": by_letter(terms), "question": question, "count": len(terms), "is_narrowed": bool(question)},
    )
