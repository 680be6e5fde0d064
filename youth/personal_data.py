"""What young people wrote: posts by their name or account, messages by their code."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Q
from wagtail.models import PageLogEntry

from localoffer.audit.registry import Held, is_address, register

from .listening import forget_voices
from .models import ChangeRequest, ForumPostPage, YoungMessage
from .rules import KEY_LENGTH, fits, typed_code

IS_PUBLIC = "Public, with the young person’s consent. Unpublish the post, or take the consent back, and look again."
GOES_WHOLE = "Its older versions go too."
DANGER = "It may speak of danger. A supporter decides about that first; then look again."
COUNTED = "How many came in that month stays, as a number. If it was shown in public, those words stay: change them there."


def held(asked: str) -> list[Held]:
    """By an account's address, a chosen name, or the code or reference of a message."""
    return [*_posts(asked), *_requests(asked), *([] if is_address(asked) else _messages(asked))]


def _posts(asked: str) -> list[Held]:
    by = (
        Q(owner__email__iexact=asked)
        if is_address(asked)
        else Q(chosen_name__iexact=asked) | Q(owner__display_name__iexact=asked)
    )
    return [
        Held(
            key=f"youth.forumpostpage:{post.pk}",
            what=f"Post: {post.title}",
            data={"title": post.title, "name": post.chosen_name, "words": post.words, "public": post.live},
            erase=None if post.live else partial(_erase_post, post.pk),
            why=IS_PUBLIC if post.live else GOES_WHOLE,
        )
        for post in ForumPostPage.objects.filter(by).order_by("pk")
    ]


def _requests(asked: str) -> list[Held]:
    by = {"asked_by__email__iexact": asked} if is_address(asked) else {"asked_by__display_name__iexact": asked}
    return [
        Held(
            key=f"youth.changerequest:{request.pk}",
            what=f"Wish to change “{request.page.title}”",
            data={"words": request.words, "asked": request.asked_at, "done": request.done_at},
            erase=partial(_erase_row, ChangeRequest, request.pk),
        )
        for request in ChangeRequest.objects.filter(**by).select_related("page")
    ]


def _messages(asked: str) -> list[Held]:
    code = typed_code(asked)
    by_key = YoungMessage.objects.filter(code_key=code[:KEY_LENGTH]) if code else YoungMessage.objects.none()
    found = [message for message in by_key if fits(code, message.code_salt, message.code_hash)]
    found += YoungMessage.objects.filter(reference=asked.upper()).exclude(pk__in=[message.pk for message in found])
    return [
        Held(
            key=f"youth.youngmessage:{message.pk}",
            what=f"Young person’s message {message.reference}",
            data={
                "words": message.words,
                "pictures picked": message.about,
                "feelings": message.feelings,
                "age": message.age_band,
                "received": message.received_at,
                "answer": message.answer,
                "note of colleagues": message.staff_note,
            },
            erase=None if message.is_undecided else partial(_erase_message, message.pk),
            why=DANGER if message.is_undecided else COUNTED,
        )
        for message in found
    ]


def _erase_post(number: int, now: datetime) -> None:
    # One by one: an account that goes in the same go leaves the page, without its owner.
    ForumPostPage.objects.get(pk=number).delete()
    PageLogEntry.objects.filter(page=number).update(label=f"Post {number}, erased")


def _erase_row(model: Any, number: int, now: datetime) -> None:
    model.objects.filter(pk=number).delete()


def _erase_message(number: int, now: datetime) -> None:
    forget_voices(YoungMessage.objects.filter(pk=number))


register("young people", find=held, fields=["youth.ForumPostPage.chosen_name"])
