"""How much a listing tells of what families ask, and what it does not tell. The day is passed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .choices import Free, Serves, Wait
from .rules import is_stale

ENOUGH_ACCESS = 3  # access features answered, with yes, partly or no


@dataclass(frozen=True)
class Fact:
    """Something that families ask: how much it counts of 100, the sentence for an editor, and where to write it."""

    name: str
    points: int
    sentence: str
    tab: str


# The most useful first. The points make 100.
FACTS = (
    Fact("summary", 8, "Say in one or two plain sentences what it is.", "What it is"),
    Fact("how_to_start", 8, "Say how to start: the first step first.", "How to start"),
    Fact("phone", 8, "Give a telephone number. Many families cannot write an e-mail.", "Where and when"),
    Fact("where", 8, "Say where it is, or that it comes to people’s homes, is online or by telephone.", "Where and when"),
    Fact("cost", 7, "Say what it costs, or that it is free.", "How to start"),
    Fact("checked", 7, "Ask the service whether all is right: nobody has for more than a year.", "State and checks"),
    Fact("ages", 6, "Give the ages it is for.", "For whom"),
    Fact("who_for", 6, "Say who can use it.", "For whom"),
    Fact("times", 6, "Give its days and times.", "Where and when"),
    Fact("topics", 6, "Choose at least one topic, so that people find it.", "For whom"),
    Fact("for_young_people", 6, "Write the text “for you”, spoken to a young person.", "What it is"),
    Fact("access", 6, f"Answer at least {ENOUGH_ACCESS} access features, such as a step-free entrance.", "Before you go"),
    Fact("before_you_go", 4, "Help with the first visit: who meets you, how to get there, or a picture.", "Before you go"),
    Fact("wait", 4, "Say how long people wait.", "How to start"),
    Fact("serves", 4, "Say which part of the county it serves.", "Where and when"),
    Fact("needs", 3, "Choose the needs it supports.", "For whom"),
    Fact("organisation", 3, "Say who provides it.", "What it is"),
)


@dataclass(frozen=True)
class Completeness:
    """From 0 to 100, and what is missing, the most useful first."""

    percent: int
    missing: tuple[Fact, ...]


def completeness(told: Mapping[str, bool]) -> Completeness:
    """From which facts are told (by their names; one that is not named is not told)."""
    return Completeness(
        percent=sum(fact.points for fact in FACTS if told.get(fact.name)),
        missing=tuple(fact for fact in FACTS if not told.get(fact.name)),
    )


def told_by(page: Any, today: date) -> dict[str, bool]:
    """Which facts this listing tells; it is read as it is in hand, a draft included."""
    places, contacts = list(page.places.all()), list(page.contacts.all())
    return {
        "summary": bool(page.summary.strip()),
        "how_to_start": has_words(page.how_to_get_it),
        "phone": any(contact.phone for contact in contacts),
        "where": bool(places) or page.comes_to_you or page.online or page.by_phone,
        "cost": page.free != Free.UNKNOWN or bool(page.cost_words.strip()) or bool(list(page.costs.all())),
        "checked": not is_stale(page.last_checked, today),
        "ages": page.minimum_age is not None or page.maximum_age is not None,
        "who_for": bool(page.who_for.strip()),
        "times": bool(page.opening_times.strip()) or any(place.times for place in places) or bool(list(page.schedules.all())),
        "topics": bool(list(page.topics.all())),
        "for_young_people": bool(page.for_young_people.strip()),
        "access": len(list(page.access.all())) >= ENOUGH_ACCESS,
        "before_you_go": bool(page.who_meets_you.strip())
        or any(place.getting_there for place in places)
        or bool(list(page.pictures.all())),
        "wait": page.wait != Wait.UNKNOWN,
        "serves": page.serves != Serves.UNKNOWN,
        "needs": bool(list(page.needs.all())),
        "organisation": page.organisation_id is not None,
    }


def has_words(html: str) -> bool:
    """True when rich text says something: an empty paragraph does not."""
    inside, words = False, False
    for letter in html:
        inside = letter == "<" or (inside and letter != ">")
        words = words or (not inside and letter not in "<>" and not letter.isspace())
    return words


def completeness_of(page: Any, today: date) -> Completeness:
    return completeness(told_by(page, today))
