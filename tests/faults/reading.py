"""What stands in the databases, read past the site."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.conftest import Postgres

MESSAGES = "SELECT words FROM contact_message"


def written(kind: str, data: Path, postgres: Postgres) -> list[str]:
    """The words of all messages."""
    if kind == "postgresql":
        return [words for (words,) in postgres.ask(MESSAGES)]
    with closing(sqlite3.connect(data / "db.sqlite3")) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [words for (words,) in file.execute(MESSAGES)]
