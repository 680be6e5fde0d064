"""Sending what waits, so that nothing is lost and at most the message in flight is repeated.

Each e-mail is a row. A worker takes one row at a time (one UPDATE decides, so two workers never take the same), hands the
e-mail to the mail server, and marks it sent as soon as the server has accepted it. A worker that is killed leaves at most
one row that is taken and not marked; after ``ALERTS_IN_FLIGHT`` it is sent again, with the same Message-ID.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.core import mail
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from .. import rules
from ..choices import DeliveryState
from ..models import Delivery
from .letters import Writer

logger = logging.getLogger(__name__)
Clock = Callable[[], datetime]
# The queue is shared with the site's other work: a round ends, and the next minute's begins.
ROUND = timedelta(seconds=40)
READ_AT_ONCE = 100


class Outage(Exception):
    """The mail server cannot be reached, or takes nothing from us."""


class Post:
    """One connection to the mail server for many e-mails."""

    def __init__(self) -> None:
        self.connection = mail.get_connection()

    def send(self, message: mail.EmailMessage) -> None:
        message.connection = self.connection
        self.connection.open()  # does nothing when it is open
        self.connection.send_messages([message])

    def hang_up(self) -> None:
        try:
            self.connection.close()
        except OSError:  # it is gone already
            logger.info("The mail server had hung up.")


def send_waiting(*, clock: Clock) -> int:
    """Sends what is due until nothing is left or the round is over. Returns how many were accepted."""
    began = clock()
    Delivery.objects.left_lying(began).update(state=DeliveryState.WAITING, next_try_at=began)
    post, writer, sent = Post(), Writer(), 0
    try:
        while clock() - began < ROUND and (due := list(Delivery.objects.due(clock()).with_readers()[:READ_AT_ONCE])):
            for delivery in due:
                if clock() - began >= ROUND:
                    break
                sent += _send_one(delivery, post, writer, clock)
    except Outage:
        logger.warning("The mail server takes no e-mail now; what waits is tried again.")
    finally:
        post.hang_up()
    return sent


def _send_one(delivery: Delivery, post: Post, writer: Writer, clock: Clock) -> bool:
    """Takes the row and sends its e-mail. Raises Outage when it cannot be worked on now."""
    row = Delivery.objects.filter(pk=delivery.pk)
    taken = row.filter(state=DeliveryState.WAITING, subscription__isnull=False)
    if not taken.update(state=DeliveryState.SENDING, claimed_at=clock(), tries=F("tries") + 1):
        return False  # another worker has it, or the reader has stopped
    try:
        post.send(writer.write(delivery))
    except (SMTPRecipientsRefused, SMTPDataError) as refusal:
        _refused(row, delivery, code_of(refusal), clock())
        post.hang_up()  # some servers hang up after a refusal, without saying so
        return False
    except OSError as fault:  # no server, no line, or none for us; SMTPException is an OSError
        _try_later(row, delivery, type(fault).__name__, clock())
        post.hang_up()
        raise Outage from fault
    except Exception as fault:  # of this one e-mail: the others must go on
        logger.exception("An e-mail could not be written: delivery %s", delivery.pk)
        _try_later(row, delivery, type(fault).__name__, clock())
        return False
    return bool(row.update(state=DeliveryState.SENT, sent_at=clock(), answer=""))


def code_of(refusal: Any) -> int:
    """The mail server's number: 4.. for now, 5.. for good."""
    if isinstance(refusal, SMTPRecipientsRefused):
        return max((code for code, _ in refusal.recipients.values()), default=450)
    return int(refusal.smtp_code)


def _refused(row: Any, delivery: Delivery, code: int, now: datetime) -> None:
    if 500 <= code < 600:
        row.update(state=DeliveryState.REFUSED, answer=str(code))
    else:
        _try_later(row, delivery, str(code), now)


def _try_later(row: Any, delivery: Delivery, why: str, now: datetime) -> None:
    again = rules.next_try(delivery.tries + 1, now)
    row.update(state=DeliveryState.WAITING, next_try_at=again, answer=why[:60])


@task()
def send_alerts() -> int:
    return send_waiting(clock=timezone.now)


def keep_sending(now: datetime) -> str:
    """Has a worker go on with what waits, also with what a killed one left. Gives up what nobody would take for a week."""
    given_up = Delivery.objects.hopeless(now).update(state=DeliveryState.GIVEN_UP)
    if Delivery.objects.due(now).exists() or Delivery.objects.left_lying(now).exists():
        send_alerts.enqueue()
    return f"{given_up} e-mails given up" if given_up else ""
