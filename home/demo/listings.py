"""From a service as the demonstration's files describe it to its page, with all rows below it.

Days in the files are counted from the day of loading, so that the demonstration never looks old: ``…_days_ago`` before
it, ``…_in_days`` after it. What comes each year, such as Christmas, is given by its month and day: "12-24", and taken for the
next time that is not over. What a file does not say stays as the model has it: not known.
"""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from dateutil import rrule
from dateutil.relativedelta import relativedelta

from localoffer.directory.models import (
    AccessFeature,
    AgeStage,
    Area,
    Language,
    Need,
    Organisation,
    ServiceAccess,
    ServiceAnswer,
    ServiceClosedDates,
    ServiceContact,
    ServiceCost,
    ServiceLink,
    ServicePage,
    ServicePicture,
    ServicePlace,
    ServiceRegistration,
    ServiceSchedule,
    Topic,
)
from localoffer.events.choices import Freq

COPIED = (
    "summary",
    "description",
    "for_young_people",
    "minimum_age",
    "maximum_age",
    "age_note",
    "level",
    "who_for",
    "not_for",
    "how_to_get_it",
    "papers_needed",
    "cost_words",
    "wait_words",
    "opening_times",
    "who_meets_you",
    "alert",
    "commissioned_by",
    "accreditations",
)
ANSWERED = (
    "referral_needed",
    "diagnosis_needed",
    "plan_needed",
    "free",
    "direct_payments",
    "wait",
    "spaces",
    "serves",
    "out_of_county",
    "carer",
    "siblings_welcome",
    "personal_care",
    "medicines",
    "interpreter",
)
DELIVERY = {"at_places": "at_places", "comes_to_you": "comes_to_you", "online": "online", "phone": "by_phone"}
TERMS = {"topics": Topic, "needs": Need, "age_stages": AgeStage, "areas": Area, "languages": Language}


class ListingMaker:
    """Makes pages of services. The terms and organisations must be there."""

    def __init__(self, *, pictures: Mapping[str, int], page_id: Callable[[str], int], today: date) -> None:
        self.pictures = pictures
        self.page_id = page_id
        self.today = today
        self.organisations = {organisation.slug: organisation for organisation in Organisation.objects.all()}
        self.terms = {model: {term.slug: term for term in model.objects.in_use()} for model in (*TERMS.values(), AccessFeature)}

    def page(self, described: dict[str, Any]) -> ServicePage:
        """The page, not yet saved."""
        described = dict(described)
        page = ServicePage(
            title=described["title"],
            slug=described["slug"],
            other_names=", ".join(described.get("other_names") or []),
            organisation=self.organisations[described["organisation"]],
            status=described.get("status") or "open",
            checked_how=described.get("checked_how") or "",
            review_date=self.today + timedelta(days=180),
            **{name: value for name in COPIED if (value := described.get(name)) is not None},
            **{name: described.get(name) or "unknown" for name in ANSWERED},
            **{field: name in (described.get("delivery") or []) for name, field in DELIVERY.items()},
        )
        page.last_checked = self.day(described, "checked")
        page.next_check = page.last_checked + relativedelta(years=1) if page.last_checked else None
        page.closed_from, page.closed_until = self.span(described, "closed_from", "closed_until")
        page.wait_true_on = self.day(described, "wait_true")
        page.spaces_true_on = self.day(described, "spaces_true")
        for field, model in TERMS.items():
            setattr(page, field, [self.terms[model][slug] for slug in described.get(field) or []])
        for name, make in self.rows().items():
            setattr(page, name, [make(dict(row)) for row in described.get(name) or []])
        return page

    def day(self, described: dict[str, Any], name: str) -> date | None:
        """The day that the file gives as ``name`` with "_days_ago" or "_in_days" behind it; the key is taken out."""
        if (days := described.pop(f"{name}_days_ago", None)) is not None:
            return self.today - timedelta(days=days)
        if (days := described.pop(f"{name}_in_days", None)) is not None:
            return self.today + timedelta(days=days)
        return None

    def span(self, described: dict[str, Any], first: str, last: str) -> tuple[date | None, date | None]:
        """The two days of these names: each counted from the day of loading, or both by month and day; the keys are taken out."""
        if first in described:
            return coming(described.pop(first), described.pop(last), self.today)
        return self.day(described, first), self.day(described, last)

    # --- Rows below a page --------------------------------------------------------------------

    def rows(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        return {
            "places": lambda row: ServicePlace(**filled(row)),
            "schedules": self.schedule,
            "closed_dates": self.closed,
            "contacts": lambda row: ServiceContact(**filled(row)),
            "access": lambda row: ServiceAccess(**{**row, "feature": self.terms[AccessFeature][row["feature"]]}),
            "costs": lambda row: ServiceCost(**{**row, "amount": Decimal(row["amount"])}),
            "answers": lambda row: ServiceAnswer(**row),
            "pictures": lambda row: ServicePicture(picture_id=self.pictures[row["picture"]], caption=row["caption"]),
            "links": self.link,
            "registrations": lambda row: ServiceRegistration(judged_on=self.day(row, "judged"), **row),
        }

    def schedule(self, row: dict[str, Any]) -> ServiceSchedule:
        """One row of times. One date is moved on to the weekday that stands with it."""
        first, last = self.day(row, "starts"), self.day(row, "ends")
        if row.get("freq") == Freq.ONCE and first:
            first += relativedelta(weekday=getattr(rrule, row.pop("weekdays")))
        clock = {name: time.fromisoformat(row[name]) for name in ("opens_at", "closes_at") if row.get(name)}
        return ServiceSchedule(**{**row, **clock, "starts_on": first, "ends_on": last})

    def closed(self, row: dict[str, Any]) -> ServiceClosedDates:
        first, last = self.span(row, "first", "last")
        return ServiceClosedDates(first_day=first, last_day=last, **row)

    def link(self, row: dict[str, Any]) -> ServiceLink:
        page = row.pop("page", None)
        return ServiceLink(target_id=self.page_id(page) if page else None, **row)


def coming(first: str, last: str, today: date) -> tuple[date, date]:
    """The next days from ``first`` to ``last``, each "MM-DD", of which the last is not before today."""
    ends = date.fromisoformat(f"{today.year}-{last}")
    if ends < today:
        ends += relativedelta(years=1)
    begins = date.fromisoformat(f"{ends.year}-{first}")
    return (begins if begins <= ends else begins - relativedelta(years=1)), ends


def filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value is not None}
