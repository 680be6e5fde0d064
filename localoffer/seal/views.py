"""The seal's pages in the admin. Each asks for the permission itself: hiding a link is not a rule."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from wagtail.models import Page, get_page_models

from .choices import State
from .forms import AwardForm, WithdrawForm
from .models import Award
from .services import SealRefused, award_seal, why_listing_may_not, withdraw_seal

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def needs_permission(name: str) -> Callable[[View], View]:
    """403 for everybody without the permission. Wagtail would turn PermissionDenied into a redirect."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perm(name):
                logger.warning("User %s was refused %s", request.user.pk, request.path)
                return HttpResponseForbidden("You do not have the permission for this. Ask a site administrator.")
            return view(request, *args, **kwargs)

        return wrapper

    return decorate


def listing_models() -> list[type[Page]]:
    """The page types that can carry the seal: those that answer ``why_no_seal``."""
    return [model for model in get_page_models() if hasattr(model, "why_no_seal")]


def listing_or_404(page_id: int) -> Page:
    return get_object_or_404(Page.objects.type(*listing_models()), pk=page_id).specific


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
    page = Paginator(listings, 30).get_page(request.GET.get("p"))
    newest = {}
    for award in Award.objects.filter(listing_key__in=[listing.translation_key for listing in page]).order_by("given_on", "pk"):
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
    today = timezone.localdate()
    awards = [
        (award, award.state_on(today))
        for award in Award.objects.of_listing(listing.translation_key).select_related("recorded_by", "closed_by")
    ]
    open_award = next(((award, state) for award, state in awards if award.closed_at is None), (None, None))
    return render(
        request,
        "seal/admin/listing.html",
        {
            "listing": listing,
            "award": open_award[0],
            "state": open_award[1],
            "awards": awards,
            "why_not": why_listing_may_not(listing, today),
            "may_award": request.user.has_perm("seal.award_seal"),
            "can_be_awarded": open_award[1] in (None, State.EXPIRED),
        },
    )


@needs_permission("seal.award_seal")
def award(request: HttpRequest, page_id: int) -> HttpResponse:
    """Gives the seal. Anything wrong is said beside its field, and what was typed is kept."""
    listing = listing_or_404(page_id)
    today = timezone.localdate()
    form = AwardForm(request.POST or None, initial=AwardForm.starting(today))
    if request.method == "POST" and form.is_valid():
        try:
            award_seal(listing=listing, given=form.award_words(), user=request.user, now=timezone.now(), today=today)
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"“{listing.title}” now has the seal. It shows on the public page at once.")
            return redirect("seal_listing", page_id)
    return render(
        request,
        "seal/admin/award.html",
        {"listing": listing, "form": form, "why_not": why_listing_may_not(listing, today)},
        status=200 if request.method == "GET" else 422,
    )


@needs_permission("seal.award_seal")
def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Takes the seal away."""
    listing = listing_or_404(page_id)
    open_award = Award.objects.open().of_listing(listing.translation_key).first()
    if open_award is None:
        messages.error(request, f"“{listing.title}” has no seal to withdraw. Nothing was changed.")
        return redirect("seal_listing", page_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_seal(
                award=open_award,
                listing=listing,
                reason=form.cleaned_data["reason"],
                public_note=form.cleaned_data["public_note"],
                user=request.user,
                now=timezone.now(),
            )
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"The seal of “{listing.title}” is withdrawn. The badge is gone from the public page.")
            return redirect("seal_listing", page_id)
    return render(
        request,
        "seal/admin/withdraw.html",
        {"listing": listing, "award": open_award, "form": form},
        status=200 if request.method == "GET" else 422,
    )


def show_refusal(form: Any, refusal: SealRefused) -> None:
    for field, sentence in refusal.problems.items():
        form.add_error(field if field in form.fields else None, sentence)
