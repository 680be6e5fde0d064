from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Site

from localoffer.accessibility.models import StatementSettings

from .finding import contents_of, number_of_services
from .models import Booklet


@require_safe
def booklets(request: HttpRequest) -> HttpResponse:
    """All booklets, each with the number of its services."""
    found = [(booklet, number_of_services(booklet)) for booklet in Booklet.objects.with_terms()]
    return render(request, "booklet/list.html", {"booklets": found})


@require_safe
def booklet(request: HttpRequest, slug: str) -> HttpResponse:
    """A booklet, made from what the directory holds now."""
    wanted = get_object_or_404(Booklet.objects.with_terms(), slug=slug)
    site = Site.find_for_request(request)
    context = {
        "contents": contents_of(wanted, timezone.localdate()),
        "organisation": StatementSettings.for_site(site).organisation if site else "",
        "paper_address": wanted.get_absolute_url(),
    }
    response = render(request, "booklet/booklet.html", context)
    response["X-Robots-Tag"] = "noindex"  # its words stand in the listings
    return response
