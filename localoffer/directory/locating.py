"""From what a visitor typed in the box for a place to where the family is. Nothing of it is kept."""

from dataclasses import dataclass, field
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from localoffer.places.choices import Reason
from localoffer.places.finding import Choice, Choices, Located, NotFound, locate, nearest_area, place_by_id
from localoffer.places.rules import area_in_words, position_of, postcode_of

from .reach import Where

CHOSEN = "p"  # before the number of a place that was chosen from several


class Asked(Protocol):
    """What is needed of a question: the place as typed, and the position that was worked out for it before."""

    where: str
    at: str


@dataclass(frozen=True)
class Place:
    """Where the family is; or what to ask or say when we cannot tell."""

    where: Where | None = None
    choices: tuple[Choice, ...] = ()  # several places have that name
    suggestions: tuple[Choice, ...] = ()  # nearest spellings
    problem: str = ""
    elsewhere: bool = False  # a postcode of another part of the country
    notes: tuple[str, ...] = field(default=())
    at: str = ""  # what the address keeps, so that the next search need not ask again


def place_of(asked: Asked) -> Place:
    """Reads the position from the address, or looks up what was typed. Three queries at most."""
    if not asked.where:
        return Place()
    if asked.at.startswith(CHOSEN) and asked.at.isascii() and asked.at[1:].isdigit():
        if chosen := place_by_id(int(asked.at[1:][:18])):
            return of_located(chosen, asked.at)
    elif position := position_of(asked.at):
        near = nearest_area(position.latitude, position.longitude)
        where = Where(asked.where, *position, near.area, area_in_words(near.area), near.inside, about=True)
        kept = (_("We keep only the first part of your postcode, so distances are rough."),) if postcode_of(asked.where) else ()
        return Place(where, notes=(*kept, *outside_note(where)), at=asked.at)
    found = locate(asked.where)
    if isinstance(found, Located):
        return of_located(found, f"{CHOSEN}{found.id}" if found.id else found.in_figures)
    if isinstance(found, Choices):
        return Place(choices=found.places)
    return Place(problem=problem_of(found), suggestions=found.suggestions, elsewhere=found.reason == Reason.ELSEWHERE)


def of_located(found: Located, at: str) -> Place:
    where = Where(
        found.words,
        *found.position,
        found.area,
        area_in_words(found.area),
        found.inside,
        about=found.approximate,
    )
    rough = (_("We know only the area %(words)s, so distances are rough.") % {"words": found.words},) if found.is_rough else ()
    return Place(where, notes=(*rough, *outside_note(where)), at=at)


def outside_note(where: Where) -> tuple[str, ...]:
    if where.inside:
        return ()
    return (
        _("%(words)s is outside %(county)s. We show what still helps you there. Your own council has a Local Offer too.")
        % {"words": where.words, "county": settings.AREA_NAME},
    )


def problem_of(found: NotFound) -> str:
    """What to say when a place is not known, and what to do."""
    county = settings.AREA_NAME
    match found.reason:
        case Reason.HALF_POSTCODE:
            return _("“%(words)s” is only a part of a postcode. Write the whole postcode, or its first half, such as OX14.") % {
                "words": found.words
            }
        case Reason.ELSEWHERE:
            where = found.where or _("another part of the country")
            return _(
                "%(words)s is in %(where)s, outside %(county)s, so we looked without a place. "
                "Your own council has a Local Offer too."
            ) % {"words": found.words, "where": where, "county": county}
        case Reason.UNKNOWN_POSTCODE:
            return _("We do not know the postcode %(words)s. Check it, or write the name of your town or village.") % {
                "words": found.words
            }
        case Reason.UNKNOWN_PLACE:
            return _("We do not know a place called “%(words)s”. Check the spelling, or write the first half of a postcode.") % {
                "words": found.words
            }
    return _("That is not a place. Write a town, a village or a postcode, such as Abingdon or OX14.")


def is_full_postcode(text: str) -> bool:
    postcode = postcode_of(text)
    return postcode is not None and bool(postcode.full)


def without_last_letters(text: str) -> tuple[str, str]:
    """Of a full postcode, what an address may hold: its sector, and its rounded position ("" when the table lacks it)."""
    postcode, found = postcode_of(text), locate(text)
    return postcode.sector if postcode else "", found.in_figures if isinstance(found, Located) else ""
