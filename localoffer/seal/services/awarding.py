"""Giving, renewing, pausing and taking away the seal: one transaction each, refused with a sentence for people, logged."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from wagtail.log_actions import log
from wagtail.models import Page

from .. import rules
from ..choices import Ending, State, Step
from ..models import Award, AwardDetails, AwardStep, Criteria, SealSettings, Visit
from .refusal import ALREADY, MEANWHILE, NOTHING_TO_RENEW, TOO_EARLY, AwardWords, SealRefused, award_problems, why_not_changed


def award_seal(
    *,
    listing: Page,
    given: AwardWords,
    user: Any,
    now: datetime,
    today: date,
    visit: Visit | None = None,
    criteria: Criteria | None = None,
    confirmed_by: Any = None,
) -> Award:
    """Gives the seal to a listing; an older award that has run out is closed in the same transaction.

    ``criteria``: the version judged by; that of the visit, or the one in force, unless given.
    Raises SealRefused when the listing may not carry it, already carries it, the dates cannot be right, or ``user`` may not.
    """
    if problems := award_problems(listing=listing, given=given, visit=visit, user=user, today=today):
        raise SealRefused(problems)
    with _one_at_a_time():
        for old in _open_awards(listing.translation_key):
            if old.state_on(today) is not State.EXPIRED:
                raise SealRefused(ALREADY)
            _close(old, Ending.REPLACED, user=user, now=now)
        return _create(
            listing, given, Step.AWARDED, user=user, now=now, visit=visit, criteria=criteria, confirmed_by=confirmed_by
        )


def renew_seal(
    *,
    listing: Page,
    given: AwardWords,
    user: Any,
    now: datetime,
    today: date,
    visit: Visit | None = None,
    criteria: Criteria | None = None,
    confirmed_by: Any = None,
) -> Award:
    """Gives a new award in place of the open one, and links it to that one. The old one is closed in the same transaction.

    Raises SealRefused as award_seal does, and when there is no open award, or it was given only today.
    """
    if problems := award_problems(listing=listing, given=given, visit=visit, user=user, today=today):
        raise SealRefused(problems)
    if not Award.objects.open().of_listing(listing.translation_key).exists():
        raise SealRefused(NOTHING_TO_RENEW)
    with _one_at_a_time():
        old = _open_awards(listing.translation_key).first()
        if old is None:  # whoever we waited for ended it
            raise SealRefused(MEANWHILE)
        if old.given_on >= given.given_on:
            raise SealRefused({"given_on": TOO_EARLY})
        _close(old, Ending.REPLACED, user=user, now=now)
        return _create(
            listing,
            given,
            Step.RENEWED,
            user=user,
            now=now,
            visit=visit,
            criteria=criteria,
            confirmed_by=confirmed_by,
            renews=old,
        )


def pause_seal(*, award: Award, listing: Page | None, reason: str, public_note: str, user: Any, now: datetime) -> Award:
    """Takes the badge down until somebody ends the pause.

    Raises SealRefused without words, when it is paused or ended already, or when ``user`` needs a decision that is not there.
    """
    reason, public_note = _both_words(reason, public_note)
    with transaction.atomic():
        open_award = _locked(award, Step.PAUSED, user)
        if open_award.paused_at is not None:
            raise SealRefused("This seal is paused already. Nothing was changed.")
        open_award.paused_at, open_award.reason, open_award.public_note = now, reason, public_note
        open_award.save(update_fields=["paused_at", "reason", "public_note"])
        _note(open_award, listing, Step.PAUSED, user=user, now=now, reason=reason, public_note=public_note)
    return open_award


def resume_seal(*, award: Award, listing: Page | None, reason: str, user: Any, now: datetime) -> Award:
    """Ends a pause: the badge shows again, if the seal has not run out meanwhile.

    Raises SealRefused without a reason, when it is not paused, or when ``user`` needs a decision that is not there.
    """
    if not reason.strip():
        raise SealRefused({"reason": "Write down what has changed, for the record. Only staff see it."})
    with transaction.atomic():
        open_award = _locked(award, Step.RESUMED, user)
        if open_award.paused_at is None:
            raise SealRefused("This seal is not paused. Nothing was changed.")
        open_award.paused_at, open_award.reason, open_award.public_note = None, "", ""
        open_award.save(update_fields=["paused_at", "reason", "public_note"])
        _note(open_award, listing, Step.RESUMED, user=user, now=now, reason=reason.strip())
    return open_award


def withdraw_seal(*, award: Award, listing: Page | None, reason: str, public_note: str, user: Any, now: datetime) -> Award:
    """Takes the seal away for good.

    Raises SealRefused without words, when it was closed already, or when ``user`` needs a decision that is not there.
    """
    reason, public_note = _both_words(reason, public_note)
    with transaction.atomic():
        open_award = _locked(award, Step.WITHDRAWN, user)
        open_award.reason, open_award.public_note = reason, public_note
        _close(open_award, Ending.WITHDRAWN, user=user, now=now)
        _note(open_award, listing, Step.WITHDRAWN, user=user, now=now, reason=reason, public_note=public_note)
    return open_award


def _both_words(reason: str, public_note: str) -> tuple[str, str]:
    problems = {}
    if not reason.strip():
        problems["reason"] = "Write down why, for the record. Only staff see it."
    if not public_note.strip():
        problems["public_note"] = "Write one sentence for the public."
    if problems:
        raise SealRefused(problems)
    return reason.strip(), public_note.strip()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """A transaction in which the database's own constraint decides when two people do the same at once."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise SealRefused(MEANWHILE) from error


