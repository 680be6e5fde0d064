"""Where supporters see what waits, read it, and decide. Each screen asks for the permission itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.models import Page, WorkflowState

from ..models import ChangeRequest, ForumPostPage, ForumSettings, checked_for_details
from ..posting import (
    PostRefused,
    approve_post,
    check_safety,
    confirm_details,
    finish_request,
    link_words,
    mark_reading,
    send_back,
)
from .forms import ConsentForm, MessageForm
from .member import last_version_of_the_writer
from .showing import Card

WRONG = 422
CONFIRM = "youth.add_confirmeddetail"
CHECK = "youth.add_safeguardingcheck"


def supporters(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """403 for whoever may not confirm details of youth pages: only supporters and administrators may."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(CONFIRM):
            return HttpResponseForbidden("Only forum supporters decide on young people’s posts. Ask a site administrator.")
        return view(request, *args, **kwargs)

    return guarded


def waiting_posts() -> list[Card]:
    """All posts that wait for a supporter, the longest first; as many queries for many as for one."""
    numbers = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        content_type=ContentType.objects.get_for_model(ForumPostPage),
        status=WorkflowState.STATUS_IN_PROGRESS,
    ).values_list("object_id", flat=True)
    found = ForumPostPage.objects.filter(pk__in=[int(number) for number in numbers])
    return sorted(Card.of_all(found), key=lambda card: (card.since is None, card.since))


@supporters
def queue(request: HttpRequest) -> HttpResponse:
    asked = ChangeRequest.objects.filter(done_at=None).select_related("page", "asked_by")
    context = {"cards": waiting_posts(), "asked": asked, "two_steps": ForumSettings.load().two_steps}
    return render(request, "youth/admin/queue.html", context)


def post_of(page_id: int) -> ForumPostPage:
    """The latest version of a post."""
    return get_object_or_404(ForumPostPage, id=page_id).get_latest_revision_as_object()


@supporters
@require_http_methods(["GET", "POST"])
def read(request: HttpRequest, page_id: int) -> HttpResponse:
    """The post as it is now, beside what the young person wrote; what stands in its way; the decision."""
    page = post_of(page_id)
    if request.method == "GET":
        return show(request, page)
    deeds: dict[str, Callable[[HttpRequest, ForumPostPage], str]] = {
        "reading": take,
        "confirm": confirm,
        "consent": link_consent,
        "safe": call_safe,
        "approve": approve,
        "send-back": give_back,
    }
    deed = deeds.get(request.POST.get("then", ""))
    if deed is None:
        return HttpResponse("Choose one of the buttons.", status=400)
    try:
        words = deed(request, page)
    except PostRefused as refusal:
        return show(request, page, refusal=str(refusal), typed=request.POST.get("message", ""), status=WRONG)
    messages.success(request, words)
    done = deed in (approve, give_back)
    return redirect("forum_queue") if done else redirect("forum_read", page.pk)


def take(request: HttpRequest, page: ForumPostPage) -> str:
    mark_reading(page=page, user=request.user)
    return "The young person now sees that you are reading it."


def confirm(request: HttpRequest, page: Any) -> str:
    """Confirms what was ticked, as far as it stands in the page now: the words come from the page, not from the form."""
    ticked = set(request.POST.getlist("detail"))
    chosen = [finding for finding in page.unconfirmed_details() if f"{finding.kind} {finding.words}" in ticked]
    if not chosen:
        raise PostRefused("Tick what you have looked at and may stay.")
    number = confirm_details(page=page, findings=chosen, user=request.user, now=timezone.now())
    return "1 detail confirmed." if number == 1 else f"{number} details confirmed."


def link_consent(request: HttpRequest, page: ForumPostPage) -> str:
    """For the words, or for a picture or recording that the young person brought."""
    of = request.POST.get("of", "")
    item = {"picture": page.picture, "recording": page.recording, "words": page}.get(of)
    form = ConsentForm(request.POST)
    if item is None or not request.user.has_perm("media.view_consent"):
        raise PostRefused("There is nothing to link a consent to.")
    if item is page:
        if not form.is_valid():
            raise PostRefused(" ".join(sentence for _, sentence in form.error_list))
        link_words(page=page, consent=form.cleaned_data["consent"], user=request.user)
        return "The consent is linked."
    if item.uploaded_by_user_id != page.owner_id:
        raise PostRefused("This picture is not of this young person. Link its consent where the picture is kept.")
    if not form.is_valid():
        raise PostRefused(" ".join(sentence for _, sentence in form.error_list))
    item.consent = form.cleaned_data["consent"]
    item.save(update_fields=["consent"])
    return "The consent is linked."


def call_safe(request: HttpRequest, page: ForumPostPage) -> str:
    if not request.user.has_perm(CHECK):
        raise PostRefused("You may not do this check.")
    check_safety(page=page, user=request.user, now=timezone.now())
    return "Checked: it is safe. Now somebody else reads it and publishes it."


def approve(request: HttpRequest, page: ForumPostPage) -> str:
    approve_post(page=page, user=request.user)
    return f"“{page.title}” is on the site."


def give_back(request: HttpRequest, page: ForumPostPage) -> str:
    form = MessageForm(request.POST)
    if not form.is_valid():
        raise PostRefused(" ".join(sentence for _, sentence in form.error_list))
    send_back(page=page, user=request.user, message=form.cleaned_data["message"])
    return "Sent back. The young person has your message by e-mail, and sees it with the post."


def show(request: HttpRequest, page: ForumPostPage, *, refusal: str = "", typed: str = "", status: int = 200) -> HttpResponse:
    two_steps = ForumSettings.load().two_steps
    problems = [*page.publish_problems().items(), *page.person_problems(request.user).items()]
    own = last_version_of_the_writer(page)
    context = {
        "post": page,
        "card": Card.of_all([page])[0],
        "own": own if own is not None and own.fingerprint != page.fingerprint else None,
        "confirmed": page.confirmed().values(),
        "unconfirmed": page.unconfirmed_details(),
        "problems": [sentence for _, sentences in problems for sentence in sentences],
        "two_steps": two_steps,
        "check": page.safeguarding_check() if two_steps else None,
        "items": [(name, item) for name, item in (("picture", page.picture), ("recording", page.recording)) if item],
        "consent_form": ConsentForm(),
        "words_not_shown": page.why_words_not_shown(timezone.localdate()),
        "form": MessageForm(initial={"message": typed}),
        "refusal": refusal,
    }
    return render(request, "youth/admin/read.html", context, status=status)


@supporters
@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, page_id: int) -> HttpResponse:
    """Names and details on any page of the youth section: confirming what may stay."""
    page = checked_for_details(get_object_or_404(Page, pk=page_id).get_latest_revision_as_object())
    if page is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            messages.success(request, confirm(request, page))
            return redirect("forum_details", page.pk)
        except PostRefused as problem:
            refusal = str(problem)
    context = {
        "post": page,
        "confirmed": page.confirmed().values(),
        "unconfirmed": page.unconfirmed_details(),
        "refusal": refusal,
    }
    return render(request, "youth/admin/details.html", context, status=WRONG if refusal else 200)


@supporters
@require_http_methods(["POST"])
def request_done(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ChangeRequest, pk=pk, done_at=None)
    finish_request(request=found, user=request.user, now=timezone.now())
    messages.success(request, "Marked as done. The young person sees it.")
    return redirect("forum_queue")
