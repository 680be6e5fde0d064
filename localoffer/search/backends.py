"""The full-text question in each database's own words. Stems come from ``stems``: letters and figures only.

Both answer alike: for each clause, how many points, and the numbers of all entries that have so many, in one text, which
is by far the fastest way to get many of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .ranking import Alternative, Clause

# The classes of fields, the best first, with ten times their weight (ranking.WEIGHTS; the last three together).
# PostgreSQL has four labels; whatever is found in none of these stands in the body.
CLASSES = (
    ("A", "title_words", 100),
    ("B", "other_names", 80),
    ("C", "topics", 60),
    ("D", "summary organisation place", 35),
)
BODY_POINTS = 10


@dataclass(frozen=True)
class Question:
    """``clauses`` all or any of which are looked for, in the entries of these languages."""

    clauses: tuple[Clause, ...]
    languages: tuple[str, ...]
    any_term: bool = False
    without_body: bool = False


Row = tuple[int, int, int]  # entry, points, a bit for each clause


def _by_factor(clause: Clause) -> list[tuple[float, list[Alternative]]]:
    factors = sorted({alternative.factor for alternative in clause.alternatives}, reverse=True)
    return [(factor, [each for each in clause.alternatives if each.factor == factor]) for factor in factors]


def _points(weight: int, factor: float, clause: Clause) -> int:
    return round(weight * factor * clause.rarity)


def _fts(alternatives: Sequence[Alternative], columns: str = "") -> str:
    """For FTS5. Each word is quoted, so that nothing in it is read as syntax."""

    def one(each: Alternative) -> str:
        if each.beginning:
            return f'"{each.words[0]}"*'
        if each.together:
            return f'"{" ".join(each.words)}"'
        return "(" + " AND ".join(f'"{word}"' for word in each.words) + ")"

    words = "(" + " OR ".join(map(one, alternatives)) + ")"
    return f"{{{columns}}} : {words}" if columns else words


def sqlite(question: Question) -> tuple[str, list[str]]:
    """FTS5: one small question for each clause and class of fields.

    The language is left to the caller, who knows the entries: looking at each row here would take most of the time.
    """
    parts, values = [], []
    for number, clause in enumerate(question.clauses):
        for factor, alternatives in _by_factor(clause):
            anywhere = [] if question.without_body else [("", BODY_POINTS)]
            for columns, weight in (*((columns, weight) for _, columns, weight in CLASSES), *anywhere):
                points = _points(weight, factor, clause)
                parts.append(f"SELECT {number}, {points}, group_concat(rowid) FROM search_words WHERE search_words MATCH %s")
                values.append(_fts(alternatives, columns))
    return " UNION ALL ".join(parts), values


def _rows(question: Question, fetched: Iterable[Any]) -> list[Row]:
    """From (number of the clause, points, entries) to what each entry has in all."""
    best: list[dict[int, int]] = [{} for _ in question.clauses]
    for number, points, entries in sorted((number, points, entries or "") for number, points, entries in fetched):
        best[number].update(dict.fromkeys(map(int, filter(None, entries.split(","))), points))  # more points overwrite
    if len(best) == 1:
        return [(entry, points, 1) for entry, points in best[0].items()]
    if not question.any_term:
        everything = (1 << len(best)) - 1
        first, *others = best
        everywhere = first.keys() & set(others[0]).intersection(*others[1:])
        return [(entry, sum([first[entry], *(other[entry] for other in others)]), everything) for entry in everywhere]
    return [
        (
            entry,
            sum(points.get(entry, 0) for points in best),
            sum(1 << number for number, points in enumerate(best) if entry in points),
        )
        for entry in set().union(*best)
    ]


def _tsquery(alternatives: Sequence[Alternative], label: str = "") -> str:
    def one(each: Alternative) -> str:
        if each.beginning:
            return f"'{each.words[0]}':*{label}"
        words = [f"'{word}':{label}" if label else f"'{word}'" for word in each.words]
        return "(" + (" <-> " if each.together else " & ").join(words) + ")"

    return "(" + " | ".join(map(one, alternatives)) + ")"


def postgresql(question: Question) -> tuple[str, list[str]]:
    """tsvector: ``words`` (all, with a GIN index) finds, ``head`` (small, without the body) tells where it stands.

    ``words`` is never read itself but for phrases: it is long, and kept apart from the row.
    """
    parts, values = [], []
    whole, languages = "", ", ".join(["%s"] * len(question.languages))
    if len(question.clauses) > 1 and not question.any_term:
        whole = " & ".join(_tsquery(clause.alternatives) for clause in question.clauses)
    for number, clause in enumerate(question.clauses):
        for factor, alternatives in _by_factor(clause):
            cases = " ".join(f"WHEN head @@ %s::tsquery THEN {_points(weight, factor, clause)}" for _, _, weight in CLASSES)
            values += [_tsquery(alternatives, label) for label, *_ in CLASSES]
            otherwise = "NULL" if question.without_body else str(_points(BODY_POINTS, factor, clause))
            has_all = "AND words @@ %s::tsquery " if whole else ""
            parts.append(
                f"SELECT {number}, points, string_agg(id::text, ',') "
                f"FROM (SELECT id, CASE {cases} ELSE {otherwise} END AS points FROM search_searchentry "
                f"WHERE words @@ %s::tsquery {has_all}AND language IN ({languages})) found "
                "WHERE points IS NOT NULL GROUP BY points"
            )
            values += [_tsquery(alternatives), *([whole] if whole else []), *question.languages]
    # For a word of most entries PostgreSQL would read all rows, and "words" with them, which takes ten times as long as
    # its index. One text with two statements is one transaction, so the setting ends with it.
    return f"SET LOCAL enable_seqscan = off; {' UNION ALL '.join(parts)}", values


BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}


def ask(question: Question) -> list[Row]:
    """The entries that answer, in no order; on SQLite also those of languages that were not asked for. One query."""
    sql, values = BACKENDS[connection.vendor](question)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        if connection.vendor == "postgresql":
            cursor.nextset()
        return _rows(question, cursor.fetchall())
