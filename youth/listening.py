"""Writes of being heard: one transaction each, refused with a sentence for people."""

import hashlib
import logging
from datetime import datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from localoffer.audit.services import note
from localoffer.contact.choices import Status
from localoffer.contact.rules import danger_in
from localoffer.contact.services import addresses_who_may, admin_address, forget_messages, send_to_staff, tell_of_new
from localoffer.people.limits import Limit

from .choices import ALARMING, Decision
from .models import Asked, VoiceSettings, YoungMessage
from .models.voices import MAY_ANSWER, YoungMessageQuerySet
from .rules import KEY_LENGTH, code_from, fits, hash_of

logger = logging.getLogger(__name__)
# More than other forms: a class or a club shares one address. Messages that may speak of danger have room of their own.
SENDING = Limit("tell-us", tries=20, within=timedelta(hours=1))
ALARMS = Limit("tell-us-danger", tries=20, within=timedelta(hours=1))
GUESSING = Limit("tell-us-code", tries=10, within=timedelta(hours=1))
ASK_AGAIN_AFTER_WEEKS = 6


class TooManyVoices(Exception):
    """So many came from one address that we take no more for now. The words are for the sender."""

    def __init__(self) -> None:
        super().__init__(
            _("A lot of messages came from here today. Please wait an hour. Then press Send again. Your words are still here.")
        )


class TooManyGuesses(Exception):
    """Too many wrong codes came from one address."""


class Refused(Exception):
    """Something cannot be done; the sentence says why, for the person who tried."""


def sounds_like_danger(words: str, feelings: list[str]) -> bool:
    """Whether a message asks for help at once, by the editors' list and the pictures picked."""
    return bool(ALARMING & set(feelings)) or bool(danger_in(words, VoiceSettings.load().danger_list))


# --- A message comes in ----------------------------------------------------------------------


def code_of(once: str) -> str:
    """The code of a message with this token (``token_of``); sending it twice gives the same code."""
    return code_from(salted_hmac("youth.tell-us.code", once, algorithm="sha256").digest())


def token_of(once: str, *said: str) -> str:
    """What makes a message the same: the token of its form, and its answers.

    With the token alone, whoever goes back in the browser and sends other words would lose them.
    """
    return hashlib.sha256("\x1f".join([once, *said]).encode()).hexdigest()


def receive_voice(
    *,
    kind: str,
    words: str,
    about: list[str],
    feelings: list[str],
    age_band: str,
    once: str,
    sender: str,
    now: datetime,
    quietly: bool = False,
) -> str:
    """Stores what a young person sent, and returns the code for its sender. The same ``once`` and answers: stored once.

    ``sender`` is the network address, kept only as a hash for a day. ``quietly`` tells nobody of danger, for examples.
    Raises TooManyVoices; then nothing is stored.
    """
    picked, felt = ",".join(dict.fromkeys(about)), ",".join(dict.fromkeys(feelings))
    token = token_of(once, kind, words, picked, felt, age_band)
    code = code_of(token)
    if YoungMessage.objects.filter(sent_once=token).exists():
        return code
    flagged = sounds_like_danger(words, feelings)
    limit = ALARMS if flagged else SENDING
    if limit.is_reached(sender, now=now):
        raise TooManyVoices
    salt = get_random_string(32)
    try:
        with transaction.atomic():
            limit.note(sender, now=now)
            message = YoungMessage.objects.create(
                kind=kind,
                words=words,
                about=picked,
                feelings=felt,
                age_band=age_band,
                code_key=code[:KEY_LENGTH],
                code_salt=salt,
                code_hash=hash_of(code, salt),
                sent_once=token,
                is_flagged=flagged,
                received_at=now,
                alerted_at=now if flagged and quietly else None,
            )
    except IntegrityError:  # pressed twice at the same moment
        return code
    if flagged and not quietly:
        alert(message, now=now)
    return code


def message_of(code: str, *, sender: str, now: datetime) -> YoungMessage | None:
    """The message of that code; None for a wrong one, which counts as a guess. Raises TooManyGuesses."""
    if GUESSING.is_reached(sender, now=now):
        raise TooManyGuesses
    candidates = list(YoungMessage.objects.filter(code_key=code[:KEY_LENGTH])) if code else []
    found = [message for message in candidates if fits(code, message.code_salt, message.code_hash)]
    if not candidates:
        fits(code or "none", "no salt", "")  # as long as for one that is there
    if not found:
        GUESSING.note(sender, now=now)
    return found[0] if found else None


# --- Danger ----------------------------------------------------------------------------------


def alert(message: YoungMessage, *, now: datetime) -> bool:
    """Tells a supporter by e-mail, once, without the words. When no e-mail goes out, the job tries again."""
    if not YoungMessage.objects.filter(pk=message.pk, alerted_at=None).update(alerted_at=now):
        return False
    chosen = VoiceSettings.load().danger_contact
    everybody = addresses_who_may(MAY_ANSWER)
    to = [chosen.email] if chosen and chosen.is_active and chosen.has_perm(MAY_ANSWER) else everybody
    lines = [
        _("A young person sent a message that may speak of danger. Please read it now, and follow your safeguarding rules."),
        admin_address("voices:edit", message.pk),
        _("This e-mail does not say what is in it. It is sent once. The message stays until somebody has decided about it."),
    ]
    subject = _("Please read now: a message of a young person")
    if send_to_staff(to=to, subject=subject, lines=lines):
        return True
    # A mailbox that is gone must not keep the others from hearing of it.
    if to != everybody and send_to_staff(to=everybody, subject=subject, lines=lines):
        return True
    YoungMessage.objects.filter(pk=message.pk).update(alerted_at=None)
    logger.error("Nobody could be told of the message %s, which may speak of danger", message.reference)
    return False


