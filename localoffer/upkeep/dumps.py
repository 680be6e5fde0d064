"""A copy of the database in one file while people write, and the database made from such a file in one transaction."""

import os
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from django.db import connection

from .rules import Refused

LONGEST_WAIT = 20  # seconds for those who use the database
NO_TOOL = "The program {tool} is not on this machine. On Debian or Ubuntu: sudo apt install postgresql-client"


def copy_database(to: Path) -> None:
    """Writes the state of one moment. Nobody has to wait for it. Raises Refused when it cannot be had."""
    {"sqlite": _copy_sqlite, "postgresql": _dump_postgresql}[connection.vendor](to)


def put_back(file: Path) -> None:
    """Replaces all of the database by that of the file, in one transaction: it is whole, or as it was. Raises Refused then."""
    {"sqlite": _put_back_sqlite, "postgresql": _put_back_postgresql}[connection.vendor](file)


def database_version() -> str:
    """As in "3.40.1" or "17.6"."""
    return ".".join(map(str, connection.get_database_version()))


def _copy_sqlite(to: Path) -> None:
    with closing(sqlite3.connect(connection.settings_dict["NAME"], uri=True)) as source, closing(sqlite3.connect(to)) as target:
        _copy_pages(source, target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without others beside it


def _put_back_sqlite(file: Path) -> None:
    connection.close()
    with closing(sqlite3.connect(file)) as source:
        try:
            sound = source.execute("PRAGMA quick_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            sound = False
        if not sound:
            raise Refused("The database in this backup is damaged. Take another backup.")
        with closing(sqlite3.connect(connection.settings_dict["NAME"], uri=True)) as target:
            _copy_pages(source, target)
            target.execute("PRAGMA journal_mode=WAL")


def _copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """SQLite's own online copy, in one step and so of one moment; rolled back by SQLite if it ends before its end."""
    until = time.monotonic() + LONGEST_WAIT

    def patience(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise Refused("The database is in use and did not come free. Stop the site and its scheduled work, then try again.")

    try:
        source.backup(target, pages=-1, progress=patience)
    except sqlite3.Error as error:
        raise Refused(f"The database could not be copied: {error}.") from error


def _dump_postgresql(to: Path) -> None:
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(to), at=_database())


def _put_back_postgresql(file: Path) -> None:
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
    connection.close()
    drop = file.with_name("before.sql")
    names = ", ".join(connection.ops.quote_name(name) for name in there)
    drop.write_text(f"DROP TABLE IF EXISTS {names} CASCADE;\n" if names else "")
    script = file.with_name("database.sql")
    _run("pg_restore", "--no-owner", "--no-privileges", "--no-comments", "--file", str(script), str(file))
    _run(
        *("psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"),
        *(
            "--command",
            f"SET lock_timeout = '{LONGEST_WAIT}s'; SET statement_timeout = 0",
            "--file",
            str(drop),
            "--file",
            str(script),
        ),
        at=_database(),
    )


def _database() -> tuple[list[str], dict[str, str]]:
    """The arguments and the environment by which PostgreSQL's own programs reach our database; the password is in the latter."""
    from psycopg.conninfo import make_conninfo
    from psycopg.pq import Conninfo

    known = {option.keyword.decode() for option in Conninfo.get_defaults()}
    given = {name: value for name, value in connection.get_connection_params().items() if name in known}
    password = given.pop("password", None)
    return ["--dbname", make_conninfo(**given)], {"PGPASSWORD": password} if password else {}


def _run(tool: str, *words: str, at: tuple[list[str], dict[str, str]] | None = None) -> None:
    program = shutil.which(tool)
    if program is None:
        raise Refused(NO_TOOL.format(tool=tool))
    where, environment = at or ([], {})
    run = subprocess.run(
        [program, *where, *words], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if run.returncode:
        said = " ".join(run.stderr.split())[:600]
        raise Refused(f"{tool} could not do its work, and the database is as it was. It said: {said}")
