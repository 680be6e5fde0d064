"""The full-text question in each database's own words. Terms come from ``rules.terms_of``: letters and figures only."""

from dataclasses import dataclass

# How much each part of an entry counts, in the order of SearchEntry's columns.
WEIGHTS = {"title": 10, "other_names": 8, "topics": 6, "summary": 4, "body": 1, "organisation": 3, "place": 3}


@dataclass(frozen=True)
class Question:
    """``terms`` all or any of which are looked for, in entries of one kind (or all) and language."""

    terms: tuple[str, ...]
    kinds: tuple[str, ...]
    language: str
    any_term: bool = False


def sqlite(question: Question) -> tuple[str, list[str]]:
    """FTS5: each term is quoted, so that nothing in it is read as syntax; it also matches as the beginning of a word."""
    joiner = " OR " if question.any_term else " AND "
    words = joiner.join(f'("{term}" OR "{term}"*)' if len(term) > 2 else f'"{term}"' for term in question.terms)
    weights = ", ".join(str(weight) for weight in WEIGHTS.values())
    places = ", ".join(["%s"] * len(question.kinds))
    return (
        f"SELECT entry.page_id, entry.kind, -bm25(search_words, {weights}) AS score "
        "FROM search_words JOIN search_searchentry entry ON entry.id = search_words.rowid "
        f"WHERE search_words MATCH %s AND entry.language = %s AND entry.kind IN ({places}) "
        "ORDER BY score DESC, entry.title, entry.page_id",
        [words, question.language, *question.kinds],
    )


def postgresql(question: Question) -> tuple[str, list[str]]:
    """tsvector: the same terms with the same weights, as beginnings of words as well."""
    joiner = " | " if question.any_term else " & "
    words = joiner.join(f"'{term}':*" if len(term) > 2 else f"'{term}'" for term in question.terms)
    places = ", ".join(["%s"] * len(question.kinds))
    return (
        "SELECT entry.page_id, entry.kind, ts_rank('{0.1, 0.3, 0.5, 1.0}', entry.words, query) AS score "
        "FROM search_searchentry entry, to_tsquery('english', %s) query "
        f"WHERE entry.words @@ query AND entry.language = %s AND entry.kind IN ({places}) "
        "ORDER BY score DESC, entry.title, entry.page_id",
        [words, question.language, *question.kinds],
    )


BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}
