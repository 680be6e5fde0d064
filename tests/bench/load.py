"""Asks a running site for pages from many connections at once, for a few seconds each: `python -m tests.bench.load`.

python -m tests.bench.load http://127.0.0.1:8000 / /find-a-service/ /healthz

It asks this machine only, and prints for each path and each number of connections: answers a second, and the time in
which 95 of 100 answers came. It runs on the machine that it measures, and takes a share of it.
"""

import statistics
import sys
import time
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import urlsplit

CONNECTIONS = (1, 16, 64)
SECONDS = 4
HERE = ("127.0.0.1", "localhost", "::1")


def ask(host: str, port: int, path: str, until: float, taken: list[float]) -> None:
    while time.perf_counter() < until:
        began = time.perf_counter()
        connection = HTTPConnection(host, port, timeout=30)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}.")
        taken.append(time.perf_counter() - began)


def measure(host: str, port: int, path: str, connections: int) -> tuple[float, float]:
    """Answers a second, and the milliseconds within which 95 of 100 came."""
    taken: list[float] = []
    began = time.perf_counter()
    asked = (host, port, path, began + SECONDS, taken)
    threads = [Thread(target=ask, args=asked) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(taken) / (time.perf_counter() - began)
    return rate, statistics.quantiles(taken, n=20)[-1] * 1000


def main(address: str, paths: list[str]) -> None:
    parts = urlsplit(address)
    if parts.hostname not in HERE:
        raise SystemExit("Only this machine may be asked, for example: http://127.0.0.1:8000")
    print(f"{'path':<44}{'connections':>12}{'a second':>10}{'95 % within, ms':>17}")
    for path in paths:
        for connections in CONNECTIONS:
            rate, slow = measure(parts.hostname, parts.port or 80, path, connections)
            print(f"{path:<44}{connections:>12}{rate:>10.0f}{slow:>17.0f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] or ["/"])
