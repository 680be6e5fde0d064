"""Questions to the database whose SQL Django writes once in each process (decision 50).

Django takes ten times as long to write the SQL of a listing's card as SQLite takes to answer it.
"""

from collections.abc import Callable, Iterator
from copy import copy
from datetime import date, datetime, timedelta
from functools import wraps
from itertools import count
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet, prefetch_related_objects

MOST_AT_ONCE = 50  # values of a list; a question with more is written each time
# What stands for a value while a question is written: no row has these.
NO_NUMBER = 2_000_000_000
NO_DAY = datetime(9000, 1, 1).astimezone()
NO_WORDS = "\x1a no words "

Asked = ParamSpec("Asked")
Row = TypeVar("Row")


def written_once(make: Callable[Asked, "QuerySet[Any, Row]"]) -> Callable[Asked, list[Row]]:
    """Reads the rows of the queryset that ``make`` makes, which it makes once for each kind of question.

    Positional arguments are the values: numbers, words, days, moments, UUIDs, or lists of these. They may stand in filters
    only. Named arguments, such as a language, are part of the kind; so is the length of a list. ``make`` must read nothing
    else that may change. Raises ValueError for a value that stands in no filter, for the answer would not follow it, and
    TypeError for a kind of value that may change the SQL, such as None.
    """
    kinds: dict[Any, Question] = {}

    @wraps(make)
    def ask(*values: Asked.args, **constants: Asked.kwargs) -> list[Row]:
        given = [tuple(value) if isinstance(value, list) else value for value in values]
        lengths = [len(value) for value in given if isinstance(value, tuple)]
        if any(not 0 < length <= MOST_AT_ONCE for length in lengths):
            return list(make(*values, **constants))
        kind = (*(kind_of(value) for value in given), *constants.items())
        if kind not in kinds:
            stand_ins = stand_ins_for(given)
            kinds[kind] = Question(make(*stand_ins, **constants), flat(stand_ins))
        return kinds[kind].ask(flat(given))

    return ask


class Question:
    """A queryset whose SQL is written, with the places of the values in it.

    The compiler that wrote it and the queryset's own iterable make models of the rows, as ever; only the writing is left out.
    """

    def __init__(self, queryset: "QuerySet[Any, Any]", stand_ins: list[Any]) -> None:
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(using=queryset.db)
        self.sql, params = self.compiler.as_sql()
        self.converters = self.compiler.get_converters([one[0] for one in self.compiler.select[: self.compiler.col_count]])
        stored = [as_stored(one, self.compiler.connection) for one in stand_ins]
        ways: dict[Any, tuple[int, Callable[[Any], Any]]] = {one: (number, as_it_is) for number, one in enumerate(stored)}
        ways |= {beginning_with(one): (number, beginning_with) for number, one in enumerate(stored) if isinstance(one, str)}
        # Whole numbers are given to PostgreSQL as the type that Django chose for the column.
        self.params = [
            (number, type(param) if isinstance(param, int) else way, param)
            for param in params
            for number, way in [ways.get(param, (None, as_it_is))]
        ]
        if missing := set(range(len(stored))) - {number for number, _, _ in self.params}:
            raise ValueError(f"Of the values of this question, number {min(missing) + 1} stands in no filter.")

    def ask(self, values: list[Any]) -> list[Any]:
        connection = connections[self.queryset.db]
        stored = [as_stored(value, connection) for value in values]
        params = tuple(param if number is None else way(stored[number]) for number, way, param in self.params)
        compiler = copy(self.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *args, **kwargs: (self.sql, params)
        compiler.get_converters = lambda expressions: self.converters
        query = InsteadOf(self.queryset.query, get_compiler=lambda *args, **kwargs: compiler)
        rows = list(self.queryset._iterable_class(InsteadOf(self.queryset, query=query)))
        if self.queryset._prefetch_related_lookups:
            prefetch_related_objects(rows, *self.queryset._prefetch_related_lookups)
        return rows


def as_it_is(value: Any) -> Any:
    return value


def beginning_with(words: str) -> str:
    """As Django asks for words that begin with these."""
    escaped = words.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    return f"{escaped}%"


class InsteadOf:
    """Another object with some attributes changed."""

    def __init__(self, other: Any, **changed: Any) -> None:
        self.__dict__.update(changed)
        self._other = other

    def __getattr__(self, name: str) -> Any:
        return getattr(self._other, name)


def kind_of(value: Any) -> Any:
    return (type(value[0]), len(value)) if isinstance(value, tuple) else type(value)


def flat(values: list[Any]) -> list[Any]:
    return [one for value in values for one in (value if isinstance(value, tuple) else (value,))]


def stand_ins_for(values: list[Any]) -> list[Any]:
    """What stands for these values, each another."""
    numbers = count(1)
    return [
        tuple(stand_in(one, numbers) for one in value) if isinstance(value, tuple) else stand_in(value, numbers)
        for value in values
    ]


def stand_in(value: Any, numbers: Iterator[int]) -> Any:
    """Raises TypeError for a kind of value that cannot be asked for so."""
    number = next(numbers)
    match value:
        case UUID():
            return UUID(int=NO_NUMBER + number)
        case datetime():
            return NO_DAY + timedelta(days=number)
        case date():
            return (NO_DAY + timedelta(days=number)).date()
        case int() if not isinstance(value, bool):
            return NO_NUMBER + number
        case str():
            return f"{NO_WORDS}{number}"
    raise TypeError(f"{type(value).__name__} cannot be a value of a question that is written once; give it by name.")


def as_stored(value: Any, connection: Any) -> Any:
    """The value as Django gives it to that database."""
    match value:
        case UUID():
            return value if connection.features.has_native_uuid_field else value.hex
        case datetime():
            return connection.ops.adapt_datetimefield_value(value)
        case date():
            return connection.ops.adapt_datefield_value(value)
    return value
