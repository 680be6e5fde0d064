"""An award that a second person confirms, where the settings ask for one."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from wagtail.log_actions import log
from wagtail.models import Page

from ..choices import Outcome
from ..models import Award, AwardProposal, Criteria, Visit
from .awarding import award_seal, renew_seal, words_of
from .refusal import AwardWords, SealRefused, award_problems, standing_problems

WAITING_ALREADY = "A seal for this listing already waits for a second person."


def propose_award(
    *,
    listing: Page,
    given: AwardWords,
    user: Any,
    now: datetime,
    today: date,
    is_renewal: bool = False,
    visit: Visit | None = None,
    criteria: Criteria | None = None,
) -> AwardProposal:
    """Keeps an award until a second person confirms it. Raises SealRefused as award_seal does, and while one waits."""
    if problems := award_problems(listing=listing, given=given, visit=visit, user=user, today=today):
        raise SealRefused(problems)
    if standing := standing_problems(listing.translation_key, given, is_renewal=is_renewal, today=today):
        raise SealRefused(standing)
    try:
        with transaction.atomic():
            proposal = AwardProposal.objects.create(
                listing_key=listing.translation_key,
                listing_title=listing.title,
                visit=visit,
                criteria=criteria or (visit and visit.criteria) or Criteria.objects.in_force(),
                is_renewal=is_renewal,
                recorded_by=user,
                recorded_at=now,
                **vars(given),
            )
            log(instance=listing, action="seal.propose", user=user, data={"ends_on": str(given.ends_on)})
    except IntegrityError as error:
        raise SealRefused(WAITING_ALREADY) from error
    return proposal


def confirm_proposal(*, proposal: AwardProposal, listing: Page, user: Any, now: datetime, today: date) -> Award:
    """Makes the award of a proposal. Raises SealRefused for the person who wrote it, and whenever it may no longer be given."""
    with transaction.atomic():
        waiting = _waiting(proposal)
        if waiting.recorded_by_id == user.pk:
            raise SealRefused("You wrote this one. Somebody else must confirm it.")
        give = renew_seal if waiting.is_renewal else award_seal
        award = give(
            listing=listing,
            given=words_of(waiting),
            user=waiting.recorded_by or user,
            now=now,
            today=today,
            visit=waiting.visit,
            criteria=waiting.criteria,
            confirmed_by=user,
        )
        _close(waiting, Outcome.CONFIRMED, user=user, now=now)
    return award


def send_back_proposal(*, proposal: AwardProposal, listing: Page | None, why: str, user: Any, now: datetime) -> AwardProposal:
    """Closes a proposal without an award. Raises SealRefused without a reason, or when it was closed already."""
    if not why.strip():
        raise SealRefused({"why_sent_back": "Write why, so that your colleague knows what to change."})
    with transaction.atomic():
        waiting = _waiting(proposal)
        waiting.why_sent_back = why.strip()
        _close(waiting, Outcome.REFUSED, user=user, now=now)
        if listing is not None:
            log(instance=listing, action="seal.send_back", user=user, data={})
    return waiting


def _waiting(proposal: AwardProposal) -> AwardProposal:
    found = AwardProposal.objects.select_for_update().open().filter(pk=proposal.pk).first()
    if found is None:
        raise SealRefused("Somebody has already confirmed this or sent it back. Nothing was changed.")
    return found


def _close(proposal: AwardProposal, outcome: Outcome, *, user: Any, now: datetime) -> None:
    proposal.outcome, proposal.closed_by, proposal.closed_at = outcome, user, now
    proposal.save(update_fields=["outcome", "closed_by", "closed_at", "why_sent_back"])
