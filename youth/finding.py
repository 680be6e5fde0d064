"""What the By You guide says: the places with the seal today, by area, then by topic.

It is read anew each time, so that a seal that has ended, is paused or was taken away is never in it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _

from localoffer.directory.cards import sealed_services
from localoffer.directory.choices import Serves
from localoffer.directory.listing.facts import known, ways_of
from localoffer.directory.models import ServiceContact, ServiceCost, ServicePage
from localoffer.directory.rules import cost_at_a_glance


class Term(NamedTuple):
    """An area or a topic. Ordered as the guide goes through them."""

    rank: int
    order: int
    name: str
    slug: str


WHOLE_COUNTY, NO_PLACE, OUTSIDE, NOT_SAID = "whole-county", "online-or-phone", "outside", "not-said"
OF_ALL_AREAS = (WHOLE_COUNTY, NO_PLACE)  # of use to somebody of any area
NO_AREAS = (*OF_ALL_AREAS, OUTSIDE, NOT_SAID)
AREA_RANK = 2


def wide(slug: str) -> Term:
    """A part of the guide that is no area of the directory. What is for everybody comes first, what is unknown last."""
    rank, name = {
        WHOLE_COUNTY: (0, _("All over %(county)s") % {"county": settings.AREA_NAME}),
        NO_PLACE: (1, _("Online or by phone")),
        OUTSIDE: (3, _("Outside %(county)s") % {"county": settings.AREA_NAME}),
        NOT_SAID: (4, _("Ask them where")),
    }[slug]
    return Term(rank, 0, name, slug)


@dataclass(frozen=True)
class Way:
    """A way to get in touch: a contact's telephone, e-mail or web address, in words that work on paper."""

    kind: str
    contact: ServiceContact
    words: str


@dataclass(frozen=True)
class Entry:
    """A place with the seal, in the words of the guide; "" for what nobody has told us."""

    service: ServicePage
    areas: tuple[Term, ...]
    topics: tuple[Term, ...]  # the one that fits best first
    where: str
    ages: str
    cost: str
    ways: tuple[Way, ...]
    next_visit: str


@dataclass(frozen=True)
class TopicPart:
    topic: Term
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class AreaPart:
    """All places of one area, by topic. Within it each place stands once."""

    area: Term
    topics: tuple[TopicPart, ...]

    @property
    def number(self) -> int:
        return sum(len(part.entries) for part in self.topics)


@dataclass(frozen=True)
class Guide:
    areas: tuple[AreaPart, ...]
    number: int  # of places, each counted once
    all_areas: tuple[Term, ...]  # to choose from
    all_topics: tuple[Term, ...]
    area: str = ""  # what was chosen, if there is such a thing
    topic: str = ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.area or self.topic)


def by_you_guide(today: date, *, area: str = "", topic: str = "") -> Guide:
    """The guide of that day. An area or a topic that no place has counts as not chosen. Six queries, however many places."""
    found = entries(today)
    all_areas = sorted({term for entry in found for term in entry.areas})
    all_topics = sorted({term for entry in found for term in entry.topics})
    area = area if area in {term.slug for term in all_areas} else ""
    topic = topic if topic in {term.slug for term in all_topics} else ""
    shown = [entry for entry in found if not topic or topic in {term.slug for term in entry.topics}]
    parts = [
        AreaPart(term, topic_parts([entry for entry in shown if term in entry.areas], topic))
        for term in sorted(all_areas, key=lambda term: (term.slug != area, term))
        if is_asked_for(term, area)
    ]
    parts = [part for part in parts if part.topics]
    places = {entry.service.pk for part in parts for below in part.topics for entry in below.entries}
    return Guide(tuple(parts), len(places), tuple(all_areas), tuple(all_topics), area, topic)


def is_asked_for(term: Term, area: str) -> bool:
    """Whether that part belongs into the guide of an area: its own, and what is for all areas."""
    return not area or term.slug == area or (term.slug in OF_ALL_AREAS and area not in NO_AREAS)


def topic_parts(found: list[Entry], topic: str) -> tuple[TopicPart, ...]:
    """These places by the topic that fits each best; all under the one that was asked for."""
    by_topic: dict[Term, list[Entry]] = defaultdict(list)
    for entry in found:
        term = next((term for term in entry.topics if term.slug == topic), entry.topics[0])
        by_topic[term].append(entry)
    return tuple(TopicPart(term, tuple(by_topic[term])) for term in sorted(by_topic))


