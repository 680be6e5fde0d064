"""What the home page and the information pages show beside their own words; and the small addresses of the site."""

import logging
import sys
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html, format_html_join
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from blog.models import BoardBlogPage, BoardPostPage
from localoffer.directory.cards import sealed_services
from localoffer.navigation.frame import details_without_database, help_without_database
from localoffer.pages.addresses import language_of
from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.querysets import in_readers_language, open_children, open_to_all
from localoffer.questions import written_once
from localoffer.upkeep.rules import database_is_out, disk_is_full
from youth.models import YouthHomePage

from .models import HomePage, InformationPage, SectionPage

SEALED_ON_HOME = 3
POSTS_ON_HOME = 3
RETRY_AFTER = "30"  # seconds until a program may ask again
LED_TO = (BoardBlogPage, YouthHomePage)


@provides_context(HomePage)
def home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    posts = newest_posts(page.path)
    return {
        "sealed": sealed_services(timezone.localdate(), most=SEALED_ON_HOME),
        "posts": in_readers_language(posts, language_of(request)),
        "sections": kept(f"home-sections-{page.pk}", lambda: sections_below(page)),
    }


@written_once
def newest_posts(below: str) -> Any:
    """The newest posts of the board below the page with that path."""
    return open_to_all(BoardPostPage.objects.filter(path__startswith=below)).newest_first().for_cards()[:POSTS_ON_HOME]


def sections_below(page: HomePage) -> dict[str, str]:
    """The addresses of the parts of the site that the home page leads to, by the name of their type."""
    found = open_to_all(Page.objects.child_of(page)).type(*LED_TO)
    return {below.specific_class.__name__: below.url for below in found}


@provides_context(SectionPage)
def section(page: SectionPage, request: HttpRequest) -> dict[str, Any]:
    children = open_children(page, SectionPage) if page.numchild else []
    below = open_children(page, InformationPage) if page.numchild else []
    in_readers_language([*children, *below], language_of(request))
    return {"sections": children, "pages": below, "services_question": page.services_question()}


@provides_context(InformationPage)
def information(page: InformationPage, request: HttpRequest) -> dict[str, Any]:
    below = open_children(page, InformationPage) if page.numchild else []
    return {"pages": in_readers_language(below, language_of(request))}


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether this process is alive; for machines. Whether it can serve people, /readyz says."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything public; the demonstration not at all."""
    if settings.DEMONSTRATION:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /contact/", f"Sitemap: {settings.SITE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask at the usual address, as they do on pages that name no icon."""
    return redirect(static("pictures/favicon.svg"))


def patterns(request: HttpRequest) -> HttpResponse:
    """Each component of the site once, for staff."""
    return render(request, "home/patterns.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The security token of a form is missing or old: say what to do, not what failed."""
    return render(request, "403.html", {"form_expired": True}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return without_database("400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """For every failure that nothing else caught; Django calls it while that is being handled."""
    error = sys.exception()
    if disk_is_full(error):
        return without_database("507.html", 507)
    if not database_is_out(error):
        return without_database("500.html", 500)
    response = without_database("503.html", 503)
    response["Retry-After"] = RETRY_AFTER
    add_never_cache_headers(response)
    return response


def without_database(template: str, status: int) -> HttpResponse:
    """A page for when anything may be broken: with who to call, and without asking the database, the request or a session.

    If even the template fails (its styles are not there, say), the same words stand bare.
    """
    lines = help_without_database()
    try:
        html = render_to_string(template, {"frame": {"help_now": lines, "details": details_without_database()}})
    except Exception:
        logging.getLogger("django.request").exception("The page %s could not be made.", template)
        html = bare_page(lines)
    return HttpResponse(html, status=status)


def bare_page(lines: Iterable[dict[str, str]]) -> str:
    rows = [("999", "Someone is in danger now. Police, fire or ambulance. Free.")]
    rows += [(line.get("phone") or line.get("text_number") or "", f"{line['name']}. {line.get('note', '')}") for line in lines]
    return format_html(
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Something went wrong here</title></head>'
        "<body><main><h1>Something went wrong here</h1><p>It is our fault, not yours. Please try again in a few minutes.</p>"
        "<h2>Need help right now?</h2><ul>{}</ul></main></body></html>",
        format_html_join("", "<li><strong>{}</strong> {}</li>", rows),
    )
