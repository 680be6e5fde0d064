"""What a typed place means, and how far places are from each other. Pure functions."""

import math
import re
import unicodedata
from itertools import product
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .choices import COUNTRY_OF, POSTCODE_AREAS, TOWN_OF

RADII = (0.5, 1, 2, 3, 5, 10, 20)  # miles
LONGEST_TEXT = 80  # characters; no name of a place in Britain is longer
MILES_A_DEGREE = 69.0  # of latitude; of longitude at the equator
EARTH_RADIUS = 3958.7613  # miles: 6371.0088 km, the mean radius of the IUGG
DECIMALS = 2  # of a degree: a step of 1.1 km north to south, 0.7 km east to west


class Position(NamedTuple):
    """Degrees of latitude (north) and longitude (east) on WGS84, as telephones and maps give them."""

    latitude: float
    longitude: float


class Box(NamedTuple):
    """Degrees: what a rectangle on the map lies between."""

    south: float
    north: float
    west: float
    east: float


class Postcode(NamedTuple):
    """A postcode, or the beginning of one. "" for what was not typed: district "OX14", sector "OX14 3", full "OX14 3DR"."""

    district: str
    sector: str = ""
    full: str = ""

    @property
    def letters(self) -> str:
        return re.match("[A-Z]+", self.district)[0]  # type: ignore[index]

    @property
    def keys(self) -> tuple[str, ...]:
        """As the table keeps them: "ox14", "ox14-3", "ox143dr". A sector has a hyphen, for "OX1 4" is not "OX14"."""
        return tuple(
            key for key in (key_of_postcode(self.district), key_of_postcode(self.sector), key_of_postcode(self.full)) if key
        )


def key_of_postcode(words: str) -> str:
    """ "OX14 3DR" gives "ox143dr", "OX14 3" gives "ox14-3", "OX14" gives "ox14"."""
    first, _space, second = words.lower().partition(" ")
    return f"{first}-{second}" if len(second) == 1 else first + second


# --- Names ------------------------------------------------------------------------------------


