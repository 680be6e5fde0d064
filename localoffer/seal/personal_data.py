"""Who asked the forum to visit a service."""

from datetime import datetime
from functools import partial

from django.db.models import Q

from localoffer.audit.registry import Held, is_address, register, remaining

from .models import SealSettings, VisitRequest

WHO_IS_TOLD = "The forum’s address. Change it in the settings of the seal."


def held(asked: str) -> list[Held]:
    by = Q(email__iexact=asked) if is_address(asked) else Q(name__iexact=asked)
    found = [
        Held(
            key=f"seal.visitrequest:{request.pk}",
            what=f"Request to the forum {request.reference}, {request.received_at:%-d %B %Y}",
            data={
                "name": request.name,
                "e-mail": request.email,
                "telephone": request.phone,
                "which place": request.place_name,
                "words": request.words,
                "received": request.received_at,
                "note of colleagues": request.staff_note,
            },
            erase=partial(_erase, request.pk),
            why="That the forum was asked stays, and which place it was asked about; not by whom, nor in what words.",
        )
        for request in VisitRequest.objects.filter(by).order_by("pk")
    ]
    return found + remaining(SealSettings.objects.filter(forum_email__iexact=asked), "forum_email", why=WHO_IS_TOLD)


def _erase(number: int, now: datetime) -> None:
    VisitRequest.objects.filter(pk=number).update(name="", email="", phone="", words="", staff_note="")


register(
    "requests to the forum",
    find=held,
    fields=["seal.VisitRequest.email", "seal.VisitRequest.name", "seal.VisitRequest.phone", "seal.SealSettings.forum_email"],
)
