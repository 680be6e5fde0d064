"""Starts the demonstration by `make run`, as a stranger would, and asks it for real pages. Twice.

python -m tests.start [an empty folder, to keep the data for the browser's tests: see tests/browser/site.py]
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
PATHS = {
    "/": "What are you looking for?",
    "/find-a-service/?q=autism": "autism",
    "/young-people/": "Childline",
    "/board/": "Reflections",
    "/healthz": "ok",
}
PATIENCE = 300  # seconds


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return listener.getsockname()[1]


def page(address: str) -> str:
    with urlopen(address, timeout=10) as answer:  # noqa: S310  our own address
        return answer.read().decode()


def start(data: str) -> float:
    """Starts the site, checks each page of PATHS, stops it. Returns the seconds to the first answer; raises when it fails."""
    port = free_port()
    began = time.monotonic()
    site = subprocess.Popen(
        ["make", "run", f"PORT={port}"], cwd=ROOT, env={**os.environ, "DATA_DIR": data}, start_new_session=True
    )
    try:
        while True:
            try:
                page(f"http://localhost:{port}/healthz")
                break
            except (URLError, ConnectionError, TimeoutError):
                if site.poll() is not None:
                    raise SystemExit("`make run` stopped by itself.") from None
                if time.monotonic() - began > PATIENCE:
                    raise SystemExit(f"`make run` gave no answer in {PATIENCE} seconds.") from None
                time.sleep(0.2)
        seconds = time.monotonic() - began
        for path, words in PATHS.items():
            if words not in page(f"http://localhost:{port}{path}"):
                raise SystemExit(f"{path} does not say “{words}”.")
        return seconds
    finally:
        os.killpg(site.pid, signal.SIGTERM)
        site.wait(timeout=30)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="localoffer-start-") as passing:
        data = sys.argv[1] if len(sys.argv) > 1 else passing
        first, second = start(data), start(data)
        if data != passing:  # else each of the browser's sites would do all that the loading left to do
            demonstration = {"DJANGO_SETTINGS_MODULE": "localoffer.settings.demo", "DATA_DIR": data}
            work = [sys.executable, "manage.py", "run_scheduled"]
            subprocess.run(work, cwd=ROOT, env={**os.environ, **demonstration}, check=True, stdout=subprocess.DEVNULL)
    print(f"`make run` answered after {first:.1f} s, and the second time after {second:.1f} s.")


if __name__ == "__main__":
    sys.exit(main())
