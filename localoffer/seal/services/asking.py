"""What visitors ask of the forum, and what becomes of it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from localoffer.people.limits import Limit

from ..choices import WAITING, AskedBy, RequestStatus
from ..models import VisitRequest

ASKING = Limit("seal-request", tries=5, within=timedelta(hours=1))
# A request that is closed needs nobody's address any more.
CONTACTS_KEPT_FOR = timedelta(days=365)


class TooManyRequests(Exception):
    """Somebody sends more than the limit allows; the words are for them."""

    def __init__(self) -> None:
        super().__init__(
            _("You have asked %(tries)s times in the last hour. Wait an hour, or call us. What you wrote is still here.")
            % {"tries": ASKING.tries}
        )


def ask_for_visit(
    *,
    asked_by: AskedBy,
    place_name: str,
    words: str,
    sender: str,
    now: datetime,
    listing_key: UUID | None = None,
    name: str = "",
    email: str = "",
    phone: str = "",
) -> VisitRequest:
    """Stores a request for the forum's queue. ``sender`` is the network address, kept only as a hash.

    Raises TooManyRequests when the sender is over the limit; then nothing is stored.
    """
    if ASKING.is_reached(sender, now=now):
        raise TooManyRequests
    ASKING.note(sender, now=now)
    return VisitRequest.objects.create(
        asked_by=asked_by,
        place_name=place_name,
        words=words,
        listing_key=listing_key,
        name=name,
        email=email,
        phone=phone,
        received_at=now,
    )


def change_request(*, request: VisitRequest, status: RequestStatus, staff_note: str, user: Any, now: datetime) -> VisitRequest:
    """Sets where a request stands. Who takes it has it; who closes it notes when."""
    request.status, request.staff_note = status, staff_note
    if status == RequestStatus.NEW:
        request.taken_by = None
    elif status == RequestStatus.TAKEN or request.taken_by is None:
        request.taken_by = user
    closed = status in (RequestStatus.DONE, RequestStatus.DECLINED)
    request.closed_at = (request.closed_at or now) if closed else None
    request.save(update_fields=["status", "staff_note", "taken_by", "closed_at"])
    log(instance=request, action="seal.request", user=user, data={"status": RequestStatus(status).label})
    return request


def move_on(request: VisitRequest | None, status: RequestStatus, *, user: Any, now: datetime) -> None:
    """Follows what happens to the visit that came of it."""
    if request is not None and request.status != status and (request.status in WAITING or status == RequestStatus.DONE):
        change_request(request=request, status=status, staff_note=request.staff_note, user=user, now=now)


def forget_contacts(now: datetime) -> int:
    """Takes names, e-mail addresses and numbers out of requests closed a year ago. Returns how many."""
    return VisitRequest.objects.with_contact_closed_before(now - CONTACTS_KEPT_FOR).update(name="", email="", phone="")
