"""What a shortlist's address says: "12-45-78", the numbers of its services. Pure functions.

The list lives in its address alone, so whatever stands there is read as kindly as can be, and never refused whole.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST = 30
LEAST_TO_COMPARE, MOST_TO_COMPARE = 2, 3
BETWEEN = "-"
# People and programs that pass an address on add to it: spaces, commas, a full stop or a bracket at its end.
GAPS = re.compile(r"""[-\s,.;:<>()\[\]"'“”‘’]+""")
LARGEST_NUMBER = 2**31 - 1  # of a page in the database


@dataclass(frozen=True)
class Asked:
    """What somebody asked for.

    ``ids``: the numbers, each once, in their order, at most as many as allowed; ``beyond``: how many more there were;
    ``unread``: how many parts are no number of a page; ``typed``: all of it in one line, to be shown again.
    """

    ids: tuple[int, ...] = ()
    beyond: int = 0
    unread: int = 0
    typed: str = ""

    @property
    def number(self) -> int:
        """How many services were asked for, readable or not."""
        return len(self.ids) + self.beyond + self.unread


def asked_for(values: Iterable[str], most: int = MOST) -> Asked:
    """Reads the values of one parameter, which an address may repeat; parts that are no number are only counted."""
    typed = BETWEEN.join(value for value in map(_one_line, values) if value)
    parts = dict.fromkeys(part for part in GAPS.split(typed) if part)
    numbers = [number for number in map(_number, parts) if number]
    unique = list(dict.fromkeys(numbers))
    return Asked(ids=tuple(unique[:most]), beyond=max(len(unique) - most, 0), unread=len(parts) - len(numbers), typed=typed)


def joined(ids: Iterable[int]) -> str:
    """The list as it stands in an address."""
    return BETWEEN.join(str(number) for number in ids)


def with_one(ids: Sequence[int], number: int) -> list[int]:
    """The list with one more at its end; as it was when that is on it."""
    return [*ids] if number in ids else [*ids, number]


def without(ids: Sequence[int], number: int) -> list[int]:
    return [kept for kept in ids if kept != number]


def moved_up(ids: Sequence[int], number: int) -> list[int]:
    """The list with that one before the one that stood before it; as it was when it is first or not on the list."""
    moved = [*ids]
    if number in moved and (place := moved.index(number)):
        moved[place - 1], moved[place] = moved[place], moved[place - 1]
    return moved


def _one_line(value: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())


def _number(part: str) -> int:
    """The number of a page; 0 for what is none."""
    if not (part.isascii() and part.isdecimal()) or len(part) > len(str(LARGEST_NUMBER)):
        return 0
    number = int(part)
    return number if number <= LARGEST_NUMBER else 0
