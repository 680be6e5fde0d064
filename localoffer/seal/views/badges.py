"""For other sites and for machines: the badge's picture, and the award as an Open Badge (2.0, hosted).

https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html
"""

from datetime import date, datetime, time
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.pages.finding import site_of

from .. import rules
from ..choices import State
from ..finding import Shown, award_or_404, newest_or_404, settings_of_site, shown
from ..models import Award, Criteria
from .addresses import address_of
from .drawing import badge_svg, drawing, language_asked, size_asked

CONTEXT = "https://w3id.org/openbadges/v2"
A_DAY = 24 * 60 * 60
# An SVG that somebody opens by itself is a page: it may load and run nothing.
SVG_POLICY = "default-src 'none'; frame-ancestors *; sandbox"
LAST_MOMENT = time(23, 59, 59)


def for_other_sites(request: HttpRequest, response: HttpResponse, kept_for: int) -> Any:
    """Says that all sites may show it, how long it may be kept, and answers 304 to those who have it already."""
    response["ETag"] = quote_etag(sha256(response.content).hexdigest()[:32])
    response["Cache-Control"] = f"public, max-age={kept_for}, must-revalidate"
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def svg(request: HttpRequest, picture: str | bytes, kept_for: int) -> HttpResponse:
    response = HttpResponse(picture, content_type="image/svg+xml; charset=utf-8")
    response["Content-Security-Policy"] = SVG_POLICY
    response["X-Robots-Tag"] = "noindex"
    return for_other_sites(request, response, kept_for)


@require_safe
def badge(request: HttpRequest, key: UUID) -> HttpResponse:
    """How the seal of a listing stands now, as a picture. The address stays the same when the seal is renewed."""
    now = timezone.localtime()
    found = shown(newest_or_404(key), now.date())
    picture = badge_svg(
        state=found.state,
        is_public=found.listing is not None,
        ends_on=found.award.ends_on,
        size=size_asked(request.GET.get("size", "")),
        language=language_asked(request.GET.get("lang", "")),
    )
    return svg(request, picture, rules.badge_may_be_kept(found.award, now))


@require_safe
def newest(request: HttpRequest, key: UUID) -> HttpResponse:
    """Leads from a service's website to the check page of its newest award."""
    return HttpResponseRedirect(address_of("check", newest_or_404(key).code))


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """The seal by itself, for records that name it."""
    return svg(request, drawing("seal"), A_DAY)


@require_safe
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """The address of the check page as a square of dots."""
    square, picture = segno.make(address_of("check", award_or_404(code).code), micro=False, error="m"), BytesIO()
    square.save(picture, kind="svg", border=2, dark="#14302f", light="#fff", omitsize=True, xmldecl=False)
    return svg(request, picture.getvalue(), A_DAY)


def record(request: HttpRequest, data: dict[str, Any], kept_for: int, status: int = 200) -> HttpResponse:
    response = JsonResponse(
        {"@context": CONTEXT} | data,
        content_type="application/ld+json",
        status=status,
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    return for_other_sites(request, response, kept_for)


@require_safe
def issuer(request: HttpRequest) -> HttpResponse:
    """Who gives the seal."""
    found = settings_of_site(site_of(request))
    data = {"type": "Issuer", "id": address_of("issuer"), "name": found.forum_name, "url": address_of("register")}
    if found.forum_email:
        data["email"] = found.forum_email
    return record(request, data | {"description": what_it_is()}, kept())


@require_safe
def badge_class(request: HttpRequest, number: int) -> HttpResponse:
    """What the seal stands for, by that version of the criteria; 0 is for seals from before there were any."""
    data = {
        "type": "BadgeClass",
        "id": address_of("badge_class", number),
        "name": _("Approved by young people"),
        "description": what_it_is(),
        "image": address_of("picture"),
        "issuer": address_of("issuer"),
    }
    if number == 0:
        return record(request, data | {"criteria": {"id": address_of("register"), "narrative": what_it_is()}}, kept())
    version = Criteria.objects.published().filter(number=number).prefetch_related("criteria").first()
    if version is None:
        raise Http404
    lines = [version.introduction, "", *(f"* {criterion.words}" for criterion in version.criteria.all())]
    criteria = {"id": address_of("criteria", number), "narrative": "\n".join(lines)}
    return record(request, data | {"criteria": criteria}, kept())


@require_safe
def assertion(request: HttpRequest, code: str) -> HttpResponse:
    """One award as an Open Badge. 410 when it no longer counts; one that has run out says so by its last day."""
    now = timezone.localtime()
    found = shown(award_or_404(code), now.date())
    award = found.award
    kept_for = rules.badge_may_be_kept(award, now)
    own = {"type": "Assertion", "id": address_of("assertion", award.code)}
    if why := why_revoked(found):
        return record(request, own | {"revoked": True, "revocationReason": why}, kept_for, status=410)
    return record(request, own | claims(award), kept_for)


def claims(award: Award) -> dict[str, Any]:
    check = address_of("check", award.code)
    return {
        "recipient": {
            "type": "url",
            "hashed": False,
            "identity": award.recipient or address_of("newest", award.listing_key),
        },
        "badge": address_of("badge_class", award.criteria.number if award.criteria else 0),
        "verification": {"type": "HostedBadge"},
        "issuedOn": moment(award.given_on, time.min),
        "expires": moment(award.ends_on, LAST_MOMENT),
        "evidence": {"id": check, "narrative": award.words},
        "image": address_of("picture"),
    }


def why_revoked(found: Shown) -> str:
    """Why the award does not count, in a sentence that the public may read; "" when it counts, or its time is over."""
    state = found.state
    if state is State.REPLACED:
        return _("A newer seal has taken its place.")
    if state is State.WITHDRAWN:
        return found.award.public_note or _("The seal was taken away.")
    if state is State.PAUSED:
        return found.award.public_note or _("The seal is paused.")
    if state is State.NOT_YET:
        return _("The seal has not begun yet.")
    if state is not State.EXPIRED and found.listing is None:
        return _("The page of this service is not public now, so its seal does not show.")
    return ""


def moment(day: date, at: time) -> str:
    return timezone.make_aware(datetime.combine(day, at)).isoformat()


def kept() -> int:
    return int(rules.BADGE_KEPT_FOR.total_seconds())


def what_it_is() -> str:
    return _(
        "Young people with special educational needs or disabilities went there, asked questions and voted. "
        "The seal is their opinion. It is not an inspection and not a safeguarding check."
    )
