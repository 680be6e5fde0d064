"""All listings with their seal in the admin, and the seal of one."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page

from ..choices import State, Step
from ..finding import listing_models, listing_or_404
from ..models import Award, AwardProposal, Visit
from ..services import why_listing_may_not, why_not_changed
from .permission import needs_permission

A_PAGE = 30


@needs_permission("seal.view_award")
def index(request: HttpRequest) -> HttpResponse:
    """All listings with the state of their seal, to be searched by name."""
    today = timezone.localdate()
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    listings = Page.objects.type(*listing_models()).filter(alias_of=None).order_by("title", "pk")
    if words:
        listings = listings.filter(Q(title__icontains=words) | Q(draft_title__icontains=words))
    if request.GET.get("sealed"):
        listings = listings.filter(translation_key__in=Award.objects.values("listing_key"))
    page = Paginator(listings, A_PAGE).get_page(request.GET.get("p"))
    newest = {}
    for award in Award.objects.filter(listing_key__in=[listing.translation_key for listing in page]).order_by(
        F("closed_at").asc(nulls_last=True), "pk"
    ):
        newest[award.listing_key] = award
    rows = [
        (listing, award, award.state_on(today) if award else None)
        for listing in page
        for award in [newest.get(listing.translation_key)]
    ]
    return render(
        request,
        "seal/admin/index.html",
        {"rows": rows, "page": page, "words": words, "sealed": bool(request.GET.get("sealed"))},
    )


@needs_permission("seal.view_award")
def listing_seal(request: HttpRequest, page_id: int) -> HttpResponse:
    """One listing's seal: its state, its history, and what may be done."""
    listing = listing_or_404(page_id)
    return render(request, "seal/admin/listing.html", about_listing(listing, request.user))


def about_listing(listing: Page, user: Any) -> dict[str, Any]:
    """What the listing's page and the panel of its edit screen show: state, history, and what this person may do now."""
    today = timezone.localdate()
    key = listing.translation_key
    awards = [
        (award, award.state_on(today))
        for award in Award.objects.of_listing(key)
        .select_related("recorded_by", "confirmed_by", "criteria", "picture", "sound")
        .prefetch_related("steps__by")
    ]
    award, state = next(((award, state) for award, state in awards if award.closed_at is None), (None, None))
    proposal = AwardProposal.objects.open().filter(listing_key=key).select_related("recorded_by").first()
    may_award, may_decide = user.has_perm("seal.award_seal"), user.has_perm("seal.decide_seal")
    visits = list(Visit.objects.filter(listing_key=key).select_related("planned_by", "decided_by")) if may_decide else []
    ready = Visit.objects.ready_to_award().filter(listing_key=key).exists()
    why_not = why_listing_may_not(listing, today)
    may_add = (ready or may_decide) and not (why_not or proposal)
    actions = _actions(award, state, user, may_add=may_add) if may_award else []
    return {
        "listing": listing,
        "award": award,
        "state": state,
        "awards": awards,
        "proposal": proposal,
        "visits": visits,
        "ready": ready,
        "why_not": why_not,
        "may_award": may_award,
        "may_decide": may_decide,
        "actions": actions,
        "may_confirm": may_award and proposal is not None and proposal.recorded_by_id != user.pk,
    }


# What may be done, by the state of the open award: name of the address, words, whether it takes something away.
AWARD = ("seal_award", "Give the seal", False)
RENEW = ("seal_renew", "Renew the seal", False)
PAUSE = ("seal_pause", "Pause the seal", True)
RESUME = ("seal_resume", "End the pause", False)
WITHDRAW = ("seal_withdraw", "Withdraw the seal", True)
BY_STATE = {
    None: [AWARD],
    State.CURRENT: [RENEW, PAUSE, WITHDRAW],
    State.REVIEW_DUE: [RENEW, PAUSE, WITHDRAW],
    State.NOT_YET: [WITHDRAW],
    State.PAUSED: [RESUME, RENEW, WITHDRAW],
    State.EXPIRED: [RENEW, WITHDRAW],
}
ADDS = (AWARD, RENEW)
CHANGES = {PAUSE: Step.PAUSED, RESUME: Step.RESUMED, WITHDRAW: Step.WITHDRAWN}


def _actions(award: Award | None, state: State | None, user: Any, *, may_add: bool) -> list[tuple[str, str, bool]]:
    """What this person may do now. ``may_add``: whether a new seal may follow or replace what there is."""
    return [
        action
        for action in BY_STATE[state]
        if (may_add if action in ADDS else award and not why_not_changed(award, CHANGES[action], user))
    ]
