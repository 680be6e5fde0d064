"""Prints what a running site answers as its directory grows: `python -m tests.bench.growing 100 1000`.

The demonstration and so many made-up services, on SQLite or on DATABASE_URL, served by gunicorn with two workers and
asked from this machine, which takes a share of it. "kept" pages come from the cache; words that somebody types never do.
"""

import os
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection

from tests.bench.load import CONNECTIONS, measure
from tests.start import ROOT, free_port

PATHS = {
    "home, kept": "/",
    "a service, kept": "/find-a-service/riverside-saturday-club/",
    "results for “club”": "/find-a-service/?q=club",
}
SIZES = ["100", "1000"]
WORKERS = "2"


def command(told: dict[str, str], *words: str) -> str:
    run = subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=told, check=True, stdout=subprocess.PIPE, text=True)
    return run.stdout.strip()


def is_up(port: int) -> bool:
    try:
        line = HTTPConnection("localhost", port, timeout=30)
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    except ConnectionError:
        return False


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
        port = free_port()
        server = [sys.executable, "-m", "gunicorn", "localoffer.wsgi", "--bind", f"localhost:{port}", "--workers", WORKERS]
        site = subprocess.Popen([*server, "--preload", "--no-control-socket", "--log-level", "error"], cwd=ROOT, env=as_it_runs)
        try:
            while not is_up(port):
                time.sleep(0.2)
            for name, path in PATHS.items():
                measure("localhost", port, path, 2)  # warms up
                for connections in CONNECTIONS:
                    rate, slow = measure("localhost", port, path, connections)
                    print(f"| {int(size):,} | {name} | {connections} | {rate:.0f} | {slow:,.0f} |", flush=True)
        finally:
            site.terminate()
            site.wait(timeout=60)


if __name__ == "__main__":
    main(sys.argv[1:] or SIZES)
