"""Starts the real site: what `make run` serves, with its demonstration, on data of its own."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.alerts.sink import Sink
from tests.start import free_port

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "demonstration-password"
PATIENCE = 240  # seconds for the site to come up
READY = "DEMONSTRATION_READY"  # names a folder with the data of a demonstration, if one was made before
OURS = ("DATABASE_URL", "SITE_URL", "SECRET_KEY", "TRUSTED_PROXIES")


@dataclass(frozen=True)
class Site:
    """``mail``: the mail server that it sends to. ``environment``: for commands that work on the same data."""

    address: str
    mail: Sink
    environment: dict[str, str]

    def url(self, path: str) -> str:
        return f"{self.address}{path}"


def ready_data(data: Path, shared: Path) -> Path:
    """Fills the folder ``data`` with the demonstration's data, which is made once for all processes that share ``shared``."""
    if READY in os.environ:
        made = Path(os.environ[READY])
    else:
        made, mark = shared / "demonstration", shared / "demonstration-is-made"
        try:
            made.mkdir()
        except FileExistsError:  # another process makes it
            wait_until(mark.exists, "Nobody made the demonstration")
        else:
            with running_site(made):
                pass
            mark.touch()
    copied = Path(shutil.copytree(made, data))
    forget_slow_tasks(copied / "db.sqlite3")
    return copied


def forget_slow_tasks(file: Path) -> None:
    """Or each process would make the copies of all pictures beside its tests. Those that are shown are made when asked."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM django_tasks_database_dbtaskresult WHERE queue_name = 'slow'")


@contextmanager
def running_site(data: Path | str) -> Iterator[Site]:
    """The demonstration, served as `make run` serves it, until the block ends. Its data goes to the folder ``data``."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if name not in OURS},
        "DJANGO_SETTINGS_MODULE": "localoffer.settings.demo",
        "DATA_DIR": str(data),
        "PORT": str(port),
        "HOST": "localhost",
        "DEMO_PASSWORD": PASSWORD,
        "EMAIL_HOST": "127.0.0.1",
    }
    with Sink() as mail:
        environment["EMAIL_PORT"] = str(mail.port)
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run_demo"],
            cwd=ROOT,
            env=environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
        )
        found = Site(f"http://localhost:{port}", mail, environment)
        try:
            wait_for(found.url("/healthz"), process)
            yield found
        finally:
            stop(process)


def stop(process: subprocess.Popen) -> None:
    """Ends the site and what it started; also when it has ended by itself."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)
    except ProcessLookupError:
        pass
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=30)


def wait_for(address: str, process: subprocess.Popen) -> None:
    def answers() -> bool:
        if process.poll() is not None:
            raise RuntimeError("The site stopped by itself.")
        try:
            with urlopen(address, timeout=5):  # noqa: S310  our own address
                return True
        except (URLError, ConnectionError, TimeoutError):
            return False

    wait_until(answers, "The site gave no answer")


def wait_until(holds: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if holds():
            return
        time.sleep(0.2)
    raise RuntimeError(f"{otherwise} in {PATIENCE} seconds.")
