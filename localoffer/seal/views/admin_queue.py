"""The forum's queue in the admin: requests, planned visits, what was found, decisions. For those who decide for the forum."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from wagtail.models import Page

from ..choices import Decision
from ..finding import listing_models, listing_of, listing_or_404
from ..forms import DecisionForm, PlanForm, RequestForm, VisitForm
from ..models import Award, AwardProposal, Criteria, Visit, VisitRequest
from ..services import SealRefused, call_off_visit, change_request, decide, plan_visit, record_visit
from ..services.advising import send_advice
from .permission import needs_permission, show_refusal

A_PAGE = 30
MOST_SUGGESTED = 8


@needs_permission("seal.decide_seal")
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for somebody, in the order of a seal's life."""
    today = timezone.localdate()
    closed = VisitRequest.objects.answered()
    return render(
        request,
        "seal/admin/queue.html",
        {
            "requests": VisitRequest.objects.waiting().select_related("taken_by"),
            "planned": Visit.objects.planned().select_related("planned_by"),
            "undecided": Visit.objects.undecided(),
            "ready": with_listings(Visit.objects.ready_to_award()),
            "proposals": AwardProposal.objects.open().select_related("recorded_by"),
            "due": with_listings(Award.objects.review_due_on(today)),
            "closed": Paginator(closed, A_PAGE).get_page(request.GET.get("p")),
            "today": today,
        },
    )


def with_listings(rows):
    """Each row with its listing's page in the source language (or None), in one query more."""
    rows = list(rows)
    pages = Page.objects.type(*listing_models()).filter(translation_key__in=[row.listing_key for row in rows], alias_of=None)
    by_key = {page.translation_key: page for page in pages.order_by("-locale_id")}
    for row in rows:
        row.listing = by_key.get(row.listing_key)
    return rows


@needs_permission("seal.decide_seal")
def visit_request(request: HttpRequest, request_id: int) -> HttpResponse:
    """One request: read it, take it, decline it, or find the listing and plan a visit."""
    asked = get_object_or_404(VisitRequest.objects.select_related("taken_by"), pk=request_id)
    form = RequestForm(request.POST or None, instance=asked)
    if request.method == "POST" and form.is_valid():
        asked.refresh_from_db()
        change_request(request=asked, user=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, f"Saved. “{asked.place_name}”: {asked.get_status_display().lower()}.")
        return redirect("seal_queue")
    words = request.GET.get("q", asked.place_name).replace("\x00", "").strip()[:100]
    return render(
        request,
        "seal/admin/request.html",
        {
            "asked": asked,
            "form": form,
            "listing": listing_of(asked.listing_key) if asked.listing_key else None,
            "words": words,
            "found": suggested(words),
            "visits": asked.visits.all(),
        },
        status=200 if request.method == "GET" else 422,
    )


def suggested(words: str) -> list[Page]:
    """Listings with all of these words in their name; with any of the longer ones when none has all."""
    listings = Page.objects.type(*listing_models()).filter(alias_of=None).order_by("title")
    parts = [part for part in words.split() if len(part) > 2] or words.split()
    both, any_of = listings, Page.objects.none()
    for part in parts[:MOST_SUGGESTED]:
        both = both.filter(title__icontains=part)
        any_of = any_of | listings.filter(title__icontains=part)
    return list((both if parts else Page.objects.none())[:MOST_SUGGESTED]) or list(any_of[:MOST_SUGGESTED])


@needs_permission("seal.decide_seal")
def plan(request: HttpRequest, page_id: int) -> HttpResponse:
    """Plans a visit to a listing, for a request or without one."""
    listing = listing_or_404(page_id)
    number = request.GET.get("request", "")
    asked = get_object_or_404(VisitRequest, pk=number) if number.isdecimal() and len(number) < 10 else None
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            visit = plan_visit(
                listing=listing,
                planned_for=form.cleaned_data["planned_for"],
                user=request.user,
                now=timezone.now(),
                today=timezone.localdate(),
                request=asked,
            )
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"The visit to “{listing.title}” is planned for {visit.planned_for:%-d %B %Y}.")
            return redirect("seal_queue")
    return render(
        request,
        "seal/admin/plan.html",
        {"listing": listing, "asked": asked, "form": form},
        status=200 if request.method == "GET" else 422,
    )


