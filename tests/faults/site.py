"""A site as it runs for real: gunicorn with several workers, on a folder of its own, asked over HTTP."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import requests

from tests.start import free_port

ROOT = Path(__file__).resolve().parents[2]
ADMIN, PASSWORD, PHONE = "admin@example.org", "a-long-enough-password", "01632 960100"
PATIENCE = 60  # seconds
PROMISED = 5  # seconds in which a page says who to call
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def environment(data: Path, **more: str) -> dict[str, str]:
    """What a site is told, and nothing that the machine of the tests happens to have set."""
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
        "SITE_URL": "http://localhost:8000",
        "ALLOWED_HOSTS": "localhost",
        "DATA_DIR": str(data),
        "TRUSTED_PROXIES": "1",  # so that each visitor of a test may have an address of their own
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": "9",
        **more,
    }


class WebSite:
    """One web server. ``visitor`` has no cookies, ``staff`` is whoever signed in."""

    def __init__(self, address: str, master: subprocess.Popen) -> None:
        self.address, self.master = address, master
        self.staff = requests.Session()

    def get(self, path: str) -> requests.Response:
        return requests.get(self.address + path, timeout=30)

    def workers(self) -> list[psutil.Process]:
        return psutil.Process(self.master.pid).children()

    def post(self, path: str, data: dict[str, Any], **more: Any) -> requests.Response:
        """As somebody who is signed in, by the form that stands at ``path``."""
        return self.send(path, data, self.token(path), **more)

    def token(self, path: str) -> str:
        return TOKEN.findall(self.staff.get(self.address + path, timeout=30).text)[-1]

    def send(self, path: str, data: dict[str, Any], token: str, **more: Any) -> requests.Response:
        sent = {"csrfmiddlewaretoken": token, **data}
        return self.staff.post(self.address + path, data=sent, timeout=30, allow_redirects=False, **more)

    def sign_in(self) -> None:
        answer = self.post("/account/login/", {"login": ADMIN, "password": PASSWORD})
        assert answer.status_code == 302, answer.text


@contextmanager
def serving(told: dict[str, str], workers: int = 2) -> Iterator[WebSite]:
    """The site, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "localoffer.wsgi", "--bind", f"localhost:{port}", "--workers", str(workers)]
    master = subprocess.Popen([*command, "--preload", "--no-control-socket", "--log-level", "warning"], cwd=ROOT, env=told)
    site = WebSite(f"http://localhost:{port}", master)
    try:
        wait_until(lambda: answers(site), "The site does not answer")
        yield site
    finally:  # at once: a busy machine takes long to end a worker in good order
        for process in (psutil.Process(master.pid), *site.workers()):
            process.kill()
        master.wait(timeout=PATIENCE)


def answers(site: WebSite) -> bool:
    try:
        return site.get("/healthz").status_code == 200
    except requests.ConnectionError:
        return False


def wait_until(is_so: Callable[[], Any], otherwise: str) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(otherwise)
        time.sleep(0.1)


def refused_soon(ask: Callable[[], requests.Response]) -> requests.Response:
    """Whoever asks is told in time that it cannot be shown now, and who to call."""
    began = time.monotonic()
    answer = ask()
    took = time.monotonic() - began
    assert answer.status_code == 503
    assert took < PROMISED
    assert f'href="tel:{PHONE.replace(" ", "")}"' in answer.text
    assert "css/site.css" in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    return answer
