"""A listing that has everything, any number of times."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from localoffer.directory.models import (
    AccessFeature,
    Language,
    ServiceAccess,
    ServiceAnswer,
    ServiceClosedDates,
    ServiceContact,
    ServiceCost,
    ServiceLink,
    ServicePicture,
    ServicePlace,
    ServiceRegistration,
    ServiceSchedule,
)
from localoffer.media.models import CustomDocument
from tests import factories

FACTS: dict[str, Any] = {
    "summary": "A calm club.",
    "description": "<h2>Each week</h2><p>We cook and play.</p>",
    "for_young_people": "You choose what you do. You can leave early.",
    "minimum_age": 8,
    "maximum_age": 14,
    "age_note": "Up to 18 with an EHC plan.",
    "level": "extra",
    "who_for": "Children who find noise hard.",
    "not_for": "Children under 8. Ask the family hub.",
    "how_to_get_it": "<ol><li>Ring us.</li><li>Come and look.</li></ol>",
    "referral_needed": "no",
    "diagnosis_needed": "no",
    "plan_needed": "no",
    "papers_needed": "A letter with your address.",
    "free": "sometimes",
    "direct_payments": "yes",
    "wait": "weeks-4",
    "wait_words": "Under tens sooner.",
    "wait_true_on": date(2026, 1, 2),
    "spaces": "few",
    "spaces_true_on": date(2026, 1, 3),
    "at_places": True,
    "comes_to_you": True,
    "online": True,
    "by_phone": True,
    "serves": "areas",
    "out_of_county": "yes",
    "opening_times": "Ring first in August.",
    "who_meets_you": "Priya meets you at the gate.",
    "carer": "may-stay",
    "siblings_welcome": "yes",
    "personal_care": "no",
    "medicines": "yes",
    "interpreter": "yes",
    "last_checked": date(2026, 1, 4),
    "checked_how": "phone",
    "next_check": date(2099, 1, 5),
    "commissioned_by": "The council",
    "accreditations": "Autism Accredited, until 2027.",
}


def whole(listing: Any, title: str = "Whole club", times: int = 1, **more: Any) -> Any:
    """``times`` of each part."""
    each = range(times)
    page = listing(
        title,
        topics=[factories.TopicFactory(name=f"{title} topic {number}") for number in each],
        needs=[factories.NeedFactory(name=f"{title} need {number}") for number in each],
        areas=[factories.AreaFactory(name=f"{title} area {number}") for number in each],
        **FACTS | more,
    )
    page.age_stages = [factories.AgeStageFactory() for _ in each]
    page.languages = [Language.objects.create(name=f"Language {title} {number}", slug=f"{page.pk}-{number}") for number in each]
    page.places = [
        ServicePlace(
            name=f"Hall {number}",
            address=f"{number} High Street",
            town="Abingdon",
            postcode="OX14 1AA",
            latitude=Decimal("51.67012"),
            longitude=Decimal("-1.28034"),
            times="Side door after 5.",
            getting_there="Bus 4 stops at the door.",
        )
        for number in each
    ]
    page.schedules = [
        ServiceSchedule(weekdays="MO,SA", opens_at=time(10), closes_at=time(12), at_place=f"Hall {number}", note="Bring tea.")
        for number in each
    ]
    first = timezone.localdate() + timedelta(days=20)
    page.closed_dates = [ServiceClosedDates(first_day=first, last_day=first + timedelta(days=1), note="Painting.") for _ in each]
    page.contacts = [
        ServiceContact(
            name=f"Leader {number}", phone="07700 900123", email="club@example.org", website="https://club.example.org"
        )
        for number in each
    ]
    page.access = [
        ServiceAccess(feature=feature(f"{title} feature {number}", group="senses"), answer="partly", note="On the ground floor.")
        for number in each
    ]
    page.costs = [ServiceCost(option=f"Session {number}", amount=Decimal("4.50"), unit="session") for number in each]
    page.answers = [ServiceAnswer(question="aims", answer="Children gain friends.") for _ in each]
    page.registrations = [
        ServiceRegistration(
            register="ofsted", number="EY1", judgement="Good", judged_on=date(2025, 5, 6), address="https://reports.example.org/1"
        )
        for _ in each
    ]
    page.pictures = [ServicePicture(picture=factories.CustomImageFactory(), caption=f"The door {number}") for number in each]
    document = CustomDocument.objects.create(title="Report", file=ContentFile(b"words", name="report.pdf"))
    other = factories.ServicePageFactory(parent=page.get_parent(), title=f"{title} elsewhere")
    page.links = [
        link
        for number in each
        for link in (
            ServiceLink(kind="waiting", words=f"Games {number}", target=other),
            ServiceLink(kind="booking", words=f"Book {number}", address="https://book.example.org"),
            ServiceLink(kind="report", words=f"Report {number}", document=document),
        )
    ]
    page.save_revision().publish()
    return page


def feature(name: str, **fields: Any) -> AccessFeature:
    return factories.AccessFeatureFactory(name=name, **fields)
