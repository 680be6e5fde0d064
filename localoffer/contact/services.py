from datetime import datetime, timedelta

from wagtail.models import Page

from localoffer.people.limits import Limit

from .choices import Kind
from .models import Message

SENDING = Limit("public-form", tries=5, within=timedelta(hours=1))


class TooManyMessages(Exception):
    """Somebody sends more than the limit allows; the words are for them."""

    def __init__(self) -> None:
        super().__init__(
            f"You have sent {SENDING.tries} messages in the last hour. Wait an hour, or call us. What you wrote is still here."
        )


def receive_message(*, kind: Kind, words: str, name: str, email: str, page: Page | None, sender: str, now: datetime) -> Message:
    """Stores a visitor's message for staff. ``sender`` is the network address, kept only as a hash.

    Raises TooManyMessages when the sender is over the limit; then nothing is stored.
    """
    if SENDING.is_reached(sender, now=now):
        raise TooManyMessages
    SENDING.note(sender, now=now)
    return Message.objects.create(
        kind=kind, words=words, name=name, email=email, page=page, about=page.title if page else "", received_at=now
    )
