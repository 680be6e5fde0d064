"""The chair's approval: the staff's page that asks for it, and the chair's own page behind a link."""

import logging
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views import View

from ..forms import ChairAnswerForm
from ..models import BoardBlogPage, BoardPostPage, ChairReview
from ..models.approval import can_ask_the_chair, newest_review
from ..services import AnsweredBefore, ChairNotAsked, answer_review, ask_chair, review_of, still_to_write

logger = logging.getLogger(__name__)
REFUSAL = "You may not change this post, so you cannot ask the chair about it. Ask a site administrator."


def ask(request: HttpRequest, page_id: int) -> HttpResponse:
    """For staff: who is asked about what; pressing the button sends the e-mail."""
    post = get_object_or_404(BoardPostPage, pk=page_id)
    if not post.permissions_for_user(request.user).can_edit():
        logger.warning("User %s was refused %s", request.user.pk, request.path)
        return HttpResponseForbidden(REFUSAL)
    if request.method == "POST":
        try:
            review = ask_chair(post, user=request.user, now=timezone.now())
        except ChairNotAsked as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"The chair has been asked, at {review.sent_to}. You get an e-mail with the answer.")
            return redirect("wagtailadmin_pages:edit", post.pk)
    draft = post.get_latest_revision_as_object()
    context = {
        "post": draft,
        "can_ask": can_ask_the_chair(draft),
        "missing": still_to_write(draft, timezone.now()),
        "blog": BoardBlogPage.objects.ancestor_of(post).get(),
        "newest": newest_review(post.pk),
    }
    return render(request, "blog/admin/ask_chair.html", context, status=422 if request.method == "POST" else 200)


def private(response: HttpResponse) -> HttpResponse:
    """Not for engines, and kept nowhere: the address of the page is somebody's key."""
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    return response


def say(request: HttpRequest, title: Any, words: Any, *, status: int = 200, is_good: bool = False) -> HttpResponse:
    """A page with a sentence."""
    context = {"title": title, "words": words, "is_good": is_good}
    return private(render(request, "blog/chair_said.html", context, status=status))


class ChairView(View):
    """The draft as readers would see it, with the question at its end. Reading decides nothing; only the POST does."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        review = review_of(kwargs["token"])
        if review is None:
            words = _("A part of it may be missing. Open it from the e-mail once more, or copy the whole line.")
            return say(request, _("This link does not work"), words, status=404)
        if review.answer:
            return thanks(request, review)
        if review.revision is None or not review.is_open(timezone.now()):
            words = _("A link works for 14 days, and only the newest one does. Staff can send you a new one.")
            return say(request, _("This link is too old"), words, status=410)
        self.review = review
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.page(ChairAnswerForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = ChairAnswerForm(request.POST)
        if not form.is_valid():
            return self.page(form, status=422)
        answer, words = form.cleaned_data["answer"], form.cleaned_data["words"]
        try:
            answer_review(self.review, answer, words, now=timezone.now())
        except AnsweredBefore:
            logger.info("A question to the chair was answered twice: %s", self.review.pk)
        response = HttpResponse(status=303)
        response["Location"] = reverse("blog:chair", args=[kwargs["token"]])
        return private(response)

    def page(self, form: ChairAnswerForm, status: int = 200) -> HttpResponse:
        draft = self.review.revision.as_object()
        self.request.is_preview = True  # as in staff's preview: engines are told to keep out
        context = draft.get_context(self.request) | {"form": form, "review": self.review, "is_form_page": True}
        return private(render(self.request, "blog/chair.html", context, status=status))


def thanks(request: HttpRequest, review: ChairReview) -> HttpResponse:
    day = {"day": date_format(timezone.localtime(review.answered_at), "j E Y")}
    if review.is_approved:
        words = _("You approved this post on %(day)s. Staff have been told, and publish it.") % day
    else:
        words = _("You sent this post back on %(day)s. Staff have been told, and ask you again when it is changed.") % day
    return say(request, _("Thank you"), words, is_good=True)
