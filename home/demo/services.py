"""The demonstration's directory: vocabularies, organisations, services and their seals."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from localoffer.directory.models import (
    AccessFeature,
    AgeStage,
    Area,
    DirectoryPage,
    Need,
    Organisation,
    ServiceAccess,
    ServiceContact,
    ServicePage,
    ServicePlace,
    Topic,
)
from localoffer.seal.models import Award
from localoffer.seal.services import AwardWords, award_seal, withdraw_seal

from .reading import read, read_services

COPIED = (
    "summary",
    "description",
    "for_young_people",
    "minimum_age",
    "maximum_age",
    "age_note",
    "who_for",
    "how_to_get_it",
    "cost_words",
    "opening_times",
    "alert",
    "closed_from",
    "closed_until",
)
ANSWERED = ("referral_needed", "diagnosis_needed", "plan_needed", "free", "serves")
DELIVERY = {"at_places": "at_places", "comes_to_you": "comes_to_you", "online": "online", "phone": "by_phone"}


def load_vocabularies() -> None:
    """Adds the terms and organisations that are not there yet; those that editors changed stay as they are."""
    words = read("vocabularies.json")
    locale = Locale.get_default()

    def put(model: type, described: dict[str, Any], order: int, **more: Any) -> Any:
        fields = {key: value for key, value in described.items() if key not in ("slug", "children")}
        return model.objects.get_or_create(slug=described["slug"], locale=locale, defaults={**fields, "order": order, **more})[0]

    for order, described in enumerate(words["topics"]):
        parent = put(Topic, described, order)
        for below, child in enumerate(described["children"]):
            put(Topic, child, below, parent=parent)
    for name, model in (("needs", Need), ("age_stages", AgeStage), ("access_features", AccessFeature), ("areas", Area)):
        for order, described in enumerate(words[name]):
            put(model, described, order)
    for described in words["organisations"]:
        Organisation.objects.get_or_create(
            slug=described["slug"], defaults={k: v or "" for k, v in described.items() if k != "slug"}
        )


def load_services(directory: DirectoryPage, today: date) -> int:
    """Adds the services that are not there yet. Returns how many there are now."""
    there = set(ServicePage.objects.child_of(directory).values_list("slug", flat=True))
    terms = {
        model: {term.slug: term for term in model.objects.in_use()} for model in (Topic, Need, AgeStage, AccessFeature, Area)
    }
    organisations = {organisation.slug: organisation for organisation in Organisation.objects.all()}
    for described in read_services():
        if described["slug"] in there:
            continue
        page = ServicePage(
            title=described["title"],
            slug=described["slug"],
            other_names=", ".join(described.get("other_names") or []),
            organisation=organisations[described["organisation"]],
            status=described.get("status") or "open",
            checked_how=described.get("checked_how") or "",
            review_date=today + timedelta(days=180),
            **{name: value for name in COPIED if (value := described.get(name)) is not None},
            **{name: described.get(name) or "unknown" for name in ANSWERED},
            **{field: name in (described.get("delivery") or []) for name, field in DELIVERY.items()},
        )
        if (days := described.get("checked_days_ago")) is not None:
            page.last_checked = today - timedelta(days=days)
        for field, model in (("topics", Topic), ("needs", Need), ("age_stages", AgeStage), ("areas", Area)):
            setattr(page, field, [terms[model][slug] for slug in described.get(field) or []])
        page.places = [ServicePlace(**_filled(place)) for place in described.get("places") or []]
        page.contacts = [ServiceContact(**_filled(contact)) for contact in described.get("contacts") or []]
        page.access = [
            ServiceAccess(feature=terms[AccessFeature][row["feature"]], answer=row["answer"], note=row.get("note") or "")
            for row in described.get("access") or []
        ]
        directory.add_child(instance=page)
    return ServicePage.objects.child_of(directory).count()


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value is not None}


def load_seals(supporter: Any, today: date) -> int:
    """Gives the example services their seals, through the same services that people use, on the days of the files."""
    given = 0
    for described in read("seals.json"):
        listing = ServicePage.objects.get(slug=described["service"])
        if Award.objects.of_listing(listing.translation_key).exists():
            continue
        given_on = today - timedelta(days=described["given_days_ago"])
        award = award_seal(
            listing=listing,
            given=AwardWords(
                decided_on=today - timedelta(days=described["decided_days_ago"]),
                given_on=given_on,
                ends_on=given_on + timedelta(days=described["lasts_days"]),
                words=described["words"],
                visited_by=described["visited_by"],
                know_before_you_go=described.get("know_before_you_go") or "",
            ),
            user=supporter,
            now=_noon(given_on),
            today=given_on,
        )
        if described.get("withdrawn_days_ago") is not None:
            withdraw_seal(
                award=award,
                listing=listing,
                reason=described["reason"],
                public_note=described["public_note"],
                user=supporter,
                now=_noon(today - timedelta(days=described["withdrawn_days_ago"])),
            )
        given += 1
    return given


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
