"""Filtering and counting thousands of listings at once. Pure: no database, no clock.

Each value of each filter ("cost: free", "topic: swimming") is one large whole number in which bit n stands for
listing n, in the order of their titles. To combine filters is then "and" and "or" of numbers, and to count is to
count bits: some microseconds for ten thousand listings, so that every value can carry its count.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

YOUNGEST, OLDEST = 0, 25
ACCESS = "access"
AGE = "age"
# Filters that are one yes or no each. Access features are as well: a place with a hoist but no step-free way in is no help.
ALL_OF = {ACCESS}

# The options chosen, by the name of their filter; each option stands for one or more values of the listings
# (an age stage for its years, a district also for "the whole county").
Options = Mapping[str, tuple[str, ...]]
Chosen = Mapping[str, Options]
Row = tuple[int, Mapping[str, Any]]


class Facets:
    """The listings of a directory, by what they say of themselves.

    A row is a page's id and its facts: ``values`` (lists of values by filter), ``said`` (filters to which it gives any
    answer), ``access_said`` (access features that it mentions, also with a no), ``ages`` (first, last; None if not known),
    ``key``, ``checked``, ``at`` (positions), ``reach`` (how and whom it serves). Rows come in the order of their titles.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        rows = list(rows)
        self.ids = [page_id for page_id, _ in rows]
        self.facts = [facts for _, facts in rows]
        self.number = {page_id: number for number, page_id in enumerate(self.ids)}
        self.by_key = {facts.get("key", ""): number for number, facts in enumerate(self.facts)}
        self.everything = (1 << len(rows)) - 1
        having: dict[str, dict[str, bytearray]] = {}
        size = len(rows) // 8 + 1

        def mark(name: str, value: str, number: int) -> None:
            bits = having.setdefault(name, {}).setdefault(value, bytearray(size))
            bits[number >> 3] |= 1 << (number & 7)

        for number, facts in enumerate(self.facts):
            for name, values in facts.get("values", {}).items():
                for value in values:
                    mark(name, value, number)
            for name in facts.get("said", ()):
                mark("said", name, number)
            for feature in facts.get("access_said", ()):
                mark("access said", feature, number)
            for age in ages_between(*facts.get("ages", (None, None))):
                mark(AGE, str(age), number)
        self._having = {
            name: {value: int.from_bytes(bits, "little") for value, bits in values.items()} for name, values in having.items()
        }

    # --- Which listings -------------------------------------------------------------------

    def bits(self, page_ids: Iterable[int]) -> int:
        """The set of these pages; those that are no listings of this directory are left out."""
        return self.set_of(self.number[page_id] for page_id in page_ids if page_id in self.number)

    def bits_of_keys(self, keys: Iterable[Any]) -> int:
        return self.set_of(self.by_key[str(key)] for key in keys if str(key) in self.by_key)

    def set_of(self, numbers: Iterable[int]) -> int:
        found = bytearray(len(self.ids) // 8 + 1)
        for number in numbers:
            found[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(found, "little")

    def having(self, name: str, values: Iterable[str]) -> int:
        """Those with any of the values; for access features, those with all. A listing that does not say never matches."""
        sets = [self._having.get(name, {}).get(value, 0) for value in values]
        found = self.everything if name in ALL_OF else 0
        for one in sets:
            found = found & one if name in ALL_OF else found | one
        return found

    def saying(self, name: str, values: Iterable[str]) -> int:
        """Those that say anything about that filter; for access features, about each of these."""
        if name == ACCESS:
            found = self.everything
            for value in values:
                found &= self._having.get("access said", {}).get(value, 0)
            return found
        return self._having.get("said", {}).get(name, 0)

    def select(self, chosen: Chosen, within: int) -> "Selection":
        return Selection(self, {name: options for name, options in chosen.items() if options}, within)


class Selection:
    """What is left of ``within`` when the chosen filters are in force: any option within a filter, all filters together."""

    def __init__(self, facets: Facets, chosen: dict[str, Options], within: int) -> None:
        self.facets, self.chosen, self.within = facets, chosen, within
        self.parts = {name: self._part(name, options) for name, options in chosen.items()}
        self.matching = self.without()

    def _part(self, name: str, options: Options) -> int:
        return self.facets.having(name, [value for values in options.values() for value in values])

    def without(self, *names: str) -> int:
        """What would be left without these filters."""
        found = self.within
        for name, part in self.parts.items():
            if name not in names:
                found &= part
        return found

    def counts(self, name: str, options: Options) -> dict[str, int]:
        """Beside each option: how many there would be with it. Other options of the same filter add to it, so they are
        left out of the reckoning; access features narrow each other down."""
        within = self.matching if name in ALL_OF else self.without(name)
        return {option: (within & self.facets.having(name, values)).bit_count() for option, values in options.items()}

    def dropping(self, name: str, option: str) -> int:
        """How many there would be without that one option."""
        rest = {kept: values for kept, values in self.chosen[name].items() if kept != option}
        found = self.without(name)
        return (found & self._part(name, rest) if rest else found).bit_count()

    def did_not_say(self, name: str) -> int:
        """How many match all else and say nothing about that filter."""
        values = [value for values in self.chosen[name].values() for value in values]
        return (self.without(name) & ~self.facets.saying(name, values)).bit_count()


def members(bits: int) -> Iterator[int]:
    """The numbers of the listings of a set, in the order of their titles."""
    raw = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for place, byte in enumerate(raw):
        while byte:
            low = byte & -byte
            yield place * 8 + low.bit_length() - 1
            byte ^= low


def ages_between(lowest: int | None, highest: int | None) -> range:
    """The years of age from 0 to 25 that a span covers; none when neither end is known."""
    if lowest is None and highest is None:
        return range(0)
    first = max(lowest if lowest is not None else YOUNGEST, YOUNGEST)
    last = min(highest if highest is not None else OLDEST, OLDEST)
    return range(first, last + 1)
