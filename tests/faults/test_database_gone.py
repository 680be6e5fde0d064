"""The database goes and comes back under a site with several workers."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import Postgres
from tests.faults.site import WebSite, environment, refused_soon, serving, wait_until

pytestmark = pytest.mark.slow
MESSAGE = {"words": "The link is broken.", "name": "", "email": "", "trap": ""}


def early_in_the_minute() -> None:
    """Kept pages count until the full minute: what follows must not be cut in two by it."""
    if (second := time.time() % 60) > 45:
        time.sleep(60 - second)


def test_a_server_that_crashes_is_missed_politely_and_used_again_by_itself(postgres: Postgres, tmp_path: Path) -> None:
    with serving(environment(tmp_path / "data", DATABASE_URL=postgres.address), workers=3) as site:
        early_in_the_minute()
        for _ in range(6):  # each worker has a connection, which is about to die
            assert site.get("/").status_code == 200
            assert site.get("/no-such-page/").status_code == 404
        postgres.crash()
        try:
            assert site.get("/").status_code == 200, "from the copy"
            for _ in range(4):
                refused_soon(lambda: site.get("/money/"))
            assert site.get("/healthz").status_code == 200
            assert site.get("/readyz").json()["database"] == "does not answer"
        finally:
            postgres.start()
        wait_until(lambda: site.get("/readyz").json()["database"] == "ok", "It was not used again")
        assert [site.get(f"/money/?page={number}").status_code for number in range(6)] == [200] * 6
        assert sent(site)


def test_a_locked_file_stops_no_reader_and_refuses_writers_until_it_is_free(sqlite_data: Path) -> None:
    with serving(environment(sqlite_data)) as site:
        token = site.token("/contact/")
        with closing(sqlite3.connect(sqlite_data / "db.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused_soon(lambda: site.send("/contact/", MESSAGE, token))
            assert site.get("/money/").status_code == 200
            other.execute("ROLLBACK")
        assert sent(site)


def sent(site: WebSite) -> bool:
    return site.post("/contact/", MESSAGE).status_code == 303
