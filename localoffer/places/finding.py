"""From what somebody typed to a position. Nothing typed is kept: a full postcode comes back as its sector, rounded."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from . import rules
from .choices import Kind, Reason
from .models import Place
from .rules import Position, Postcode

ALIKE_ENOUGH = 75  # of 100; "abingdn" and "abingdon" are 93
SUGGESTIONS = 3
NEAR = 12  # miles; farther away no place of ours says anything about a position


@dataclass(frozen=True)
class Located:
    """One place. ``words`` may be shown, put in a link and in a title: never a full postcode.

    ``approximate``: the position is rounded to about 1 km, so say "about" with distances from it.
    ``known_by``: what the table had. ``is_rough``: a postcode was typed, and the table has only its beginning.
    """

    words: str
    latitude: float
    longitude: float
    area: str
    inside: bool
    known_by: Kind
    approximate: bool = False
    is_full_postcode: bool = False
    is_rough: bool = False
    id: int | None = None  # of a town or village: for place_by_id

    @property
    def position(self) -> Position:
        return Position(self.latitude, self.longitude)

    @property
    def in_figures(self) -> str:
        """The position for an address: "51.67,-1.28"."""
        return rules.position_in_figures(self.position)


@dataclass(frozen=True)
class Choice:
    """One of several places. ``description`` tells it from the others: "near Abingdon (Vale of White Horse)"."""

    id: int
    name: str
    description: str
    inside: bool

    @property
    def words(self) -> str:
        return f"{self.name}, {self.description}" if self.description else self.name


@dataclass(frozen=True)
class Choices:
    """Several places of that name, or whose names begin so; those of our area first."""

    words: str
    places: tuple[Choice, ...]


@dataclass(frozen=True)
class NotFound:
    """Nothing. ``words`` may be shown: what was typed, but only the district of a postcode, and "" for what is no name.

    ``where``: of a postcode, the part of the country it belongs to: "Scotland", "the Leicester area".
    """

    reason: Reason
    words: str = ""
    where: str = ""
    suggestions: tuple[Choice, ...] = field(default=())


@dataclass(frozen=True)
class NearestArea:
    """What a position is near: the local district ("" when not known), whether it is ours, and the name of the place."""

    area: str
    inside: bool
    name: str


def locate(text: str) -> Located | Choices | NotFound:
    """What somebody means by a postcode, a district of postcodes or a name. Any text may be given. Two queries at most."""
    text = text.replace("\x00", " ").strip()
    if not text:
        return NotFound(Reason.EMPTY)
    if postcode := rules.postcode_of(text):
        return _of_postcode(postcode)
    if not rules.could_be_a_name(text):
        return NotFound(Reason.NOT_A_PLACE)
    return _of_name(text)


def place_by_id(number: int) -> Located | None:
    """The place that somebody chose, in one query; None when it is gone. Sectors and postcodes cannot be had by number."""
    place = Place.objects.for_editors().filter(pk=number).first() if 0 < number < 2**63 else None
    return _located(place) if place else None


def nearest_area(latitude: float, longitude: float) -> NearestArea:
    """Where a position of a browser is, by the nearest place with a name, in one query. Far from all: nothing, and outside.

    A postcode district counts only where no town or village is near: its middle may lie far from its edges.
    """
    here = Position(latitude, longitude)
    near = list(Place.objects.near(rules.box_around(here, NEAR)))
    if not near:
        return NearestArea("", False, "")
    place = min(near, key=lambda place: (place.kind == Kind.DISTRICT, rules.miles_between(here, place.position)))
    return NearestArea(place.area, place.inside, place.name)


def _of_postcode(postcode: Postcode) -> Located | NotFound:
    place = Place.objects.of_postcode(postcode).first()
    if place:
        return _located(place, postcode)
    ours = Place.objects.postcodes_begin(postcode.letters).exists()
    reason = Reason.UNKNOWN_POSTCODE if ours else Reason.ELSEWHERE
    return NotFound(reason, postcode.district, rules.country_of(postcode.letters))


def _of_name(text: str) -> Located | Choices | NotFound:
    keys = rules.names_meant(text, settings.AREA_NAME)
    found = list(Place.objects.called(keys)) if keys else []
    for key in keys:
        exact = [place for place in found if place.key == key]
        if len(exact) == 1:
            return _located(exact[0])
        if exact:
            return Choices(text, _described(exact))
    if len(found) == 1:
        return _located(found[0])
    if found:
        return Choices(text, _described(found))
    if rules.is_half_a_postcode(text):
        return NotFound(Reason.HALF_POSTCODE, text.upper(), rules.country_of(text.upper()))
    return NotFound(Reason.UNKNOWN_PLACE, text, suggestions=_alike(keys[0]) if keys else ())


def _located(place: Place, typed: Postcode | None = None) -> Located:
    """A place as an answer; rounded, and with no more than its sector in words, when it is of a postcode."""
    kind = Kind(place.kind)
    named = kind in (Kind.TOWN, Kind.VILLAGE)
    position = place.position if named else rules.rounded(place.position)
    words = place.name[:-2] if kind == Kind.POSTCODE else place.name
    wanted = Kind.POSTCODE if typed and typed.full else Kind.SECTOR if typed and typed.sector else Kind.DISTRICT
    return Located(
        words=words,
        latitude=position.latitude,
        longitude=position.longitude,
        area=place.area,
        inside=place.inside,
        known_by=kind,
        approximate=not named,
        is_full_postcode=bool(typed and typed.full),
        is_rough=typed is not None and kind < wanted,
        id=place.pk if named else None,
    )


def _described(places: list[Place], among: list[Place] | None = None) -> tuple[Choice, ...]:
    """Each place with what tells it from the others: the nearest town, and its district. One query, unless given."""
    towns = among if among is not None else list(Place.objects.filter(kind=Kind.TOWN))
    choices = [Choice(place.pk, place.name, _told_apart(place, towns), place.inside) for place in places]
    return tuple(sorted(choices, key=lambda choice: (not choice.inside, choice.name, choice.description)))


def _told_apart(place: Place, towns: list[Place]) -> str:
    """ "near Abingdon (Vale of White Horse)"; of a town, or with no other town near, only the district."""
    others = [town for town in towns if town.pk != place.pk and rules.miles_between(place.position, town.position) <= NEAR]
    area = rules.area_in_words(place.area)
    if place.kind == Kind.TOWN or not others:
        return area
    town = min(others, key=lambda town: rules.miles_between(place.position, town.position)).name
    if area:
        return _("near %(town)s (%(area)s)") % {"town": town, "area": area}
    return _("near %(town)s") % {"town": town}


def _alike(key: str) -> tuple[Choice, ...]:
    """The places whose names are written most like it, in one query."""
    places = list(Place.objects.named())
    found = process.extract(
        key, {place.pk: place.key for place in places}, scorer=fuzz.ratio, score_cutoff=ALIKE_ENOUGH, limit=SUGGESTIONS
    )
    by_id = {place.pk: place for place in places}
    towns = [place for place in places if place.kind == Kind.TOWN]
    return tuple(choice for _name, _score, pk in found for choice in _described([by_id[pk]], towns))
