"""Planning a visit, recording what was found, and the forum's decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from .. import rules
from ..choices import Decision, Met, RequestStatus
from ..models import Criteria, Criterion, Visit, VisitFinding, VisitRequest
from .asking import move_on
from .refusal import SealRefused


@dataclass(frozen=True)
class Finding:
    criterion: Criterion
    met: Met
    words: str = ""


@dataclass(frozen=True)
class VisitRecord:
    """What the visitors bring home. ``approved``: a supporter has read all words and stands by them."""

    visited_on: date
    visited_by: str
    words: str = ""
    know_before_you_go: str = ""
    approved: bool = False


def plan_visit(
    *, listing: Page, planned_for: date, user: Any, now: datetime, today: date, request: VisitRequest | None = None
) -> Visit:
    """Puts a visit into the forum's queue. Raises SealRefused for a day that cannot be."""
    if sentence := rules.planning_problem(planned_for, today):
        raise SealRefused({"planned_for": sentence})
    with transaction.atomic():
        visit = Visit.objects.create(
            listing_key=listing.translation_key,
            listing_title=listing.title,
            request=request,
            planned_for=planned_for,
            planned_by=user,
            criteria=Criteria.objects.in_force(),
        )
        move_on(request, RequestStatus.PLANNED, user=user, now=now)
        _log(listing, visit, "seal.plan_visit", user)
    return visit


def call_off_visit(*, visit: Visit, user: Any, now: datetime) -> Visit:
    """Calls a planned visit off; the request goes back to whoever has it. Raises SealRefused when it was made already."""
    with transaction.atomic():
        found = Visit.objects.select_for_update().get(pk=visit.pk)
        if found.is_made or found.called_off_at is not None:
            raise SealRefused("This visit was made or called off already. Nothing was changed.")
        found.called_off_at = now
        found.save(update_fields=["called_off_at"])
        if found.request is not None and found.request.status == RequestStatus.PLANNED:
            found.request.status = RequestStatus.TAKEN
            found.request.save(update_fields=["status"])
        log(instance=found, action="seal.call_off", user=user)
    return found


def record_visit(
    *, listing: Page, record: VisitRecord, findings: Iterable[Finding], user: Any, now: datetime, visit: Visit | None = None
) -> Visit:
    """Keeps what was found: of a planned visit, or of one that nobody planned.

    Raises SealRefused for a day that cannot be, and when the forum has decided: then the record stays as it is.
    """
    if sentence := rules.visit_day_problem(record.visited_on, timezone.localdate(now)):
        raise SealRefused({"visited_on": sentence})
    with transaction.atomic():
        if visit is None:
            found = Visit(listing_key=listing.translation_key, listing_title=listing.title, criteria=Criteria.objects.in_force())
        else:
            found = Visit.objects.select_for_update(of=("self",)).select_related("request").get(pk=visit.pk)
            if found.decision or found.called_off_at is not None:
                raise SealRefused("The forum has decided already, or the visit was called off. Nothing was changed.")
        found.visited_on, found.visited_by = record.visited_on, record.visited_by
        found.words, found.know_before_you_go = record.words, record.know_before_you_go
        found.words_approved_by, found.words_approved_at = (user, now) if record.approved else (None, None)
        found.criteria = found.criteria or Criteria.objects.in_force()  # planned before there were any
        found.save()
        found.findings.all().delete()
        VisitFinding.objects.bulk_create(
            VisitFinding(visit=found, criterion=finding.criterion, met=finding.met, words=finding.words) for finding in findings
        )
        move_on(found.request, RequestStatus.DONE, user=user, now=now)
        _log(listing, found, "seal.visit", user)
    return found


def decide(*, visit: Visit, listing: Page, decision: Decision, decided_on: date, advice: str, user: Any, now: datetime) -> Visit:
    """Records what the forum decided. It stays: another decision needs another visit.

    Raises SealRefused before the visit, for a day that cannot be, for "not yet" without advice, for an award whose words
    nobody has approved, and when somebody has decided already.
    """
    with transaction.atomic():
        found = Visit.objects.select_for_update().get(pk=visit.pk)
        if problems := _decision_problems(found, decision, decided_on, advice.strip(), timezone.localdate(now)):
            raise SealRefused(problems)
        found.decision, found.decided_on, found.decided_by, found.advice = decision, decided_on, user, advice.strip()
        found.save(update_fields=["decision", "decided_on", "decided_by", "advice"])
        _log(listing, found, "seal.decide", user)
    return found


def _decision_problems(visit: Visit, decision: Decision, decided_on: date, advice: str, today: date) -> dict[str, str]:
    if visit.decision:
        return {"": "Somebody has recorded a decision already. Nothing was changed."}
    if not visit.is_made:
        return {"": "Record the visit first."}
    problems = {}
    if decided_on > today:
        problems["decided_on"] = "The forum’s decision cannot be in the future."
    elif decided_on < visit.visited_on:
        problems["decided_on"] = "The forum cannot have decided before the visit."
    if decision == Decision.NOT_YET and not advice:
        problems["advice"] = "Write what would make it a yes. Be kind and clear."
    if decision == Decision.AWARD and not (visit.words and visit.words_approved_at):
        problems["decision"] = (
            "Nobody has approved the young people’s words yet. Open the visit, read them, and tick that you have."
        )
    return problems


def _log(listing: Page, visit: Visit, action: str, user: Any) -> None:
    log(instance=listing, action=action, user=user, data={"visit": visit.pk, "decision": visit.decision})
