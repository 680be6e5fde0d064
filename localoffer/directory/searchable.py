"""What the search index holds of a listing: its words, and the facts by which people filter."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from localoffer.blocks.rules import plain
from localoffer.events.choices import During
from localoffer.events.rules import Pattern, days_of_week, parts_of_day
from localoffer.search.registry import Shown

from .choices import AccessAnswer, Free, Known, Serves, Status, Wait
from .models import ServicePage, names_in

ON = ["on"]
COUNTY = ["county"]  # stands for all areas inside the county


def read_services(services: QuerySet) -> list[ServicePage]:
    """The listings with all that ``describe_service`` reads of them, in a constant number of queries.

    A translation comes with its English listing as ``english``, which has the facts; it is left out where that one is not
    in the lists.
    """
    pages = list(with_parts(services.select_related("locale")))
    keys = [page.translation_key for page in pages if page.locale.language_code != settings.LANGUAGE_CODE]
    if not keys:
        return pages
    listed = with_parts(ServicePage.objects.listed().filter(translation_key__in=keys))
    english = {page.translation_key: page for page in listed}
    for page in pages:
        if page.locale.language_code != settings.LANGUAGE_CODE:
            page.english = english.get(page.translation_key)
    return [page for page in pages if getattr(page, "english", page) is not None]


def with_parts(services: QuerySet) -> QuerySet:
    return services.select_related("organisation").prefetch_related(
        "topics__parent", "needs", "areas", "languages", "places", "access__feature", "schedules"
    )


def describe_service(page: ServicePage) -> Shown:
    """Of a translation only the words are its own."""
    if english := getattr(page, "english", None):
        return describe_translation(page, english)
    topics = list(page.topics.all())
    parents = [topic.parent.name for topic in topics if topic.parent]
    terms = [topic.name for topic in topics] + parents + [need.name for need in page.needs.all()]
    places = [line for place in page.places.all() for line in place.lines] + [area.name for area in page.areas.all()]
    return Shown(
        title=page.title,
        other_names=page.other_names,
        topics=", ".join(dict.fromkeys(terms)),
        summary=page.summary,
        body=" ".join([plain(f"{page.description} {page.how_to_get_it}"), *words_of_facts(page)]),
        organisation=page.organisation.name if page.organisation else "",
        place=", ".join(dict.fromkeys(places)),
        facts=facts_of(page),
    )


def describe_translation(page: ServicePage, english: ServicePage) -> Shown:
    """The words of the translation beside who runs the service, where, and about what, as the English listing says. No
    facts: people filter and count by those of the English listing."""
    shown, names = describe_service(english), names_in(page.locale.language_code)
    topics = list(english.topics.all())
    terms = [*topics, *(topic.parent for topic in topics if topic.parent), *english.needs.all()]
    called = [names[term.translation_key][0] if term.translation_key in names else term.name for term in terms]
    return replace(
        shown,
        title=page.title,
        other_names=page.other_names,
        topics=", ".join(dict.fromkeys(called)),
        summary=page.summary,
        body=" ".join([plain(f"{page.description} {page.how_to_get_it}"), page.who_for, page.for_young_people]),
        facts={},
    )


def words_of_facts(page: ServicePage) -> list[str]:
    """What else families look for: who it is for, what it has, what its people speak. Never what it has not.

    The seven answers and the words about cost and waiting are left out: they touch on everything, and so a service that
    says "free" or "sleep" in passing would stand beside those that are about it.
    """
    has = [row for row in page.access.all() if row.answer != AccessAnswer.NO]
    return [
        page.who_for,
        page.for_young_people,
        *(row.feature.name.replace("-", "") for row in has),  # "step-free" is nothing free of charge
        *(language.name for language in page.languages.all()),
    ]


def facts_of(page: ServicePage) -> dict[str, Any]:
    """What ``facets.Facets`` wants to know of a listing. What is not known stands nowhere."""
    values = {
        "topic": sorted(
            {slug for topic in page.topics.all() for slug in (topic.slug, topic.parent and topic.parent.slug) if slug}
        ),
        "need": [need.slug for need in page.needs.all()],
        "access": [row.feature.slug for row in page.access.all() if row.answer == AccessAnswer.YES],
        "cost": [page.free] if page.free != Free.UNKNOWN else [],
        "no_referral": ON if page.referral_needed == Known.NO else [],
        "no_diagnosis": ON if page.diagnosis_needed == Known.NO else [],
        "how": [name for name in ("at_places", "comes_to_you", "online", "by_phone") if getattr(page, name)],
        "language": [language.slug for language in page.languages.all()],
        "wait": [page.wait] if page.wait != Wait.UNKNOWN else [],
        "area": areas_of(page),
        "beyond": ON if page.out_of_county == Known.YES else [],
        **times_of(page),
    }
    said = [name for name, given in values.items() if given]
    said += [name for name, answer in answers_of(page).items() if answer != Known.UNKNOWN and name not in said]
    if page.minimum_age is not None or page.maximum_age is not None:
        said.append("age")
    return {
        "values": {name: given for name, given in values.items() if given},
        "said": said,
        "access_said": [row.feature.slug for row in page.access.all()],
        "ages": [page.minimum_age, page.maximum_age],
        "key": str(page.translation_key),
        "checked": page.last_checked.isoformat() if page.last_checked else "",
        "closed": page.status == Status.CLOSED,
        "at": [position_of(place) for place in page.places.all() if place.latitude is not None],
        "reach": {
            "comes_to_you": page.comes_to_you,
            "online": page.online,
            "by_phone": page.by_phone,
            "serves": page.serves,
            "out_of_county": page.out_of_county,
            "areas": [area.slug for area in page.areas.all()],
        },
    }


def answers_of(page: ServicePage) -> dict[str, str]:
    return {"no_referral": page.referral_needed, "no_diagnosis": page.diagnosis_needed, "beyond": page.out_of_county}


def areas_of(page: ServicePage) -> list[str]:
    """The areas whose families it serves: those named, or all of the county."""
    if page.serves in (Serves.COUNTY, Serves.BEYOND):
        return COUNTY
    return [area.slug for area in page.areas.all()] if page.serves == Serves.AREAS else []


def times_of(page: ServicePage) -> dict[str, list[str]]:
    """Its days, parts of the day and times of the year, from its table of times."""
    patterns = [schedule.pattern for schedule in page.schedules.all()]
    return {
        "day": sorted({day for pattern in patterns for day in days_of_week(pattern)}),
        "time": sorted({part for pattern in patterns for part in parts_of_day(pattern)}),
        "during": sorted({season for pattern in patterns for season in seasons_of(pattern)}),
        "quieter": ON if any(schedule.quieter for schedule in page.schedules.all()) else [],
    }


def seasons_of(pattern: Pattern) -> list[str]:
    """The times of the school year in which it is on."""
    return ["term", "holidays"] if pattern.during == During.ALL_YEAR else [str(pattern.during)]


def position_of(place: Any) -> list[Any]:
    """Its position; for somebody's home rounded to about a kilometre, and marked so."""
    digits = 2 if place.is_home else 5
    position = [round(float(place.latitude), digits), round(float(place.longitude), digits)]
    return [*position, True] if place.is_home else position
