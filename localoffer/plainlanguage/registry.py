"""Names that the site knows: of schools, which no text may tell of a young person, and of others that are no person's.

Apps that keep such names register how to read them in their ``AppConfig.ready``.
"""

from collections.abc import Callable, Iterable

from .choices import NameKind
from .personal import Finding, personal_details

_readers: dict[NameKind, list[Callable[[], Iterable[str]]]] = {}


def register_known_names(kind: NameKind, read: Callable[[], Iterable[str]]) -> None:
    """``read`` gives all names of that kind, when asked; registering it again changes nothing."""
    readers = _readers.setdefault(kind, [])
    if read not in readers:
        readers.append(read)


def known_names(kind: NameKind) -> list[str]:
    return [name for read in _readers.get(kind, []) for name in read()]


def details_in(text: str, *, known: Iterable[str] = ()) -> list[Finding]:
    """What in a text could tell who somebody is, as far as the site can know. Nothing is read for an empty text."""
    if not text.strip():
        return []
    return personal_details(text, known=[*known, *known_names(NameKind.NO_PERSON)], schools=known_names(NameKind.SCHOOL))


_explained: list[Callable[[], Iterable[str]]] = []


def explains(read: Callable[[], Iterable[str]]) -> None:
    """For a glossary: ``read`` gives the words that it explains; it is asked each time, so that a new word counts at once."""
    if read not in _explained:
        _explained.append(read)


def known_terms() -> frozenset[str]:
    """All words that are explained somewhere; none while no glossary has registered."""
    return frozenset(word for read in _explained for word in read())
