from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Site

from .choices import WAYS
from .services import statement_of


@require_safe
def display(request: HttpRequest) -> HttpResponse:
    """How the pages look, chosen by the reader. What they choose stays on their device: this only shows the form."""
    return render(request, "accessibility/display.html", {"ways": WAYS})


@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that the law asks for."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return render(request, "accessibility/statement.html", {"statement": statement_of(site)})
