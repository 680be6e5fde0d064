"""Giving, renewing, pausing and withdrawing the seal in the admin: each one page with its consequences said plainly."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from wagtail.models import Page

from ..choices import Step
from ..finding import listing_of, listing_or_404
from ..forms import CHECKED, AwardForm, EndingForm, ResumeForm, SendBackForm, starting
from ..models import Award, AwardProposal, Criteria, Visit
from ..services import (
    SealRefused,
    award_seal,
    confirm_proposal,
    pause_seal,
    propose_award,
    renew_seal,
    resume_seal,
    send_back_proposal,
    why_listing_may_not,
    why_not_changed,
    withdraw_seal,
)
from ..services.awarding import settings_of
from ..services.refusal import MEANWHILE
from .permission import needs_permission, note_refused, show_refusal

NO_DECISION = (
    "The forum has recorded no decision to give this seal. A forum supporter records the visit and the decision; "
    "then you can attach the seal here."
)
SHOWN_AT_ONCE = "The badge and the young people’s words show on the listing, in search and on the youth pages at once."
RECORDED = "It is recorded that you did this."


@needs_permission("seal.award_seal")
def award(request: HttpRequest, page_id: int) -> HttpResponse:
    return _give(request, listing_or_404(page_id), is_renewal=False)


@needs_permission("seal.award_seal")
def renew(request: HttpRequest, page_id: int) -> HttpResponse:
    listing = listing_or_404(page_id)
    if not Award.objects.open().of_listing(listing.translation_key).exists():
        messages.error(request, f"“{listing.title}” has no seal to renew. Nothing was changed.")
        return redirect("seal_listing", page_id)
    return _give(request, listing, is_renewal=True)


def _give(request: HttpRequest, listing: Page, *, is_renewal: bool) -> HttpResponse:
    """Gives or renews. Anything wrong is said beside its field, and what was typed is kept."""
    today, key = timezone.localdate(), listing.translation_key
    settings = settings_of(listing)
    visit = Visit.objects.ready_to_award().filter(listing_key=key).select_related("criteria").first()
    may_write = request.user.has_perm("seal.decide_seal")
    previous = Award.objects.open().of_listing(key).first() if is_renewal else None
    context = {
        "listing": listing,
        "visit": visit,
        "criteria": (visit and visit.criteria) or Criteria.objects.in_force(),
        "is_renewal": is_renewal,
        "previous": previous,
        "second_person": settings.second_person,
        "why_not": why_listing_may_not(listing, today) or ("" if visit or may_write else NO_DECISION),
    }
    if visit is None and not may_write:
        return render(request, "seal/admin/award.html", context, status=200 if request.method == "GET" else 422)
    form = AwardForm(
        request.POST or None,
        initial=starting(visit=visit, today=today, months=settings.months, previous=previous),
        visit=visit,
        may_write=may_write,
        known=(listing.title,),
    )
    if request.method == "POST" and form.is_valid():
        what = {"listing": listing, "given": form.award_words(), "user": request.user, "visit": visit}
        moment = {"now": timezone.now(), "today": today}
        try:
            if settings.second_person:
                propose_award(**what, **moment, is_renewal=is_renewal)
                said = f"The seal of “{listing.title}” waits until somebody else confirms it. Nothing shows yet."
            else:
                (renew_seal if is_renewal else award_seal)(**what, **moment)
                said = f"“{listing.title}” now has the seal. It shows on the public page at once."
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, said)
            return redirect("seal_listing", listing.pk)
    context["form"] = form
    return render(request, "seal/admin/award.html", context, status=200 if request.method == "GET" else 422)


@dataclass(frozen=True)
class Change:
    """A page that changes the open award of a listing: its words, its form, and what is done."""

    name: str
    step: Step
    title: str
    button: str
    what_happens: str
    said: str
    form: Callable[..., Any]
    act: Callable[..., Award]
    takes_away: bool = True


PAUSE = Change(
    "pause",
    Step.PAUSED,
    "Pause the seal",
    "Pause the seal",
    "The badge goes from the listing, from search and from the youth pages at once. The seal’s own page says that it is paused, "
    "with your sentence for the public. It keeps its last day. You can end the pause at any time.",
    "The seal of “{}” is paused. The badge is gone from the public page.",
    EndingForm,
    pause_seal,
)
WITHDRAW = Change(
    "withdraw",
    Step.WITHDRAWN,
    "Withdraw the seal",
    "Withdraw the seal",
    "The badge goes from the listing, from search and from the youth pages at once. The seal’s own page stays for ever, with "
    "your sentence for the public. This cannot be undone: the forum would have to give the seal again.",
    "The seal of “{}” is withdrawn. The badge is gone from the public page.",
    EndingForm,
    withdraw_seal,
)
RESUME = Change(
    "resume",
    Step.RESUMED,
    "End the pause",
    "End the pause",
    "The badge and the young people’s words show again at once, until the last day that was decided.",
    "The pause is over. “{}” has its seal again.",
    ResumeForm,
    resume_seal,
    takes_away=False,
)


def _change(request: HttpRequest, page_id: int, change: Change) -> HttpResponse:
    listing = listing_or_404(page_id)
    open_award = Award.objects.open().of_listing(listing.translation_key).first()
    if open_award is None:
        messages.error(request, f"“{listing.title}” has no seal to {change.name}. Nothing was changed.")
        return redirect("seal_listing", page_id)
    if why_not := why_not_changed(open_award, change.step, request.user):
        note_refused(request)
        messages.error(request, f"{why_not} Nothing was changed.")
        return redirect("seal_listing", page_id)
    form = change.form(request.POST or None)
    form.known = (listing.title,)
    if request.method == "POST" and form.is_valid():
        words = {name: value for name, value in form.cleaned_data.items() if name != CHECKED}
        try:
            if request.POST.get("award", open_award.code) != open_award.code:  # another one than the page was opened for
                raise SealRefused(MEANWHILE)
            change.act(award=open_award, listing=listing, user=request.user, now=timezone.now(), **words)
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, change.said.format(listing.title))
            return redirect("seal_listing", page_id)
    return render(
        request,
        "seal/admin/change.html",
        {"listing": listing, "award": open_award, "form": form, "change": change},
        status=200 if request.method == "GET" else 422,
    )


@needs_permission("seal.award_seal")
def pause(request: HttpRequest, page_id: int) -> HttpResponse:
    """Takes the badge down for a time."""
    return _change(request, page_id, PAUSE)


@needs_permission("seal.award_seal")
def resume(request: HttpRequest, page_id: int) -> HttpResponse:
    """Puts the badge of a paused seal up again."""
    return _change(request, page_id, RESUME)


@needs_permission("seal.award_seal")
def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Takes the seal away."""
    return _change(request, page_id, WITHDRAW)


@needs_permission("seal.award_seal")
def proposal(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """An award that waits: a second person confirms it or sends it back."""
    waiting = get_object_or_404(AwardProposal.objects.select_related("recorded_by", "visit", "criteria"), pk=proposal_id)
    listing = listing_of(waiting.listing_key)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        moment = {"user": request.user, "now": timezone.now()}
        try:
            if "confirm" in request.POST:
                if listing is None:
                    raise SealRefused("This listing is gone. Send the seal back.")
                confirm_proposal(proposal=waiting, listing=listing, today=timezone.localdate(), **moment)
                messages.success(request, f"“{waiting.listing_title}” now has the seal. It shows on the public page at once.")
            else:
                send_back_proposal(proposal=waiting, listing=listing, why=form.cleaned_data["why_sent_back"], **moment)
                messages.success(request, f"The seal of “{waiting.listing_title}” is sent back. Nothing shows.")
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            return redirect("seal_listing", listing.pk) if listing else redirect("seal_index")
    return render(
        request,
        "seal/admin/proposal.html",
        {
            "proposal": waiting,
            "listing": listing,
            "form": form,
            "is_own": waiting.recorded_by_id == request.user.pk,
        },
        status=200 if request.method == "GET" else 422,
    )
