"""The demonstration's seals, from criteria to endings: through the services that people use, on the days of the files."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from localoffer.directory.models import ServicePage
from localoffer.media.models import CustomImage
from localoffer.seal.choices import Decision, Met, RequestStatus
from localoffer.seal.models import Award, Criteria, Criterion, Visit, VisitRequest
from localoffer.seal.services import (
    AwardWords,
    Finding,
    VisitRecord,
    award_seal,
    change_request,
    decide,
    pause_seal,
    plan_visit,
    publish_criteria,
    record_visit,
    renew_seal,
    withdraw_seal,
)

from .reading import read


def load_seals(supporter: Any, today: date, pictures: Mapping[str, int]) -> int:
    """Adds criteria, awards and the forum's queue where there are none yet. Returns how many awards there are."""
    described = read("seals.json")
    if not Criteria.objects.exists():
        load_criteria(described, supporter, today)
    if not Award.objects.exists():
        for award in described["awards"]:
            load_award(award, supporter, today, pictures)
    if not VisitRequest.objects.exists():
        for request in described["requests"]:
            load_request(request, supporter, today)
    return Award.objects.count()


def load_criteria(described: dict[str, Any], supporter: Any, today: date) -> None:
    """The example criteria in force, and a version that the forum still works on."""
    lines: list[str] = []
    for version in described["criteria"]:
        lines = version["criteria"]
        made = _version(version["introduction"], lines, version["changes"])
        publish_criteria(criteria=made, user=supporter, now=_noon(today - timedelta(days=version["days_ago"])))
    draft = described["draft"]
    _version(described["criteria"][-1]["introduction"], [*lines, *draft["more"]], draft["changes"])


def _version(introduction: str, lines: list[str], changes: str) -> Criteria:
    made = Criteria(introduction=introduction, are_examples=True, changes=changes)
    made.criteria = [Criterion(words=words, sort_order=order) for order, words in enumerate(lines)]
    made.save()
    return made


def load_award(described: dict[str, Any], supporter: Any, today: date, pictures: Mapping[str, int]) -> None:
    listing = ServicePage.objects.get(slug=described["service"], locale=Locale.get_default())
    made = _visit(listing, described, supporter, today)
    given_on, decided_on = (today - timedelta(days=described[name]) for name in ("given_days_ago", "decided_days_ago"))
    visit = decide(
        visit=made,
        listing=listing,
        decision=Decision.AWARD,
        decided_on=decided_on,
        advice="",
        user=supporter,
        now=_noon(decided_on),
    )
    give = renew_seal if described.get("renews") else award_seal
    award = give(
        listing=listing,
        given=AwardWords(
            decided_on=decided_on,
            given_on=given_on,
            ends_on=given_on + timedelta(days=described["lasts_days"]),
            words=described["words"],
            visited_by=described["visited_by"],
            know_before_you_go=described.get("know_before_you_go") or "",
            picture=CustomImage.objects.get(pk=pictures[described["picture"]]) if described.get("picture") else None,
        ),
        user=supporter,
        now=_noon(given_on),
        today=given_on,
        visit=visit,
    )
    for ending, act, words in (("withdrawn", withdraw_seal, ""), ("paused", pause_seal, "pause_")):
        if (days := described.get(f"{ending}_days_ago")) is not None:
            act(
                award=award,
                listing=listing,
                reason=described[f"{words}reason"],
                public_note=described[f"{words}note" if words else "public_note"],
                user=supporter,
                now=_noon(today - timedelta(days=days)),
            )


def load_request(described: dict[str, Any], supporter: Any, today: date) -> None:
    listing = ServicePage.objects.get(slug=described["service"], locale=Locale.get_default()) if "service" in described else None
    request = VisitRequest.objects.create(
        asked_by=described["asked_by"],
        place_name=described["place_name"],
        listing_key=listing and listing.translation_key,
        words=described["words"],
        **{name: described.get(name, "") for name in ("name", "email", "phone")},
        received_at=_noon(today - timedelta(days=described["days_ago"])),
    )
    if note := described.get("declined"):
        change_request(
            request=request, status=RequestStatus.DECLINED, staff_note=note, user=supporter, now=_noon(today - timedelta(days=70))
        )
    if (visit := described.get("visit")) and listing:
        if "planned_in" in visit:
            day = today + timedelta(days=visit["planned_in"])
            plan_visit(listing=listing, planned_for=day, user=supporter, now=_noon(today), today=today, request=request)
        else:
            load_visit(visit, request, listing, supporter, today)


def load_visit(described: dict[str, Any], request: VisitRequest, listing: ServicePage, supporter: Any, today: date) -> None:
    """A visit that was asked for, and what the forum decided, if it has."""
    day = today - timedelta(days=described["days_ago"])
    planned = plan_visit(listing=listing, planned_for=day, user=supporter, now=_noon(day), today=day, request=request)
    visit = _visit(listing, described | {"visit_days_ago": described["days_ago"]}, supporter, today, planned)
    if decision := described.get("decision"):
        decided_on = today - timedelta(days=described["decided_days_ago"])
        decide(
            visit=visit,
            listing=listing,
            decision=Decision(decision),
            decided_on=decided_on,
            advice=described["advice"],
            user=supporter,
            now=_noon(decided_on),
        )


def _visit(listing: ServicePage, described: dict[str, Any], supporter: Any, today: date, planned: Visit | None = None) -> Visit:
    day = today - timedelta(days=described["visit_days_ago"])
    criteria = Criteria.objects.in_force()
    found = zip(criteria.criteria.all(), described["found"], strict=True) if criteria else []
    said = described.get("found_words", {})
    return record_visit(
        listing=listing,
        record=VisitRecord(
            visited_on=day,
            visited_by=described["visited_by"],
            words=described["words"],
            know_before_you_go=described.get("know_before_you_go") or "",
            approved=True,
        ),
        findings=[
            Finding(criterion, Met(met), said.get(str(number), "")) for number, (criterion, met) in enumerate(found, start=1)
        ],
        user=supporter,
        now=_noon(day),
        visit=planned,
    )


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
