"""Which app holds what about a person. Each registers its own in ``AppConfig.ready``::

    register("alerts", find=held, fields=["alerts.Subscription.address"])

``find`` takes what was asked for, an e-mail address or a name, and returns what is held about it. A field that holds no
person, although it looks so, is named with ``exempt`` and the reason; a test asks for one or the other.

Actions of the log whose words name what is in the entry's data are registered with ``register_actions``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wagtail.log_actions import LogActionRegistry, LogFormatter


@dataclass(frozen=True)
class Held:
    """One thing that is held. ``erase`` is None for what remains; ``why`` says why it, or a part of it, does."""

    key: str
    what: str
    data: dict[str, Any] = field(default_factory=dict)
    erase: Callable[[datetime], object] | None = None
    why: str = ""


Find = Callable[[str], list[Held]]


@dataclass(frozen=True)
class Holder:
    name: str
    find: Find
    fields: tuple[str, ...]


_holders: dict[str, Holder] = {}
_exempt: dict[str, str] = {}


def register(name: str, *, find: Find, fields: Iterable[str]) -> None:
    """Adds what an app holds, in these fields ("app.Model.field"). Raises ValueError for a name taken by another."""
    if name in _holders and _holders[name].find is not find:
        raise ValueError(f"Two apps hold personal data as {name}.")
    _holders[name] = Holder(name, find, tuple(fields))


def exempt(field: str, why: str) -> None:
    """Says why a field ("app.Model.field") that looks as if it held a person does not."""
    _exempt[field] = why


def all_holders() -> list[Holder]:
    return [_holders[name] for name in sorted(_holders)]


def all_fields() -> set[str]:
    """The fields that are registered or exempt."""
    return {field for holder in _holders.values() for field in holder.fields} | set(_exempt)


def is_address(asked: str) -> bool:
    return "@" in asked


def remaining(rows: Iterable[Any], *names: str, why: str) -> list[Held]:
    """Rows that remain, for the reason given, with these fields of theirs."""
    return [
        Held(
            key=f"{row._meta.label_lower}:{row.pk}",
            what=f"{row._meta.verbose_name}: {row}",
            data={name: getattr(row, name) for name in names},
            why=why,
        )
        for row in rows
    ]


class _Known(dict):
    """What is not in an old entry is left out of its words."""

    def __missing__(self, key: str) -> str:
        return ""


def register_actions(actions: LogActionRegistry, said: Iterable[tuple[str, str, str]]) -> None:
    """Registers actions of the log: the name of each, what it is called, and how it reads, such as "Groups given: {names}"."""
    for action, called, words in said:
        actions.register_action(action)(_formatter(called, words))


def _formatter(called: str, words: str) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = called

        def format_message(self, log_entry: Any) -> str:
            return words.format_map(_Known(log_entry.data))

    return Formatter