def alert_again(now: datetime) -> str:
    """For when the mail server was away."""
    told = sum(alert(message, now=now) for message in YoungMessage.objects.without_alert())
    return f"A supporter was told of {told} messages that may speak of danger" if told else ""


# --- Staff work on it ------------------------------------------------------------------------


def keep_work(message: YoungMessage, *, before: dict[str, Any], user: Any, now: datetime) -> None:
    """Saves what a supporter did, with who decided about danger, and when it was answered."""
    if message.decision != before["decision"]:
        decided = message.decision != Decision.WAITING
        message.decided_by, message.decided_at = (user, now) if decided else (None, None)
    if message.answer != before["answer"]:
        message.answered_at = now if message.answer.strip() else None
        if message.answer.strip() and message.status in (Status.NEW, Status.READING, Status.WITH_SOMEONE):
            message.status = Status.ANSWERED
    message.save()


def copied_words(message: YoungMessage) -> str:
    """What a draft begins with."""
    return " ".join(message.words.split())[:600] or ", ".join(message.about_words + message.feeling_words)


def write_up(message: YoungMessage, *, user: Any) -> Asked:
    """A draft for “You asked”, with the words and the answer, to be made short and anonymous; the one that is there."""
    asked, _new = Asked.objects.get_or_create(
        from_message=message,
        defaults={
            "words": copied_words(message),
            "in_their_words": bool(message.words.strip()),
            "asked_on": timezone.localdate(message.received_at),
            "answer_by": timezone.localdate(message.received_at) + timedelta(weeks=ASK_AGAIN_AFTER_WEEKS),
            "asked_of": message.with_whom,
            "answer": message.answer[:1200],
            "answered_on": timezone.localdate(message.answered_at) if message.answered_at else None,
            "answered_by": message.with_whom if message.answered_at else "",
            "looked_after_by": message.handled_by,
            "written_by": user,
        },
    )
    return asked


def approve(asked: Asked, *, seen: str, cleared: set[str], alone: bool, user: Any, now: datetime) -> Asked:
    """Puts it on the site. Raises Refused while a detail is not cleared, or the writer approves without saying so.

    ``seen``: the digest of the words that the person read, so that nobody approves what changed meanwhile.
    ``cleared``: the details that the person has looked at and that are none of a young person.
    """
    with transaction.atomic():
        current = Asked.objects.select_for_update().get(pk=asked.pk)
        if current.approved_at:
            raise Refused("It is on the site already.")
        if current.digest != seen:
            raise Refused("Somebody has just changed it. Read it again.")
        if left := [finding for finding in current.personal_details if finding.words not in cleared]:
            raise Refused(
                f"Take this out, or say that it tells nothing about a young person: {', '.join(f.words for f in left)}."
            )
        if not current.asked_of.strip():
            raise Refused("Say whom you asked, then approve it.")
        if current.written_by_id == user.pk and not alone:
            raise Refused("You wrote this yourself. Let somebody else approve it, or say that you have read it once more.")
        current.approved_by, current.approved_at, current.approved_digest = user, now, current.digest
        current.save()
        log(instance=current, action="asked.approve", user=user)
    return current


def take_back(asked: Asked, *, user: Any) -> None:
    """Takes it off the site at once."""
    with transaction.atomic():
        asked.approved_by, asked.approved_at, asked.approved_digest = None, None, ""
        asked.save()
        log(instance=asked, action="asked.take_back", user=user)


# --- By the clock ----------------------------------------------------------------------------


def tell_of_new_voices(now: datetime) -> str:
    to = addresses_who_may(MAY_ANSWER)
    new = YoungMessage.objects.all()
    told = tell_of_new(new, to=to, what="messages from young people", address=admin_address("voices:index"), now=now)
    return f"Supporters were told of {told} new messages" if told else ""


@transaction.atomic
def forget_voices(messages: YoungMessageQuerySet) -> int:
    """Deletes these messages and counts them. Returns how many.

    A draft for “You asked” that still holds the message as it was copied goes with it. One that somebody has worked on,
    or that is on the site, stays.
    """
    for draft in Asked.objects.filter(from_message__in=messages, approved_at=None).select_related("from_message"):
        if draft.words == copied_words(draft.from_message):
            draft.delete()
    return forget_messages(messages)


def forget_old_voices(now: datetime) -> str:
    """Deletes old messages; one that may speak of danger stays until a supporter has decided about it."""
    before = now - relativedelta(months=VoiceSettings.load().keep_months)
    gone = forget_voices(YoungMessage.objects.may_be_deleted().sent_before(before))
    if gone:
        note(model=YoungMessage, label="Messages of young people", action="audit.forget", data={"number": gone})
    return f"{gone} old messages of young people deleted" if gone else ""


def remind_of_late_answers(now: datetime) -> str:
    """One e-mail for each thing whose answer is late: to who looks after it, else to all supporters. Once each."""
    reminded = 0
    for asked in Asked.objects.overdue(timezone.localdate(now)).filter(reminded_at=None).select_related("looked_after_by"):
        keeper = asked.looked_after_by
        to = [keeper.email] if keeper and keeper.is_active else addresses_who_may("youth.change_asked")
        lines = [
            f"Young people asked, and wanted an answer by {asked.answer_by:%-d %B %Y}. There is none yet: “{asked.words}”",
            f"Asked of: {asked.asked_of}. The page says that it is late.",
            admin_address("asked:edit", asked.pk),
        ]
        if send_to_staff(to=to, subject="Late: an answer for young people", lines=lines):
            Asked.objects.filter(pk=asked.pk).update(reminded_at=now)
            reminded += 1
    return f"Reminded of {reminded} late answers" if reminded else ""