@needs_permission("seal.decide_seal")
def call_off(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Calls a planned visit off: a page that asks, and a POST."""
    visit = get_object_or_404(Visit, pk=visit_id)
    if request.method == "POST":
        try:
            call_off_visit(visit=visit, user=request.user, now=timezone.now())
        except SealRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"The visit to “{visit.listing_title}” is called off.")
        return redirect("seal_queue")
    return render(request, "seal/admin/call_off.html", {"visit": visit})


@needs_permission("seal.decide_seal")
def new_visit(request: HttpRequest, page_id: int) -> HttpResponse:
    """Records a visit that nobody had planned here."""
    return _record(request, listing_or_404(page_id), None)


@needs_permission("seal.decide_seal")
def visit(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Records what was found on a visit; once the forum has decided, only shows it."""
    found = get_object_or_404(
        Visit.objects.select_related("criteria", "request", "words_approved_by", "decided_by").prefetch_related(
            "findings__criterion", "awards"
        ),
        pk=visit_id,
    )
    listing = listing_of(found.listing_key)
    if found.decision or found.called_off_at or listing is None:
        return render(request, "seal/admin/visit_shown.html", {"visit": found, "listing": listing})
    return _record(request, listing, found)


def _record(request: HttpRequest, listing: Page, found: Visit | None) -> HttpResponse:
    criteria = found.criteria if found and found.criteria else Criteria.objects.in_force()
    instance = Visit.objects.get(pk=found.pk) if found else Visit()
    initial = {} if instance.visited_on else {"visited_on": instance.planned_for or timezone.localdate()}
    form = VisitForm(request.POST or None, instance=instance, initial=initial, criteria=criteria, known=(listing.title,))
    if request.method == "POST" and form.is_valid():
        try:
            kept = record_visit(
                listing=listing,
                record=form.record(),
                findings=form.findings(),
                user=request.user,
                now=timezone.now(),
                visit=found,
            )
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"The visit to “{listing.title}” is recorded. What did the forum decide?")
            return redirect("seal_decide", kept.pk)
    return render(
        request,
        "seal/admin/visit.html",
        {"listing": listing, "visit": found, "form": form, "criteria": criteria},
        status=200 if request.method == "GET" else 422,
    )


@needs_permission("seal.decide_seal")
def decision(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Records what the forum decided after a visit."""
    found = get_object_or_404(Visit.objects.select_related("request"), pk=visit_id)
    listing = listing_of(found.listing_key)
    if found.decision or listing is None:
        return redirect("seal_visit", visit_id)
    email = found.request.email if found.request else ""
    form = DecisionForm(request.POST or None, email=email, initial={"decided_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            kept = decide(
                visit=found,
                listing=listing,
                decision=Decision(said["decision"]),
                decided_on=said["decided_on"],
                advice=said["advice"],
                user=request.user,
                now=timezone.now(),
            )
        except SealRefused as refusal:
            show_refusal(form, refusal)
        else:
            return _after(request, kept, listing, send=bool(said.get("send_advice")))
    return render(
        request,
        "seal/admin/decide.html",
        {"visit": found, "listing": listing, "form": form},
        status=200 if request.method == "GET" else 422,
    )


def _after(request: HttpRequest, kept: Visit, listing: Page, *, send: bool) -> HttpResponse:
    """Where a decision leads: to giving the seal, or back to the queue, with the advice on its way."""
    if kept.decision == Decision.AWARD:
        messages.success(request, "The decision is recorded. Now give the seal.")
        held = Award.objects.open().of_listing(listing.translation_key).exists()
        return redirect("seal_renew" if held else "seal_award", listing.pk)
    if send and kept.advice:
        send_advice.enqueue(kept.pk)
        messages.success(request, "The decision is recorded, and the advice is on its way. Nothing of it is public.")
    else:
        messages.success(request, "The decision is recorded. Nothing of it is public.")
    return redirect("seal_queue")
