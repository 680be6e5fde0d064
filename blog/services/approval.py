"""Asking the chair about a draft, and writing down what the chair says. The chair has no account: a link is the key."""

import logging
from datetime import datetime
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.log_actions import log

from ..choices import ChairsAnswer
from ..models import BoardBlogPage, BoardPostPage, ChairReview
from ..models.approval import can_ask_the_chair, chair_problem
from ..rules.approval import digest_of

logger = logging.getLogger(__name__)
SALT = "blog.chair"
NOT_ASKED = "The chair cannot be asked about this post: it was public before, or the board’s page has no address of the chair."
NOT_SENT = "The e-mail could not be sent, so the chair was not asked. Try again in a few minutes."


class ChairNotAsked(Exception):
    """Nobody was asked; the words say why, and what to do."""


class AnsweredBefore(Exception):
    """The question is answered, too old, or another was asked since."""


def token_of(review: ChairReview) -> str:
    """What stands in the chair's link. It cannot be guessed or made up."""
    return signing.dumps(review.key.hex, salt=SALT)


def review_of(token: str) -> ChairReview | None:
    """The question of a link; None where we did not make the link, or the post is gone."""
    try:
        key = UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
    return ChairReview.objects.select_related("post", "revision", "asked_by").filter(key=key).first()


def still_to_write(draft: BoardPostPage, now: datetime) -> list[str]:
    """What the draft needs before the chair is asked: all that stands in the way of publishing, but for the chair."""
    approval = chair_problem(draft, now)
    return [said for sentences in draft.publish_problems().values() for said in sentences if said != approval]


def ask_chair(post: BoardPostPage, *, user: Any, now: datetime) -> ChairReview:
    """Sends the chair a link to the newest draft, and stores that it was asked. Earlier links end.

    Raises ChairNotAsked, and then nothing is stored.
    """
    draft = post.get_latest_revision_as_object()
    if not can_ask_the_chair(draft):
        raise ChairNotAsked(NOT_ASKED)
    if missing := still_to_write(draft, now):
        raise ChairNotAsked(" ".join(missing))
    blog = BoardBlogPage.objects.ancestor_of(post).get()
    try:
        with transaction.atomic():
            review = ChairReview.objects.create(
                post=post,
                revision=post.latest_revision,
                digest=digest_of(draft.serializable_data()),
                asked_by=user,
                asked_at=now,
                sent_to=blog.chair_email,
            )
            log(instance=post, action="blog.chair_asked", user=user)
            _send_question(review, draft)
    except OSError as fault:  # also what smtplib raises
        raise ChairNotAsked(NOT_SENT) from fault
    return review


def answer_review(review: ChairReview, answer: str, words: str, *, now: datetime) -> None:
    """Writes the chair's answer down and tells who asked. Raises AnsweredBefore when it is no longer open."""
    with transaction.atomic():
        row = ChairReview.objects.select_for_update().get(pk=review.pk)
        if not row.is_open(now):
            raise AnsweredBefore
        row.answer, row.words, row.answered_at = ChairsAnswer(answer), words, now
        row.save()
        log(instance=row.post, action="blog.chair_answered", data={"answer": row.answer})
    if review.asked_by and review.asked_by.is_active:
        _send_answer(row, review.asked_by.email)


def _whole(name: str, argument: Any) -> str:
    return urljoin(f"{settings.SITE_URL}/", reverse(name, args=[argument]))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _send_question(review: ChairReview, draft: BoardPostPage) -> None:
    words = render_to_string(
        "blog/email/chair.txt", {"draft": draft, "review": review, "link": _whole("blog:chair", token_of(review))}
    )
    send_mail(_one_line(f"Please read: {draft.title}"), words, None, [review.sent_to])


def _send_answer(review: ChairReview, address: str) -> None:
    """The answer stands in the post's editor as well, so a mail server that is down does not undo it."""
    edit = _whole("wagtailadmin_pages:edit", review.post_id)
    words = render_to_string("blog/email/chair_answered.txt", {"review": review, "link": edit})
    try:
        send_mail(_one_line(f"The chair has answered: {review.post.title}"), words, None, [address])
    except OSError:  # also what smtplib raises
        logger.exception("The answer about post %s could not be e-mailed", review.post_id)
