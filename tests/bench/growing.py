"""Prints what a running site answers as its directory grows: `python -m tests.bench.growing 100 1000 10000`.

The demonstration with 2,000 posts, 500 awards (as far as there are listings) and so many made-up services, on SQLite or on
DATABASE_URL, with the cache in files or in CACHE_URL; served by gunicorn with two workers and asked from this machine, which
takes a share of it. "kept" pages come from the cache; words that somebody types never do, and with PAGE_CACHE=no nothing.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

from tests.bench.load import CONNECTIONS, measure
from tests.start import ROOT, free_port

KEPT = {"home": "/", "a service": "/find-a-service/riverside-saturday-club/", "the board’s blog": "/board/"}
NOTHING = {"`/healthz`, which asks nothing": "/healthz"}
ASKED = {"results for “club”": "/find-a-service/?q=club"}
SIZES = ["100", "1000", "10000"]
POSTS, AWARDS = "2000", "500"
WORKERS = "2"


def command(told: dict[str, str], *words: str) -> str:
    return python(told, "manage.py", *words)


def python(told: dict[str, str], *words: str) -> str:
    run = subprocess.run([sys.executable, *words], cwd=ROOT, env=told, check=True, stdout=subprocess.PIPE, text=True)
    return run.stdout.strip()


def is_up(port: int) -> bool:
    try:
        line = HTTPConnection("localhost", port, timeout=30)
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    except ConnectionError:
        return False


@contextmanager
def served(told: dict[str, str]) -> Iterator[int]:
    """The site on a port, for as long as it is measured."""
    port = free_port()
    server = [sys.executable, "-m", "gunicorn", "localoffer.wsgi", "--bind", f"localhost:{port}", "--workers", WORKERS]
    site = subprocess.Popen([*server, "--preload", "--no-control-socket", "--log-level", "error"], cwd=ROOT, env=told)
    try:
        while not is_up(port):
            time.sleep(0.2)
        yield port
    finally:
        site.terminate()
        site.wait(timeout=60)


def measure_site(port: int, size: str, *, kept: bool) -> None:
    how = "kept" if kept else "built each time"
    paths = {f"{name}, {how}": path for name, path in KEPT.items()} | (ASKED | NOTHING if kept else {})
    for name, path in paths.items():
        measure("localhost", port, path, 2)  # warms up
        for connections in CONNECTIONS:
            rate, slow = measure("localhost", port, path, connections)
            print(f"| {int(size):,} | {name} | {connections} | {rate:,.0f} | {slow:,.0f} |", flush=True)


def main(sizes: list[str]) -> None:
    told = {
        **os.environ,
        "DATA_DIR": tempfile.mkdtemp(prefix="localoffer-bench-"),
        "DJANGO_SETTINGS_MODULE": "localoffer.settings.dev",
        "SECRET_KEY": "only-for-measuring-" + "x" * 50,
        "SITE_URL": "http://localhost:8000",
        "ALLOWED_HOSTS": "localhost",
    }
    command(told, "migrate", "--verbosity", "0")
    command(told, "load_demo")
    as_it_runs = {**told, "DJANGO_SETTINGS_MODULE": "tests.faults.settings"}
    counting = "from localoffer.directory.models import ServicePage; print(ServicePage.objects.count())"
    print("| services | page | connections | answers a second | 95 % within, ms |\n|--:|---|--:|--:|--:|")
    for size in sizes:
        if (missing := int(size) - int(command(told, "shell", "--no-imports", "-c", counting))) > 0:
            command(told, "seed_services", str(missing), "--seed", size)
        python(told, "-m", "tests.bench.filling", POSTS, AWARDS)
        command(told, "run_scheduled")
        for page_cache in ("yes", "no"):
            with served({**as_it_runs, "PAGE_CACHE": page_cache}) as port:
                measure_site(port, size, kept=page_cache == "yes")


if __name__ == "__main__":
    main(sys.argv[1:] or SIZES)
