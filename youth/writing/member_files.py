"""Choosing a picture, and bringing a picture, a voice or a film."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from localoffer.contact.forms import plain_text

from .. import rules
from ..models import ForumPostPage
from ..posting import PostRefused, add_picture, add_recording, library_pictures, own_pictures, save_draft
from .forms import PictureForm, RecordingForm
from .member import WRONG, members

PAGE_SIZE = 24


@members
@require_http_methods(["GET", "POST"])
def picture(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    """The library, the person's own pictures, and bringing a new one."""
    if not rules.is_with_the_writer(page.stage):
        return redirect("forum_member_post", page.pk)
    if request.method == "GET":
        return show_pictures(request, page, PictureForm())
    form = PictureForm()
    try:
        if request.POST.get("then") == "bring":
            form = PictureForm(request.POST, request.FILES)
            if not form.is_valid():
                return show_pictures(request, page, form, status=WRONG)
            title = _("A picture for post %(number)s") % {"number": page.pk}
            chosen = add_picture(user=request.user, title=title, **form.cleaned_data)
        elif request.POST.get("then") == "none":
            chosen = None
        else:
            chosen = may_choose(request)
            if chosen is None:
                form.cleaned_data, form._errors = {}, None
                return show_pictures(request, page, form, status=WRONG, refusal=_("Choose one of the pictures."))
        save_draft(page=page, user=request.user, picture=chosen)
    except PostRefused as refusal:
        return show_pictures(request, page, form, status=WRONG, refusal=str(refusal))
    return redirect("forum_member_edit", page.pk)


def may_choose(request: HttpRequest) -> Any:
    """The picture of this number, if it is of the library or the person's own; else None."""
    number = request.POST.get("picture", "")
    if not number.isdecimal() or len(number) > 15:
        return None
    for pictures in (library_pictures(timezone.localdate()), own_pictures(request.user)):
        if found := pictures.filter(pk=int(number)).first():
            return found
    return None


def show_pictures(
    request: HttpRequest, page: ForumPostPage, form: PictureForm, status: int = 200, refusal: str = ""
) -> HttpResponse:
    words = plain_text(request.GET.get("q", ""))[:60]
    context = {
        "post": page,
        "form": form,
        "words": words,
        "refusal": refusal,
        "library": Paginator(library_pictures(timezone.localdate(), words), PAGE_SIZE).get_page(request.GET.get("page")),
        "own": own_pictures(request.user)[:PAGE_SIZE],
        "page_address": f"?q={words}" if words else "?",
    }
    return render(request, "youth/writing/picture.html", context, status=status)


@members
@require_http_methods(["GET", "POST"])
def recording(request: HttpRequest, page: ForumPostPage) -> HttpResponse:
    if not rules.is_with_the_writer(page.stage):
        return redirect("forum_member_post", page.pk)
    form = RecordingForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        try:
            if request.POST.get("then") == "none":
                save_draft(page=page, user=request.user, recording=None)
                return redirect("forum_member_edit", page.pk)
            form = RecordingForm(request.POST, request.FILES)
            if form.is_valid():
                title = _("A recording for post %(number)s") % {"number": page.pk}
                brought = add_recording(user=request.user, kind=form.kind, title=title, **form.cleaned_data)
                save_draft(page=page, user=request.user, recording=brought)
                return redirect("forum_member_edit", page.pk)
        except PostRefused as refusal:
            form.add_error(None, str(refusal))
    status = WRONG if form.errors else 200
    return render(request, "youth/writing/recording.html", {"post": page, "form": form}, status=status)