def entries(today: date) -> list[Entry]:
    """All places whose seal counts today and that the public can find, by name."""
    services = sorted(sealed_services(today), key=lambda service: service.title.casefold())
    ids = [service.pk for service in services]
    areas, topics = terms_by_service(ids)
    contacts = by_page(ServiceContact.objects.filter(page_id__in=ids).order_by("sort_order", "pk"))
    costs = by_page(ServiceCost.objects.filter(page_id__in=ids).order_by("sort_order", "pk"))
    return [
        Entry(
            service=service,
            areas=areas_of(service, areas[service.pk]),
            topics=best_first(topics[service.pk]),
            where=" · ".join([", ".join(service.towns), *ways_of(service)]).removeprefix(" · "),
            ages=known(service.ages_words),
            cost=cost_of(service, costs[service.pk], today),
            ways=tuple(ways_to_reach(contacts[service.pk])),
            next_visit=next_visit(service.award.review_on, today),
        )
        for service in services
    ]


def terms_by_service(ids: Iterable[int]) -> tuple[dict[int, list[Term]], dict[int, list[Term]]]:
    """The areas and the topics at the top of each of these services, a topic as often as topics of it; one query."""
    ids = list(ids)
    areas = ServicePage.areas.through.objects.filter(servicepage_id__in=ids).order_by()
    topics = ServicePage.topics.through.objects.filter(servicepage_id__in=ids).order_by()
    rows = areas.values_list("servicepage_id", Value("area"), "area__order", "area__name", "area__slug").union(
        topics.values_list(
            "servicepage_id",
            Value("topic"),
            Coalesce("topic__parent__order", "topic__order"),
            Coalesce("topic__parent__name", "topic__name"),
            Coalesce("topic__parent__slug", "topic__slug"),
        ),
        all=True,
    )
    found: dict[str, dict[int, list[Term]]] = {"area": defaultdict(list), "topic": defaultdict(list)}
    for pk, kind, order, name, slug in rows if ids else []:
        found[kind][pk].append(Term(AREA_RANK if kind == "area" else 0, order, name, slug))
    return found["area"], found["topic"]


def areas_of(service: ServicePage, named: list[Term]) -> tuple[Term, ...]:
    """The parts of the guide in which a place stands: where people may come from, or how it reaches them."""
    if service.serves == Serves.AREAS and named:
        return tuple(sorted(set(named)))
    goes_nowhere = not (service.towns or service.at_places or service.comes_to_you)
    if service.serves in (Serves.COUNTY, Serves.UNKNOWN) and goes_nowhere and (service.online or service.by_phone):
        return (wide(NO_PLACE),)
    return (wide({Serves.COUNTY: WHOLE_COUNTY, Serves.BEYOND: OUTSIDE}.get(service.serves, NOT_SAID)),)


def best_first(topics: list[Term]) -> tuple[Term, ...]:
    """Each topic once, the one that most of its topics belong to first."""
    tally = Counter(topics)
    return tuple(sorted(tally, key=lambda term: (-tally[term], term))) or (Term(1, 0, _("Other places"), "other-places"),)


def ways_to_reach(contacts: list[ServiceContact]) -> Iterable[Way]:
    for contact in contacts:
        if contact.phone:
            yield Way("phone", contact, contact.phone)
        if contact.email:
            yield Way("email", contact, contact.email)
        if contact.website:
            yield Way("web", contact, web_words(contact.website))


def web_words(address: str) -> str:
    """A web address as people write it on paper, without "https://"."""
    parts = urlsplit(address)
    rest = f"{parts.path}{'?' + parts.query if parts.query else ''}".rstrip("/")
    return f"{parts.netloc}{rest}" or address


def cost_of(service: ServicePage, costs: list[ServiceCost], today: date) -> str:
    prices = [
        row.words
        for row in costs
        if (row.valid_from is None or row.valid_from <= today) and (row.valid_to is None or row.valid_to >= today)
    ]
    return known(cost_at_a_glance(service.free, service.cost_words, prices))


def next_visit(review_on: date, today: date) -> str:
    """When the forum goes again, in words; the month is enough."""
    return _("Soon") if review_on <= today else _("From %(month)s") % {"month": date_words(review_on, "F Y")}


def by_page(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.page_id].append(row)
    return found
