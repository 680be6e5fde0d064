"""Taking a consent back, in the admin. Each page asks for the permission itself: hiding a link is not a rule."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..forms import TakeBackForm
from ..models import Consent
from ..models.using import Use, resting_on, uses_of
from ..services import MAY_KEEP, ConsentRefused, take_back

REFUSED = "You do not have the permission to change consents. Ask a site administrator."


def take_back_consent(request: HttpRequest, consent_id: int) -> HttpResponse:
    """First what will happen and where it shows now; then, once, the taking back."""
    if not request.user.has_perm(MAY_KEEP):
        return HttpResponseForbidden(REFUSED)
    consent = get_object_or_404(Consent, pk=consent_id)
    if consent.withdrawn_on is not None:
        return redirect("consent_taken_back", consent_id)
    today = timezone.localdate()
    form = TakeBackForm(request.POST or None, initial={"withdrawn_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            take_back(
                consent=consent,
                on=form.cleaned_data["withdrawn_on"],
                note=form.cleaned_data["withdrawn_note"],
                user=request.user,
                today=today,
            )
        except ConsentRefused as refusal:
            for field, sentence in refusal.problems.items():
                form.add_error(field or None, sentence)
        else:
            return redirect("consent_taken_back", consent_id)
    context = {"consent": consent, "form": form, "things": things_of(consent, request)}
    return render(request, "media/admin/take_back.html", context, status=422 if form.errors else 200)


def consent_taken_back(request: HttpRequest, consent_id: int) -> HttpResponse:
    """Where it was used, so that something else can be put there."""
    if not request.user.has_perm(MAY_KEEP):
        return HttpResponseForbidden(REFUSED)
    consent = get_object_or_404(Consent, pk=consent_id)
    if consent.withdrawn_on is None:
        return redirect("consent_take_back", consent_id)
    return render(request, "media/admin/taken_back.html", {"consent": consent, "things": things_of(consent, request)})


def things_of(consent: Consent, request: HttpRequest) -> list[dict[str, Any]]:
    """Each picture, film, recording or story with the places that show it."""
    finder = AdminURLFinder(request.user)
    return [
        {
            "title": str(thing),
            "kind": thing._meta.verbose_name,
            "edit_url": finder.get_edit_url(thing),
            "uses": [row(use, finder) for use in uses_of([thing])],
        }
        for thing in resting_on(consent)
    ]


def row(use: Use, finder: AdminURLFinder) -> dict[str, Any]:
    states = [word for word, there in (("public", use.is_live), ("in a draft", use.in_draft)) if there]
    return {
        "title": use.title,
        "kind": use.source._meta.verbose_name,
        "state": ", ".join(states) or "not public",
        "edit_url": finder.get_edit_url(use.source),
        "url": use.source.url if use.is_live else "",
    }
