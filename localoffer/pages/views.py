"""Serving pages with as few queries as can be: one for the page, one for its particulars, one for the words of a translation."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views

from localoffer.plainlanguage.marking import by_letter, matching

from .addresses import language_of
from .explaining import explained_terms
from .finding import find_at_once, found_elsewhere

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


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """All hard words with their meaning, from A to Z; with ``?q=`` those that have these words."""
    question = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_QUESTION]
    terms = matching(explained_terms(), question)
    return render(
        request,
        "pages/glossary.html",
        {"letters": by_letter(terms), "question": question, "count": len(terms), "is_narrowed": bool(question)},
    )