def folded(text: str) -> str:
    """A name as it is looked up: "Henley-on-Thames" as "henley on thames", "Saint" as "st", "&" as "and"."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    plain = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’‘.")
    words = re.sub(r"[\W_]+", " ", plain).split()
    return " ".join("st" if word == "saint" else word for word in words)


def names_meant(text: str, county: str) -> list[str]:
    """The keys to look for, the likeliest first: as typed, without the county, before the comma, without "on Thames"."""
    whole, before_comma = folded(text), folded(text.partition(",")[0])
    keys = [whole]
    for ending in (folded(county), "oxon", "england", "uk"):
        if ending and whole.endswith(f" {ending}"):
            keys.append(whole.removesuffix(f" {ending}"))
    keys.append(before_comma)
    keys += [re.sub(r" (up)?on [a-z]+$", "", key) for key in keys]
    return [key for key in dict.fromkeys(keys) if key]


def could_be_a_name(text: str) -> bool:
    """False for what no place is called: no letter in it, signs of markup or code, or far too long."""
    return (
        len(text) <= LONGEST_TEXT
        and any(char.isalpha() for char in text)
        and not re.search(r"[<>{}\[\]=;:*\\|\"%$@\x00]|--", text)
    )


def area_in_words(area: str) -> str:
    """ "vale-of-white-horse" as "Vale of White Horse"; "" stays ""."""
    small = {"of", "and", "the", "on", "upon", "in"}
    return " ".join(word if word in small else word.capitalize() for word in area.split("-"))


# --- Postcodes --------------------------------------------------------------------------------
# The grammar is that of BS 7666: one or two letters, one or two figures, and in central London a letter; then one figure
# and two letters, never C, I, K, M, O or V.
_DISTRICT = r"(?:(?:E1W|N1[CP]|NW1W|SE1P|(?:EC[1-4]|SW1|W1|WC[12])[A-Z])|(?:{areas})(?:0|[1-9][0-9]?))".format(
    areas="|".join(sorted(POSTCODE_AREAS, key=len, reverse=True))
)
_FULL = re.compile(rf"({_DISTRICT})([0-9])([ABD-HJLNP-UW-Z]{{2}})")
_SECTOR = re.compile(rf"({_DISTRICT})([0-9])[A-Z]{{0,2}}")  # with an end that no postcode has
_OUTWARD = re.compile(_DISTRICT)
_INSIDE_TEXT = re.compile(r"\b[A-Z0-9]{2,4}\s*[0-9O][A-Z]{2}\b")
_DISTRICT_AT_END = re.compile(r"\b[A-Z]{1,2}[0-9]{1,2}(?:\s[0-9])?$")
_LIKE = {"O": "O0", "0": "0O", "I": "I1", "1": "1IL", "L": "L1"}


def _read(words: str) -> Postcode | None:
    """The postcode that this is, in capital letters, as it stands; None when it is none."""
    compact = words.replace(" ", "")
    if found := _FULL.fullmatch(compact):
        district, figure, letters = found.groups()
        return Postcode(district, f"{district} {figure}", f"{district} {figure}{letters}")
    # "OX1 4" is a sector, "OX14" is a district: the space tells, and three figures in a row do.
    outward, _space, inward = words.partition(" ")
    if inward and _OUTWARD.fullmatch(outward) and (found := _SECTOR.fullmatch(compact)) and found[1] == outward:
        return Postcode(outward, f"{outward} {found[2]}")
    if _OUTWARD.fullmatch(compact):
        return Postcode(compact)
    if found := _SECTOR.fullmatch(compact):
        return Postcode(found[1], f"{found[1]} {found[2]}")
    return None


def postcode_of(text: str) -> Postcode | None:
    """The postcode, sector or district that somebody typed: in any case and spacing, alone or at the end of an address.

    O for 0, and I or L for 1, are put right where only one postcode can be meant. None for anything else.
    """
    if len(text) > LONGEST_TEXT:
        return None
    words = " ".join(re.sub(r"[^A-Z0-9]+", " ", text.upper()).split())
    if len(words) <= 10 and (found := _read(words) or _put_right(words)):
        return found
    for pattern in (_INSIDE_TEXT, _DISTRICT_AT_END):
        for part in pattern.findall(words):
            if found := _read(part) or _put_right(part):
                return found
    return None


def _put_right(words: str) -> Postcode | None:
    if not any(char.isdigit() for char in words) or len(words.replace(" ", "")) > 7:
        return None  # "Oxo" is a word, and no slip for "OX0"; no postcode is longer
    read = {_read("".join(chars)) for chars in product(*(_LIKE.get(char, char) for char in words))} - {None}
    return read.pop() if len(read) == 1 else None


def is_half_a_postcode(text: str) -> bool:
    """True for only the letters of an area ("OX"), or only the end of a postcode ("3DR")."""
    words = text.strip().upper()
    return words in POSTCODE_AREAS or re.fullmatch(r"[0-9][ABD-HJLNP-UW-Z]{2}", words) is not None


def country_of(letters: str) -> str:
    """Where postcodes that begin so are: "Scotland", or "the Leicester area"; "" for letters that begin none."""
    if letters in COUNTRY_OF:
        return str(COUNTRY_OF[letters])
    return _("the %(town)s area") % {"town": TOWN_OF[letters]} if letters in TOWN_OF else ""


# --- Positions and distances ------------------------------------------------------------------


def rounded(position: Position) -> Position:
    """To two decimals of a degree, about 1 km: near enough to say "about 2 miles", too wide to find a home."""
    return Position(*(round(number, DECIMALS) + 0.0 for number in position))  # + 0.0 makes -0.0 into 0.0


def position_of(text: str) -> Position | None:
    """The rounded position of a parameter such as "51.67,-1.28"; None for anything that is not a position on Earth."""
    found = re.fullmatch(r"(-?[0-9]{1,2}(?:\.[0-9]{1,15})?),(-?[0-9]{1,3}(?:\.[0-9]{1,15})?)", text)
    if not found:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return rounded(Position(latitude, longitude)) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def position_in_figures(position: Position) -> str:
    """The parameter for a position, rounded: "51.67,-1.28"."""
    return ",".join(f"{number:.{DECIMALS}f}" for number in rounded(position))


def miles_between(here: Position, there: Position) -> float:
    """The distance in a straight line, in miles, by the haversine formula. True to 0.5 %."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*here, *there))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(half)))


def box_around(position: Position, miles: float) -> Box:
    """A box that holds all that is within so many miles, and some more: for a first sieve in the database."""
    high = miles / MILES_A_DEGREE * 1.01
    wide = high / max(math.cos(math.radians(position.latitude)), 0.01)
    return Box(position.latitude - high, position.latitude + high, position.longitude - wide, position.longitude + wide)


