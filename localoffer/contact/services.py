import logging
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from localoffer.audit.services import note
from localoffer.people.limits import Limit

from .choices import Kind
from .models import InboxSettings, Message, MessageCount, SentQuerySet, people_who_may

logger = logging.getLogger(__name__)
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


# --- Telling staff ---------------------------------------------------------------------------


def addresses_who_may(permission: str) -> list[str]:
    """The e-mail addresses of those with the permission."""
    return list(get_user_model().objects.filter(people_who_may(permission)).values_list("email", flat=True).order_by("email"))


def send_to_staff(*, to: Iterable[str], subject: str, lines: Iterable[str]) -> bool:
    """Sends each address an e-mail of its own, so that nobody sees the others. False when none of them went out.

    Never the words of a message: e-mail is read on many machines.
    """
    sent = False
    for address in to:
        try:
            sent |= bool(send_mail(subject, "\n\n".join(lines), None, [address]))
        except OSError:  # no mail server, or one that refuses: SMTPException is an OSError
            logger.exception("An e-mail to staff was not sent: %s", subject)
    return sent


def admin_address(name: str, *arguments: Any) -> str:
    """The whole address of a page of the admin, for e-mails."""
    return f"{settings.SITE_URL}{reverse(name, args=arguments)}"


def tell_of_new(messages: SentQuerySet, *, to: list[str], what: str, address: str, now: datetime) -> int:
    """One e-mail for all new messages that staff have not been told of. Each is told once; returns how many."""
    waiting = list(messages.staff_do_not_know().values_list("pk", flat=True))
    if not waiting or not to:
        return 0
    lines = [
        f"{len(waiting)} new: {what}." if len(waiting) > 1 else f"One new: {what}.",
        f"Sign in to read: {address}",
        "This e-mail does not say what is in it. Please do not send it on.",
    ]
    if not send_to_staff(to=to, subject=f"New: {what}", lines=lines):
        return 0
    messages.filter(pk__in=waiting).update(told_at=now)
    return len(waiting)


def tell_of_new_messages(now: datetime) -> str:
    chosen = InboxSettings.load().tell
    to = [chosen] if chosen else addresses_who_may("contact.change_message")
    told = tell_of_new(Message.objects.all(), to=to, what="messages from visitors", address=admin_address("inbox:index"), now=now)
    return f"Staff were told of {told} new messages" if told else ""


# --- Forgetting ------------------------------------------------------------------------------


@transaction.atomic
def forget_messages(messages: SentQuerySet) -> int:
    """Deletes these messages, and adds them to the count of their month and kind. Returns how many."""
    rows = list(messages.select_for_update().values_list("pk", "received_at", "kind"))
    tally = Counter((timezone.localdate(received).replace(day=1), kind) for _, received, kind in rows)
    for (month, kind), number in tally.items():
        MessageCount.objects.get_or_create(month=month, kind=kind)
        MessageCount.objects.filter(month=month, kind=kind).update(number=F("number") + number)
    messages.model.objects.filter(pk__in=[pk for pk, _, _ in rows]).delete()
    return len(rows)


def forget_old_messages(now: datetime) -> str:
    kept = InboxSettings.load()
    comments = Message.objects.filter(kind=Kind.COMMENT).sent_before(now - relativedelta(months=kept.keep_comments_months))
    others = Message.objects.exclude(kind=Kind.COMMENT).sent_before(now - relativedelta(months=kept.keep_months))
    gone = forget_messages(comments) + forget_messages(others)
    if gone:
        note(model=Message, label="Messages of visitors", action="audit.forget", data={"number": gone})
    return f"{gone} old messages deleted" if gone else ""
