"""Bringing a Word document into the blog: the form, and what it made. For those who may add posts."""

import logging
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from localoffer.media.models import CustomImage

from ..forms import BringInForm, PictureAnswersForm
from ..models import BoardPostPage
from ..services import blogs_for, bring_in

logger = logging.getLogger(__name__)
REFUSAL = "You do not have the permission for this. Ask a site administrator."
KEPT = "brought_in"  # in the session: what there is to say about the last draft
MOST_SENTENCES = 100


def refused(request: HttpRequest) -> HttpResponse:
    logger.warning("User %s was refused %s", request.user.pk, request.path)
    return HttpResponseForbidden(REFUSAL)


def word(request: HttpRequest) -> HttpResponse:
    """The form; a file or text that can be read becomes a draft, and nothing is made of any other."""
    blogs = blogs_for(request.user)
    if not blogs:
        return refused(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BringInForm(*sent, blogs=blogs)
    if form.is_valid():
        blog = form.cleaned_data.get("blog") or blogs[0]
        made = bring_in(reading=form.reading, blog=blog, user=request.user, today=timezone.localdate())
        request.session[KEPT] = {
            "post": made.post.pk,
            "left_out": made.left_out[:MOST_SENTENCES],
            "changed": made.changed[:MOST_SENTENCES],
        }
        return redirect("blog_brought_in", made.post.pk)
    return render(request, "blog/admin/word.html", {"form": form}, status=200 if request.method == "GET" else 422)


def brought_in(request: HttpRequest, page_id: int) -> HttpResponse:
    """What was left out or changed, and what to say about each picture."""
    post = get_object_or_404(BoardPostPage, pk=page_id)
    if not post.permissions_for_user(request.user).can_edit():
        return refused(request)
    draft = post.get_latest_revision_as_object()
    forms = [
        PictureAnswersForm(request.POST or None, instance=picture, prefix=f"picture-{picture.pk}")
        for picture in pictures_of(draft, request.user)
    ]
    if request.method == "POST" and all(form.is_valid() for form in forms):
        for form in forms:
            form.save()
        messages.success(request, f"“{draft.title}” is a draft. Nobody but staff sees it until you publish it.")
        return redirect("wagtailadmin_pages:edit", post.pk)
    kept = request.session.get(KEPT) or {}
    return render(
        request,
        "blog/admin/brought_in.html",
        {"post": draft, "forms": forms, "kept": kept if kept.get("post") == post.pk else None, "to_write": to_write(draft)},
        status=200 if request.method == "GET" else 422,
    )


def pictures_of(post: BoardPostPage, user: Any) -> list[CustomImage]:
    """The pictures of a draft's body that this person brought in, in their order."""
    keys = [block["value"]["image"] for block in post.body.raw_data if block["type"] == "image"]
    found = CustomImage.objects.filter(uploaded_by_user=user).in_bulk(keys)
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def to_write(post: BoardPostPage) -> list[str]:
    """What the draft still needs before it can be published, but for its body."""
    return [sentence for field, sentences in post.publish_problems().items() if field != "body" for sentence in sentences]
