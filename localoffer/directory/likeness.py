"""Which listings could be the same service: by name, telephone and postcode. Pure functions."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

NEARLY = 88  # of 100: a letter or two in a name
SIMILAR = 75  # of 100: words in common; counts only with the same postcode
MOST_SHOWN = 5
SMALL_WORDS = frozenset("a and at for in of on the to".split())
SHORTEST_PHONE = 6  # figures; 999 and 111 are nobody's own

SAME_NAME = "has the same name"
NEARLY_NAME = "has nearly the same name"
SAME_PHONE = "has the same telephone number"
SAME_PLACE = "is at the same postcode, with a similar name"


@dataclass(frozen=True)
class Known:
    """What of a listing is compared. ``names``: its title and its other names, folded; the rest: see the functions below."""

    names: frozenset[str]
    phones: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()


def known(names: Iterable[str], phones: Iterable[str] = (), postcodes: Iterable[str] = ()) -> Known:
    """From what editors wrote."""
    return Known(
        frozenset(name for name in map(folded, names) if name),
        frozenset(phone for phone in map(figures, phones) if len(phone) >= SHORTEST_PHONE),
        frozenset(postcode for postcode in map(squeezed, postcodes) if postcode),
    )


def folded(name: str) -> str:
    """A name without capitals, accents, punctuation and small words: "The Café & Club" is "cafe club"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    words = kept.split()
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)


def figures(phone: str) -> str:
    """The figures of a telephone number, as dialled from inside the country."""
    found = "".join(letter for letter in phone if letter.isdecimal() and letter.isascii())
    if phone.strip().startswith("+44") or found.startswith("0044"):
        return "0" + found.removeprefix("00").removeprefix("44").removeprefix("0")
    return found


def squeezed(postcode: str) -> str:
    return "".join(postcode.upper().split())


def why_alike(asked: Known, other: Known) -> tuple[str, ...]:
    """Why the two could be the same service, the strongest reason first; () when nothing says so."""
    likeness = max((fuzz.token_sort_ratio(mine, theirs) for mine in asked.names for theirs in other.names), default=0)
    reasons = []
    if asked.names & other.names:
        reasons.append(SAME_NAME)
    elif likeness >= NEARLY:
        reasons.append(NEARLY_NAME)
    if asked.phones & other.phones:
        reasons.append(SAME_PHONE)
    if not reasons and asked.postcodes & other.postcodes and _similar(asked, other):
        reasons.append(SAME_PLACE)
    return tuple(reasons)


def _similar(asked: Known, other: Known) -> bool:
    return any(fuzz.token_set_ratio(mine, theirs) >= SIMILAR for mine in asked.names for theirs in other.names)


def strength(reasons: tuple[str, ...]) -> int:
    """For putting the likeliest first: a name says more than a telephone number, which a council's teams share."""
    order = (SAME_NAME, NEARLY_NAME, SAME_PLACE, SAME_PHONE)
    return min((order.index(reason) for reason in reasons), default=len(order)) * 2 - (len(reasons) > 1)
