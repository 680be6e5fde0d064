"""Where a family is, and how each listing reaches it. Pure.

Where a service is and whom it serves are two things: a radius counts for places only, and what comes to the family's
home, is online, answers the telephone or serves the whole county is never hidden by a postcode.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from localoffer.places.rules import Position, miles_between, miles_in_words

from .choices import Known, Serves

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Where:
    """A family's position: in words, in degrees, and the slug and name of its district ("" when not known)."""

    words: str
    latitude: float
    longitude: float
    area: str = ""
    area_name: str = ""
    inside: bool = True
    about: bool = False


def nearest_miles(facts: Facts, where: Where) -> float | None:
    """The miles to the nearest of its places; None when it has none with a position."""
    here = Position(where.latitude, where.longitude)
    miles = [miles_between(here, Position(latitude, longitude)) for latitude, longitude, *_rest in facts["at"]]
    return min(miles) if miles else None


def is_blurred(facts: Facts) -> bool:
    """Whether any of its positions is only roughly known to us, as for somebody's home."""
    return any(len(place) > 2 and place[2] for place in facts["at"])


def reaches(facts: Facts, where: Where) -> bool:
    """Whether it can help a family there without the family going to one of its places."""
    how = facts["reach"]
    if how["online"] or how["by_phone"]:
        return True
    if not where.inside:
        return bool(how["out_of_county"] == Known.YES)
    return bool(how["comes_to_you"] or how["serves"] in (Serves.COUNTY, Serves.BEYOND))


def serves_there(facts: Facts, where: Where) -> bool | None:
    """Whether a family there is among those it serves; None when it did not say."""
    how = facts["reach"]
    if not where.inside:
        return {Known.YES: True, Known.NO: False}.get(how["out_of_county"])
    if how["serves"] == Serves.UNKNOWN:
        return None
    if how["serves"] in (Serves.COUNTY, Serves.BEYOND):
        return True
    return where.area in how["areas"] if where.area else None


def why_here(facts: Facts, where: Where, miles: float | None, *, county: str, area_names: list[str]) -> str:
    """Why a result is shown to a family there: "2.1 miles away; online"."""
    how, parts = facts["reach"], []
    if miles is not None:
        away = miles_in_words(miles, about=where.about or is_blurred(facts))
        parts.append(_("%(miles)s away") % {"miles": away})
    if how["comes_to_you"]:
        parts.append(home_in_words(facts, where, county=county, area_names=area_names))
    if how["online"]:
        parts.append(_("online"))
    if how["by_phone"]:
        parts.append(_("by telephone"))
    if how["serves"] == Serves.BEYOND:
        parts.append(_("outside the county: takes %(county)s children") % {"county": county})
    elif not where.inside and how["out_of_county"] == Known.YES:
        parts.append(_("takes children from other counties"))
    elif not where.inside and how["out_of_county"] == Known.UNKNOWN:
        parts.append(_("ask if they take children from there"))
    elif where.inside and how["serves"] == Serves.COUNTY and not how["comes_to_you"]:
        parts.append(_("for all of %(county)s") % {"county": county})
    if serves_there(facts, where) is False and not how["comes_to_you"]:
        parts.append(_("only for %(areas)s") % {"areas": ", ".join(area_names) or county})
    words = "; ".join(parts)
    return words[:1].upper() + words[1:]


def home_in_words(facts: Facts, where: Where, *, county: str, area_names: list[str]) -> str:
    there = serves_there(facts, where)
    if there and where.inside and where.area_name:
        return _("comes to your home in %(area)s") % {"area": where.area_name}
    if there and where.inside:
        return _("comes to your home")
    if there is None:
        return _("comes to people’s homes: ask if they come to yours")
    return _("comes to homes in %(areas)s") % {"areas": ", ".join(area_names) or county}


NEAR, COUNTY_WIDE, TOO_FAR, FOR_OTHERS = range(4)
AS_NEAR_AS = 5.0  # miles: what comes to the home, is online or answers the telephone is as easy to reach as that


def rank(facts: Facts, where: Where, miles: float | None, within: float | None = None) -> tuple[int, float]:
    """A sort key for "nearest": its group, and miles.

    First what is near, comes to the family or is online; then what is for the whole county and has no place; then
    places beyond the radius ``within``, which are only there for the whole county; last what serves other families.
    """
    how = facts["reach"]
    far = miles if miles is not None else 1000.0
    if serves_there(facts, where) is False:
        return (FOR_OTHERS, far)
    if how["comes_to_you"] or how["online"] or how["by_phone"]:
        return (NEAR, min(far, AS_NEAR_AS))
    if miles is None:
        return (COUNTY_WIDE, 0.0)
    return (NEAR if within is None or miles <= within else TOO_FAR, miles)
