"""Wagtail's own database search, for the admin, with what staff type made safe.

On SQLite a quotation mark or a semicolon ends in "fts5: syntax error", a page that fails; on PostgreSQL a NUL does.
"""

from typing import Any

from modelsearch.backends import database

from .rules import cleaned

HARMFUL = str.maketrans(dict.fromkeys('";\\\x00', " "))
# Finds nothing; an empty question would give Wagtail a result without a model, on which its lists fail.
NO_WORD = "∅"


class TidyQuestions:
    """Takes out of a question what the database would read as syntax."""

    def _search(self, query_compiler_class: Any, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        if isinstance(query, str) and query:
            query = cleaned(query.translate(HARMFUL)) or NO_WORD
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802  the name that Wagtail looks for
    """The search backend of this database, tidied."""
    backend = type(database.SearchBackend(dict(params)))
    return type(f"Tidy{backend.__name__}", (TidyQuestions, backend), {})(params)
