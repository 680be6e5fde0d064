"""Prints what searching costs as the directory grows: `make bench-search SIZES="100 1000 10000"`.

Each time is a median, taken in turn with the raw question of the same run: the database's own full-text query with its
own ranking, and one counting pass of three filters over the rows that match. So the machine's speed does not matter.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from io import StringIO

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="localoffer-bench-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "localoffer.settings.test")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from localoffer.directory.finding import find_services  # noqa: E402
from localoffer.directory.forms import FilterForm  # noqa: E402
from localoffer.directory.keeping import _facets, the_facets  # noqa: E402
from localoffer.directory.models import ServicePage  # noqa: E402
from localoffer.search.index import rebuild  # noqa: E402

SIZES = [1000, 10_000]
# The design's budgets.
MOST_TIMES_RAW, MOST_QUERIES, MOST_QUERIES_OF_LISTING, MOST_SECONDS_TO_REBUILD = 4, 15, 12, 30
ROUNDS = 15
# "help" stands in nearly all listings, "club" in one of fifteen.
BROAD, NARROW = "help", "club"
FILTERS = "&cost=yes&no_referral=on&wait=none"
COUNTING = (
    "SELECT count(*), sum(CASE WHEN free = 'yes' THEN 1 ELSE 0 END), sum(CASE WHEN referral_needed = 'no' THEN 1 ELSE 0 END), "
    "sum(CASE WHEN wait = 'none' THEN 1 ELSE 0 END) FROM directory_servicepage WHERE page_ptr_id IN ({matching})"
)
RAW = {
    "sqlite": (
        "SELECT entry.page_id, bm25(search_words) AS score FROM search_words "
        "JOIN search_searchentry entry ON entry.id = search_words.rowid WHERE search_words MATCH %s ORDER BY score",
        "SELECT entry.page_id FROM search_words "
        "JOIN search_searchentry entry ON entry.id = search_words.rowid WHERE search_words MATCH %s",
    ),
    "postgresql": (
        "SELECT page_id, ts_rank(words, query) AS score FROM search_searchentry, to_tsquery('simple', %s) query "
        "WHERE words @@ query ORDER BY score DESC",
        "SELECT page_id FROM search_searchentry, to_tsquery('simple', %s) query WHERE words @@ query",
    ),
}


def raw(word: str) -> None:
    """The database's own full-text query and one counting pass, read to the last row."""
    ranked, matching = RAW[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(ranked, [word])
        cursor.fetchall()
        cursor.execute(COUNTING.format(matching=matching), [word])
        cursor.fetchall()


def search(address: str) -> None:
    find_services(FilterForm(QueryDict(address)), number=1, today=date(2026, 11, 22))


def in_turn(*actions: Callable[[], object]) -> list[float]:
    """The median milliseconds of each action, taken one after the other so that a busy moment hits all alike."""
    taken: list[list[float]] = [[] for _ in actions]
    for round_number in range(ROUNDS + 1):  # the first one warms up
        for number, action in enumerate(actions):
            began = time.perf_counter()
            action()
            if round_number:
                taken[number].append((time.perf_counter() - began) * 1000)
    return [statistics.median(times) for times in taken]


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len([query for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))])


def seconds(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def read_facts_anew() -> None:
    _facets.clear()
    the_facets()


def main(sizes: list[int]) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_demo", stdout=StringIO())
    setup_test_environment()
    client = Client()
    print(f"{connection.vendor}, Python {sys.version.split()[0]}, {os.cpu_count()} processors.")
    print("Milliseconds unless said otherwise; times: the multiple of raw.\n")
    print("| services | raw, broad | search | times | with 3 filters | times | raw, narrow | search | times | with a place "
          "| queries: results | listing | facts anew, s | rebuild, s |")  # fmt: skip
    print("|" + "--:|" * 14)
    over = []
    for size in sizes:
        if missing := size - ServicePage.objects.count():
            call_command("seed_services", missing, seed=size, stdout=StringIO())
        broad, all_broad, filtered, narrow, all_narrow, placed = in_turn(
            lambda: raw(BROAD),
            lambda: search(f"q={BROAD}"),
            lambda: search(f"q={BROAD}{FILTERS}"),
            lambda: raw(NARROW),
            lambda: search(f"q={NARROW}"),
            lambda: search(f"q={BROAD}&where=Abingdon&within=5"),
        )
        results = queries(client, f"/find-a-service/?q={BROAD}&where=Abingdon{FILTERS}")
        listing = queries(client, "/find-a-service/riverside-saturday-club/")
        anew, rebuilt = seconds(read_facts_anew), seconds(rebuild)
        print(
            f"| {size:,} | {broad:.1f} | {all_broad:.1f} | {all_broad / broad:.1f} | {filtered:.1f} | {filtered / broad:.1f} "
            f"| {narrow:.1f} | {all_narrow:.1f} | {all_narrow / narrow:.1f} | {placed:.1f} | {results} | {listing} "
            f"| {anew:.2f} | {rebuilt:.1f} |",
            flush=True,
        )
        marks = {
            "times raw": filtered / broad > MOST_TIMES_RAW,
            "queries of results": results > MOST_QUERIES,
            "queries of a listing": listing > MOST_QUERIES_OF_LISTING,
            "rebuild": size <= 10_000 and rebuilt > MOST_SECONDS_TO_REBUILD,
        }
        over += [f"{name} at {size:,}" for name, is_over in marks.items() if is_over]
    print(f"\nOver budget: {', '.join(over)}." if over else "\nAll within budget.")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
