"""What a member of the forum sees at the admin's address. Each screen asks whose post it is: a link is no rule."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import WorkflowState

from localoffer.people.roles import FORUM_MEMBER

from .. import rules
from ..choices import Stage
from ..models import ChangeRequest, ForumPostPage, is_only_member
from ..posting import PostRefused, ask_for_change, delete_draft, own_post, save_draft, send_post, start_post
from .forms import ChangeForm, PostForm
from .showing import Card, called, warnings_of

WRONG = 422
NOT_YOURS = "youth/writing/refused.html"


def is_member(user: Any) -> bool:
    return is_only_member(user) or user.groups.filter(name=FORUM_MEMBER.name).exists()


def members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For members of the forum; with ``page_id``, only for the writer of that post, which the view gets instead."""

    @wraps(view)
    def guarded(request: HttpRequest, page_id: int | None = None) -> HttpResponse:
        if not is_member(request.user):
            return HttpResponseForbidden("These screens are for members of the youth forum.")
        if page_id is None:
            return view(request)
        page = own_post(request.user, page_id)
        if page is None:
            if ForumPostPage.objects.filter(id=page_id).exists():
                return render(request, NOT_YOURS, status=403)
            raise Http404
        return view(request, page)

    return guarded


def home(request: HttpRequest) -> HttpResponse:
    """Where a member begins: write a post, my posts."""
    posts = ForumPostPage.objects.filter(owner=request.user, alias_of=None).select_related("latest_revision")
    cards = Card.of_all(posts.order_by("-latest_revision_created_at"))
    return render(request, "youth/writing/home.html", {"cards": cards, "name": called(request.user)})


@members
def posts(request: HttpRequest) -> HttpResponse:
    return home(request)


@members
def what_next(request: HttpRequest) -> HttpResponse:
    return render(request, "youth/writing/what_next.html")


@members
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return write(request, None)
    form = PostForm(initial={"chosen_name": called(request.user)[: rules.NAME_LONGEST], "show_name": True})
    return render(request, "youth/writing/write.html", {"form": form})


@members
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    if not rules.is_with_the_writer(page.stage):
        if request.method == "POST":  # from an old tab
            sentence = _("Your post is not with you now, so nothing was changed.")
            if request.POST.get("then") == "autosave":
                return JsonResponse({"said": sentence}, status=409)
            return refused(request, page, sentence)
        return redirect("forum_member_post", page.pk)
    if request.method == "POST":
        return write(request, page)
    return show_form(request, page, PostForm(initial=PostForm.of(page)))


def write(request: HttpRequest, page: ForumPostPage | None) -> HttpResponse:
    """Keeps what was typed, and goes on to what was asked for. Whatever is wrong, nothing typed is lost."""
    form, wish = PostForm(request.POST), request.POST.get("then", "")
    if form.is_valid():
        try:
            if page is None:
                page = start_post(user=request.user, **form.cleaned_data)
            else:
                save_draft(page=page, user=request.user, **form.cleaned_data)
        except PostRefused as refusal:
            form.refuse(refusal.problems)
    if wish == "autosave":
        return autosaved(form, page)
    if not form.is_valid():
        return show_form(request, page, form, status=WRONG)
    places = {"picture": "picture", "recording": "recording", "check": "check", "preview": "preview"}
    return redirect(f"forum_member_{places.get(wish, 'edit')}", page.pk)


def autosaved(form: PostForm, page: ForumPostPage | None) -> HttpResponse:
    if not form.is_valid():
        return JsonResponse({"said": " ".join(sentence for _, sentence in form.error_list)}, status=WRONG)
    return JsonResponse(
        {
            "said": _("Saved at %(time)s") % {"time": timezone.localtime().strftime("%H:%M")},
            "address": reverse("forum_member_edit", args=[page.pk]),
            "warnings": warnings_of(page),
        }
    )


def show_form(request: HttpRequest, page: ForumPostPage | None, form: PostForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "post": page}
    if page is not None:
        context |= {"warnings": warnings_of(page), "message": message_to_writer(page), "theirs": own_words(page)}
    return render(request, "youth/writing/write.html", context, status=status)


def message_to_writer(page: ForumPostPage) -> dict[str, str] | None:
    """What the supporter said who sent it back last, and their name; None when it did not come back."""
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    step = state.current_task_state
    return {"comment": step.comment, "name": called(step.finished_by)}


def own_words(page: ForumPostPage) -> ForumPostPage | None:
    """What the young person wrote, where somebody else has changed it since; else None."""
    own = last_version_of_the_writer(page)
    return own if own is not None and own.fingerprint != page.fingerprint else None


def last_version_of_the_writer(page: ForumPostPage) -> ForumPostPage | None:
    revision = page.revisions.filter(user_id=page.owner_id).order_by("-created_at", "-pk").first()
    return revision.as_object() if revision else None


@members
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    """The last look before sending: how it will look, and kind warnings."""
    if not rules.is_with_the_writer(page.stage):
        return redirect("forum_member_post", page.pk)
    if request.method == "POST":
        try:
            send_post(page=page, user=request.user)
        except PostRefused as refusal:
            form = PostForm(PostForm.of(page))
            form.is_valid()
            form.refuse(refusal.problems)
            return show_form(request, page, form, status=WRONG)
        return redirect("forum_member_post", page.pk)
    return render(request, "youth/writing/check.html", {"post": page, "warnings": warnings_of(page)})


@members
def post(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    """Where the post is, in words; what can be done with it."""
    return show_post(request, page)


def show_post(request: HttpRequest, page: ForumPostPage, *, status: int = 200, **more: Any) -> HttpResponse:
    asked = ChangeRequest.objects.filter(page_id=page.pk).order_by("-asked_at")[:5]
    public = ForumPostPage.objects.get(pk=page.pk) if page.stage == Stage.PUBLIC else None
    card = Card.of_all([page])[0]
    context = {"post": page, "card": card, "theirs": own_words(page), "asked": asked, "public": public, "form": ChangeForm()}
    return render(request, "youth/writing/post.html", context | more, status=status)


def refused(request: HttpRequest, page: ForumPostPage, sentence: str) -> HttpResponse:
    return show_post(request, page, status=409, refusal=sentence)


@members
@require_http_methods(["POST"])
def change(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    form = ChangeForm(request.POST)
    if form.is_valid():
        try:
            ask_for_change(page=page, user=request.user, words=form.cleaned_data["words"], now=timezone.now())
            return redirect("forum_member_post", page.pk)
        except PostRefused as refusal:
            form.refuse(refusal.problems)
    return show_post(request, page, form=form, status=WRONG)


@members
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    if request.method == "POST":
        try:
            delete_draft(page=page, user=request.user)
        except PostRefused as refusal:
            return refused(request, page, str(refusal))
        return redirect("wagtailadmin_home")
    return render(request, "youth/writing/delete.html", {"post": page})


@members
def preview(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    """The post as readers see it, by Wagtail's own preview."""
    return page.make_preview_request(request, page.default_preview_mode)