def _open_awards(key: Any) -> Any:
    return Award.objects.select_for_update().open().of_listing(key)


def _locked(award: Award, step: Step, user: Any) -> Award:
    found = Award.objects.select_for_update().open().filter(pk=award.pk).first()
    if found is None:
        raise SealRefused("This seal was ended already. Nothing was changed.")
    if why := why_not_changed(found, step, user):
        raise SealRefused(why)
    return found


def _create(
    listing: Page,
    given: AwardWords,
    step: Step,
    *,
    user: Any,
    now: datetime,
    visit: Visit | None,
    criteria: Criteria | None,
    confirmed_by: Any,
    renews: Award | None = None,
) -> Award:
    address = getattr(listing, "seal_recipient", "")
    award = Award.objects.create(
        listing_key=listing.translation_key,
        listing_title=listing.title,
        visit=visit,
        criteria=criteria or (visit and visit.criteria) or Criteria.objects.in_force(),
        renews=renews,
        recipient=address,
        review_on=rules.review_day(
            given_on=given.given_on, ends_on=given.ends_on, months_before=settings_of(listing).review_months
        ),
        recorded_by=user,
        recorded_at=now,
        confirmed_by=confirmed_by,
        **vars(given),
    )
    _note(award, listing, step, user=user, now=now)
    return award


def settings_of(listing: Page) -> SealSettings:
    """How the forum of the listing's site runs its seal; the usual ways for a listing that stands in no site."""
    site = listing.get_site()
    return SealSettings.for_site(site) if site else SealSettings()


def words_of(details: AwardDetails) -> AwardWords:
    """What was decided, from a record of it."""
    return AwardWords(**{name: getattr(details, name) for name in AwardWords.__dataclass_fields__})


def _close(award: Award, ending: Ending, *, user: Any, now: datetime) -> None:
    award.closed_at, award.closed_by, award.ending = now, user, ending
    award.save(update_fields=["closed_at", "closed_by", "ending", "reason", "public_note"])
    if ending == Ending.REPLACED:
        AwardStep.objects.create(award=award, kind=Step.REPLACED, at=now, by=user)


LOGGED_AS = {
    Step.AWARDED: "seal.award",
    Step.RENEWED: "seal.renew",
    Step.PAUSED: "seal.pause",
    Step.RESUMED: "seal.resume",
    Step.WITHDRAWN: "seal.withdraw",
}


def _note(
    award: Award, listing: Page | None, step: Step, *, user: Any, now: datetime, reason: str = "", public_note: str = ""
) -> None:
    """Keeps the step with the award, and logs it on the award and on the listing in Wagtail's audit log."""
    AwardStep.objects.create(award=award, kind=step, at=now, by=user, reason=reason, public_note=public_note)
    data = {"given_on": str(award.given_on), "ends_on": str(award.ends_on), "public_note": public_note}
    log(instance=award, action=LOGGED_AS[step], user=user, data=data)
    if listing is not None:
        log(instance=listing, action=LOGGED_AS[step], user=user, data=data)
