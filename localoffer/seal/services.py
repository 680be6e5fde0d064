"""Awarding and withdrawing the seal: one transaction each, refused with a sentence for people, logged."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from wagtail.log_actions import log
from wagtail.models import Page

from . import rules
from .choices import Ending, State
from .models import Award


class SealRefused(Exception):
    """The seal cannot be awarded or withdrawn. Its words are for the person; ``field`` names what to change."""

    def __init__(self, problems: dict[str, str] | str) -> None:
        self.problems = problems if isinstance(problems, dict) else {"": problems}
        super().__init__(" ".join(self.problems.values()))


@dataclass(frozen=True)
class AwardWords:
    """What the forum decided, as it will be shown."""

    decided_on: date
    given_on: date
    ends_on: date
    words: str
    visited_by: str
    know_before_you_go: str = ""


def why_listing_may_not(listing: Page, today: date) -> str:
    """The listing's own answer why it may not carry the seal; "" when it may. Other pages never may."""
    answer = getattr(listing, "why_no_seal", None)
    return answer(today) if answer else "Only a service listing can carry the seal."


def award_seal(*, listing: Page, given: AwardWords, user: Any, now: datetime, today: date) -> Award:
    """Gives the seal to a listing; an older award that has run out is closed in the same transaction.

    Raises SealRefused when the listing may not carry it, already carries it, or the dates cannot be right.
    """
    if why := why_listing_may_not(listing, today):
        raise SealRefused(why)
    dates = {"decided_on": given.decided_on, "given_on": given.given_on, "ends_on": given.ends_on}
    if problems := rules.date_problems(today=today, **dates):
        raise SealRefused(problems)
    try:
        with transaction.atomic():
            for old in Award.objects.select_for_update().open().of_listing(listing.translation_key):
                if old.state_on(today) is not State.EXPIRED:
                    raise SealRefused("This listing already has the seal. Withdraw that first, or wait until it ends.")
                _close(old, Ending.REPLACED, user=user, now=now)
            award = Award.objects.create(
                listing_key=listing.translation_key,
                listing_title=listing.title,
                recorded_by=user,
                recorded_at=now,
                **vars(given),
            )
            _note(award, listing, "seal.award", user)
    except IntegrityError as error:
        raise SealRefused("Somebody else has just given this listing the seal. Nothing was changed.") from error
    return award


def withdraw_seal(*, award: Award, listing: Page | None, reason: str, public_note: str, user: Any, now: datetime) -> Award:
    """Takes the seal away for good. Raises SealRefused when it was closed already or a reason is lacking."""
    problems = {}
    if not reason.strip():
        problems["reason"] = "Write down why, for the record. Only staff see it."
    if not public_note.strip():
        problems["public_note"] = "Write one sentence for the public."
    if problems:
        raise SealRefused(problems)
    with transaction.atomic():
        open_award = Award.objects.select_for_update().open().filter(pk=award.pk).first()
        if open_award is None:
            raise SealRefused("This seal was ended already. Nothing was changed.")
        open_award.reason, open_award.public_note = reason.strip(), public_note.strip()
        _close(open_award, Ending.WITHDRAWN, user=user, now=now)
        _note(open_award, listing, "seal.withdraw", user)
    return open_award


def _close(award: Award, ending: Ending, *, user: Any, now: datetime) -> None:
    award.closed_at, award.closed_by, award.ending = now, user, ending
    award.save(update_fields=["closed_at", "closed_by", "ending", "reason", "public_note"])


def _note(award: Award, listing: Page | None, action: str, user: Any) -> None:
    """Logs the step on the award and on the listing, in Wagtail's audit log."""
    data = {"given_on": str(award.given_on), "ends_on": str(award.ends_on), "public_note": award.public_note}
    log(instance=award, action=action, user=user, data=data)
    if listing is not None:
        log(instance=listing, action=action, user=user, data=data)
