"""What anybody may see of the seal: the register, the check page of each award, the criteria, the badge to put up."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from localoffer.contact.forms import plain_text
from localoffer.pages.addresses import language_of
from localoffer.pages.finding import site_of
from localoffer.pages.querysets import in_readers_language
from localoffer.pages.rules import in_english

from .. import rules
from ..choices import Met, Step
from ..finding import Shown, award_or_404, settings_of_site, shown
from ..finding import register as read_register
from ..models import Award, Criteria
from .addresses import address_of
from .drawing import SIZES

ON_A_PAGE = 20
MET_ICONS = {Met.YES: "tick", Met.PARTLY: "info", Met.NO: "warning", Met.NOT_SEEN: "question"}
# Steps of which the public reads the sentence that was written for it.
WITH_A_NOTE = (Step.PAUSED, Step.WITHDRAWN)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """All current seals, searchable, a page at a time; those that are paused or ended stand below the first page."""
    typed = plain_text(request.GET.get("q", "")[: rules.LONGEST_QUESTION])
    asked = rules.asked_words(typed)
    found = read_register(timezone.localdate(), asked)
    pages = Paginator(found.current, ON_A_PAGE).get_page(plain_text(request.GET.get("page", "")))
    in_readers_language([item.listing for item in pages], language_of(request))
    question = request.GET.copy()
    question.clear()
    if typed:
        question["q"] = typed
    context = {
        "found": found,
        "pages": pages,
        "asked": typed if asked else "",
        "page_address": f"?{question.urlencode()}",
        "forum": settings_of_site(site_of(request)).forum_name,
    }
    return render(request, "seal/register.html", context)


@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """The page of one award, for ever."""
    award = award_or_404(code)
    found = shown(award, timezone.localdate())
    context = about(request, found) | {
        "findings": findings_of(award),
        "steps": steps_of(award),
        "picture": award.picture_on(found.day),
        "sound": award.sound_on(found.day),
        "met_icons": MET_ICONS,
    }
    return answer(request, "seal/check.html", context, found)


@require_safe
def put_it_up(request: HttpRequest, code: str) -> HttpResponse:
    """How a service puts the badge on its own website."""
    found = shown(award_or_404(code), timezone.localdate())
    key = found.award.listing_key
    context = about(request, found) | {
        "newest": address_of("newest", key),
        "badge": address_of("badge", key),
        "sizes": SIZES.values(),
        "languages": settings.LANGUAGES,
    }
    return answer(request, "seal/put_it_up.html", context, found)


@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """One sheet of A4 to hang on the wall."""
    found = shown(award_or_404(code), timezone.localdate())
    return answer(request, "seal/certificate.html", about(request, found), found)


@require_safe
def criteria(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The criteria in force, or one version of them; drafts are not there."""
    versions = list(Criteria.objects.published().prefetch_related("criteria"))
    in_force = versions[0] if versions else None
    version = in_force if number is None else next((one for one in versions if one.number == number), None)
    if version is None and number is not None:
        raise Http404
    context = {
        "version": version,
        "criteria": version.criteria.all() if version else [],
        "is_in_force": version is in_force,
        "others": [one for one in versions if one is not version],
        "forum": settings_of_site(site_of(request)).forum_name,
    }
    response = render(request, "seal/criteria.html", context)
    if version is not in_force:
        response["X-Robots-Tag"] = "noindex"
    return response


def about(request: HttpRequest, found: Shown) -> dict[str, Any]:
    """What all pages of one award show."""
    return {
        "shown": found,
        "award": found.award,
        "name": name_of(found, language_of(request)),
        "forum": settings_of_site(site_of(request)).forum_name,
        "link": address_of("check", found.award.code),
    }


def name_of(found: Shown, language: str) -> str:
    """What the service is called, in the reader's language where it is translated; else in English, marked."""
    if found.listing is None:
        return in_english(found.award.listing_title, language)
    (listing,) = in_readers_language([found.listing], language)
    return listing.title if "title" in listing.lent_names else in_english(listing.title, language)


def answer(request: HttpRequest, template: str, context: dict[str, Any], found: Shown) -> HttpResponse:
    response = render(request, template, context)
    if not found.is_current:
        response["X-Robots-Tag"] = "noindex"
    return response


def findings_of(award: Award) -> list[Any]:
    """What the visitors found, once a supporter had read it."""
    if award.visit is None or award.visit.words_approved_at is None:
        return []
    return [
        {"what": finding.criterion.words, "met": finding, "words": finding.words, "icon": MET_ICONS[Met(finding.met)]}
        for finding in award.visit.findings.select_related("criterion")
    ]


def steps_of(award: Award) -> list[dict[str, Any]]:
    """What was done and when, with the sentences that were written for the public: no reason, no name of anybody."""
    steps = award.steps.only("kind", "at", "public_note", "award")
    return [
        {
            "what": Step(step.kind),
            "day": timezone.localdate(step.at),
            "note": step.public_note if step.kind in WITH_A_NOTE else "",
        }
        for step in steps
    ]