def miles_in_words(miles: float, *, about: bool = False) -> str:
    """A distance for people. ``about``: the position it is taken from was rounded, and may be half a mile off.

    "less than half a mile", "half a mile", "2.1 miles", "12 miles"; "less than a mile", "about 1 mile", "about 12 miles".
    """
    if about:
        if miles < 0.5:
            return _("less than a mile")
        whole = math.floor(miles + 0.5)
        return ngettext("about %(n)d mile", "about %(n)d miles", whole) % {"n": whole}
    if miles < 0.5:
        return _("less than half a mile")
    tenths = math.floor(miles * 10 + 0.5)
    if tenths == 5:
        return _("half a mile")
    if tenths >= 100 or tenths % 10 == 0:
        whole = math.floor(miles + 0.5)
        return ngettext("%(n)d mile", "%(n)d miles", whole) % {"n": whole}
    return _("%(n)s miles") % {"n": number_format(tenths / 10, 1)}


# --- The National Grid ------------------------------------------------------------------------
# "A guide to coordinate systems in Great Britain", Ordnance Survey, 2020: annexes A to C (projection of the grid on the
# ellipsoid Airy 1830) and section 6.6 (Helmert transformation). True to about 5 metres; the exact OSTN15 needs a table
# of 1.75 million figures, which distances in miles do not repay.
_A, _B = 6377563.396, 6356256.909  # metres: the half axes of Airy 1830
_F0, _LAT0, _LON0, _N0, _E0 = 0.9996012717, math.radians(49), math.radians(-2), -100000.0, 400000.0
_WGS_A, _WGS_B = 6378137.000, 6356752.3141
_SHIFT = (446.448, -125.157, 542.060)  # metres
_TURN = tuple(math.radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_SCALE = 1 - 20.4894e-6


def _meridian(latitude: float) -> float:
    n = (_A - _B) / (_A + _B)
    less, more = latitude - _LAT0, latitude + _LAT0
    return (
        _B
        * _F0
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(less) * math.cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * math.sin(2 * less) * math.cos(2 * more)
            - 35 / 24 * n**3 * math.sin(3 * less) * math.cos(3 * more)
        )
    )


def airy_of_grid(easting: float, northing: float) -> Position:
    """Eastings and northings (metres on the National Grid) as latitude and longitude of OSGB36: not yet those of a map."""
    latitude = _LAT0
    while abs(rest := northing - _N0 - _meridian(latitude)) >= 0.00001:
        latitude += rest / (_A * _F0)
    e2 = 1 - _B**2 / _A**2
    flat = 1 - e2 * math.sin(latitude) ** 2
    nu, rho = _A * _F0 / math.sqrt(flat), _A * _F0 * (1 - e2) / flat**1.5
    eta2, t, sec, d = nu / rho - 1, math.tan(latitude), 1 / math.cos(latitude), easting - _E0
    north = (
        latitude
        - d**2 * t / (2 * rho * nu)
        + d**4 * t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2)
        - d**6 * t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    )
    east = (
        _LON0
        + d * sec / nu
        - d**3 * sec / (6 * nu**3) * (nu / rho + 2 * t**2)
        + d**5 * sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
        - d**7 * sec / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    )
    return Position(math.degrees(north), math.degrees(east))


def position_of_grid(easting: float, northing: float) -> Position:
    """The position, as maps and telephones give it, of eastings and northings in metres on the National Grid."""
    latitude, longitude = map(math.radians, airy_of_grid(easting, northing))
    e2 = 1 - _B**2 / _A**2
    nu = _A / math.sqrt(1 - e2 * math.sin(latitude) ** 2)
    x = nu * math.cos(latitude) * math.cos(longitude)
    y = nu * math.cos(latitude) * math.sin(longitude)
    z = (1 - e2) * nu * math.sin(latitude)
    rx, ry, rz = _TURN
    x, y, z = (
        _SHIFT[0] + x * _SCALE - y * rz + z * ry,
        _SHIFT[1] + x * rz + y * _SCALE - z * rx,
        _SHIFT[2] - x * ry + y * rx + z * _SCALE,
    )
    e2, p = 1 - _WGS_B**2 / _WGS_A**2, math.hypot(x, y)
    latitude = math.atan2(z, p * (1 - e2))
    for _round in range(5):  # each gains more than two decimals
        nu = _WGS_A / math.sqrt(1 - e2 * math.sin(latitude) ** 2)
        latitude = math.atan2(z + e2 * nu * math.sin(latitude), p)
    return Position(math.degrees(latitude), math.degrees(math.atan2(y, x)))
