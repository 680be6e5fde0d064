"""What visitors sent, and whom staff named to be told of it."""

from datetime import datetime
from functools import partial

from django.db.models import Q

from localoffer.audit.registry import Held, is_address, register, remaining

from .models import InboxSettings, Message
from .services import forget_messages

WHO_IS_TOLD = "Where the site sends word of new messages. Change it in the settings of the inbox."


def held(asked: str) -> list[Held]:
    """By whom they are from, by the address in their words, or by their reference."""
    by = (
        Q(email__iexact=asked) | Q(words__icontains=asked)
        if is_address(asked)
        else Q(name__iexact=asked) | Q(reference=asked.upper())
    )
    found = [
        Held(
            key=f"contact.message:{message.pk}",
            what=f"Message {message.reference}, {message.received_at:%-d %B %Y}",
            data={
                "name": message.name,
                "e-mail": message.email,
                "words": message.words,
                "about": message.about,
                "received": message.received_at,
                "note of colleagues": message.staff_note,
                "with whom": message.with_whom,
            },
            erase=partial(_erase, message.pk),
            why="How many came in that month stays, as a number.",
        )
        for message in Message.objects.filter(by).order_by("pk")
    ]
    return found + remaining(InboxSettings.objects.filter(tell__iexact=asked), "tell", why=WHO_IS_TOLD)


def _erase(number: int, now: datetime) -> None:
    forget_messages(Message.objects.filter(pk=number))


register("messages", find=held, fields=["contact.Message.email", "contact.Message.name", "contact.InboxSettings.tell"])
