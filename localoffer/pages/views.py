"""Serving pages with as few queries as can be: one for the page, one for its particulars."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from localoffer.plainlanguage.marking import by_letter, matching

from .explaining import all_terms
from .keeping import kept

LONGEST_QUESTION = 100


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own way of serving, with the page found by its whole path at once where that is the same."""
    if result := find_at_once(request, path):
        request._wagtail_route_for_request = result
    return wagtail_views.serve(request, path)


def find_at_once(request: HttpRequest, path: str) -> RouteResult | None:
    """The live page at that path in the source language; None where Wagtail has to walk the tree
    (other languages, page types with routes of their own, pages that are not there)."""
    site = site_of(request)
    if site is None or get_language() != settings.LANGUAGE_CODE:
        return None
    root = site.root_page
    url_path = root.url_path + "".join(f"{part}/" for part in path.split("/") if part)
    there = Page.objects.filter(url_path=url_path, live=True, locale_id=root.locale_id).values_list("pk", "content_type_id")
    for pk, content_type_id in there[:1]:
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and model.route is Page.route:
            return RouteResult(read_page(model, pk))
    return None


def read_page(model: type[Page], pk: int) -> Any:
    """The page as its own type, with what its type wants to have read with it (``read_with``)."""
    return model._default_manager.select_related(*getattr(model, "read_with", ())).get(pk=pk)


def site_of(request: HttpRequest) -> Site | None:
    """The site that the request is for, with its root page. Where there is only one, it is kept, since every page asks."""
    if not hasattr(request, "_wagtail_site"):
        sites = kept("sites", lambda: list(Site.objects.select_related("root_page")))
        request._wagtail_site = sites[0] if len(sites) == 1 else Site._find_for_request(request)
    return request._wagtail_site


def has_home(site: Site, language: str) -> bool:
    """Whether there is a live home page in that language."""
    key = site.root_page.translation_key
    homes = Page.objects.filter(translation_key=key, locale__language_code=language, live=True)
    return kept(f"home-{site.pk}-{language}", homes.exists)


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
