"""Prints what each page type costs, against the budgets of the design: `make bench`.

Queries and time are taken in process, with no page cache; time is given as a multiple of a bare Wagtail page of the
same run, so that the machine's speed does not matter; of results without the search itself, which the design allows beside
the budget. Bytes are those of the first view over the wire: the page and
its style sheets, scripts and fonts, compressed as the server sends them, without the page's own pictures.
"""

import gzip
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="localoffer-bench-"))

import django

from localoffer.settings import test as test_settings

test_settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
test_settings.ROOT_URLCONF = "tests.bench.urls"
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles import finders  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402

from home.models import HomePage  # noqa: E402
from localoffer.directory.finding import OTHER_KINDS, SERVICE  # noqa: E402
from localoffer.search.index import find  # noqa: E402

ROUNDS = 30
KILOBYTE = 1024
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"')
IMPORT = re.compile(r'from "\./([^"]+\.js)"')
FONT = re.compile(r"url\(['\"]?([^)'\"]+\.woff2)['\"]?\)")


@dataclass(frozen=True)
class Budget:
    """The most that a page may cost."""

    name: str
    path: str
    queries: int
    times_bare: float
    kilobytes: int = 70
    requests: int = 8
    question: str = ""  # of results: the words that are searched for


PAGES = [
    Budget("home", "/", 12, 4),
    Budget("information page", "/help-by-topic/ehc-plans/ask-for-an-assessment/", 10, 3),
    Budget("section", "/help-by-topic/health/", 10, 3),
    Budget("youth page", "/young-people/feeling-worried/", 10, 3),
    Budget("youth home", "/young-people/", 10, 3),
    Budget("board post", "/board/reflections-from-steve-crocker-27-march-2024/", 10, 3),
    Budget("blog index", "/board/", 10, 4),
    Budget("news", "/board/news/", 10, 4),
    Budget("news item", "/board/news/school-travel-forms-are-open/", 10, 3),
    Budget("service listing", "/find-a-service/riverside-saturday-club/", 12, 4),
    Budget("results: words", "/find-a-service/?q=autism+club", 15, 6, question="autism club"),
    Budget("results: place", "/find-a-service/?q=club&where=Abingdon&within=10&age=5-11&need=autism", 15, 6, question="club"),
    Budget("results: filters", "/find-a-service/?q=club&topic=things-to-do&age=5-11&need=autism", 15, 6, question="club"),
]


def milliseconds(client: Client, *paths: str) -> list[float]:
    """The median time of a request to each path, asked for in turn, so that a busy moment of the machine hits all alike."""
    taken: dict[str, list[float]] = {path: [] for path in paths}
    for round_number in range(ROUNDS + 1):  # the first one warms up
        for path in paths:
            began = time.perf_counter()
            answer = client.get(path)
            spent = (time.perf_counter() - began) * 1000
            if answer.status_code != 200:
                raise SystemExit(f"{path} answered {answer.status_code}.")
            if round_number:
                taken[path].append(spent)
    return [statistics.median(taken[path]) for path in paths]


def searching(question: str) -> float:
    """The median time of the search itself, in milliseconds."""
    taken = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        find(question, kinds=[SERVICE, *OTHER_KINDS], first=SERVICE)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken[1:])


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len([query for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))])


def first_view(client: Client, path: str) -> tuple[float, int]:
    """The kilobytes and the number of requests of a first visit, pictures of the page left out."""
    page = client.get(path).content
    total, seen = len(gzip.compress(page)), 1
    wanted = {Path(address).name: address for address in ASSET.findall(page.decode())}
    for address in list(wanted.values()):
        if address.endswith(".css"):
            source = Path(str(finders.find(address.removeprefix(settings.STATIC_URL))))
            wanted |= {Path(font).name: f"/static/fonts/{Path(font).name}" for font in FONT.findall(source.read_text())}
        if address.endswith(".js"):
            source = Path(str(finders.find(address.removeprefix(settings.STATIC_URL))))
            wanted |= {name: f"/static/js/{name}" for name in IMPORT.findall(source.read_text())}
    for address in wanted.values():
        content = Path(str(finders.find(address.removeprefix(settings.STATIC_URL)))).read_bytes()
        total += len(content) if address.endswith("woff2") else len(gzip.compress(content))
        seen += 1
    return total / KILOBYTE, seen


def main() -> int:
    for command in (["migrate"], ["load_demo"], ["run_scheduled"]):
        run_beside(*command)
    client = Client()
    [bare] = milliseconds(client, bare_page())
    print(f"{connection.vendor}, Python {sys.version.split()[0]}.", end=" ")
    print(f"A bare Wagtail page: {bare:.1f} ms, {queries(client, bare_page())} queries.\n")
    print(f"{'page':<20}{'queries':>9}{'of':>5}{'ms':>8}{'times bare':>12}{'of':>5}{'KB':>8}{'of':>5}{'requests':>10}{'of':>4}")
    over = []
    for budget in PAGES:
        count = queries(client, budget.path)
        taken, beside = milliseconds(client, budget.path, bare_page())
        size, asked = first_view(client, budget.path)
        times = (taken - (searching(budget.question) if budget.question else 0)) / beside
        marks = [count > budget.queries, times > budget.times_bare, size > budget.kilobytes, asked > budget.requests]
        over += [budget.name] if any(marks) else []
        print(
            f"{budget.name:<20}{count:>9}{budget.queries:>5}{taken:>8.1f}{times:>12.1f}{budget.times_bare:>5}"
            f"{size:>8.1f}{budget.kilobytes:>5}{asked:>10}{budget.requests:>4}{'  OVER' if any(marks) else ''}"
        )
    again_from_the_cache(client)
    print(f"\nOver budget: {', '.join(over)}." if over else "\nAll within budget.")
    return 0


def run_beside(*command: str) -> None:
    """Runs a command in a process of its own: what it leaves in memory would slow down what is measured, and no worker has it."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "localoffer.settings.test"}
    subprocess.run([sys.executable, "manage.py", *command], env=environment, stdout=subprocess.DEVNULL, check=True)


def again_from_the_cache(client: Client) -> None:
    """The same pages for a visitor who comes after another in the same minute (decision 42)."""
    settings.PAGE_CACHE = True
    kept = [budget for budget in PAGES if "q=" not in budget.path]
    for budget in kept:
        taken, count = milliseconds(client, budget.path)[0], queries(client, budget.path)
        print(f"{'again: ' + budget.name:<27}{count:>2}{0:>5}{taken:>8.2f}")
    settings.PAGE_CACHE = False


def bare_page() -> str:
    """A page of Wagtail's own kind with a template of one line, served in Wagtail's own way, as a measure for the others."""
    home = HomePage.objects.get(locale=Locale.get_default())
    if not Page.objects.child_of(home).filter(slug="bare").exists():
        home.add_child(instance=Page(title="Bare", slug="bare"))
    Page.template = "bare.html"
    return "/stock/bare/"
