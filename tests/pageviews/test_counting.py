"""Looks at pages are counted by day, with nothing of who looked, and a page from the cache still costs no query."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from localoffer.pages import middleware
from localoffer.pageviews import signal_handlers
from localoffer.pageviews.jobs import forget_page_views
from localoffer.pageviews.models import PageViews
from localoffer.pageviews.rules import is_a_look, is_a_person
from localoffer.pageviews.services import AT_ONCE, SECONDS, Tally, add
from tests import factories

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
A_DAY, NEXT_DAY = date(2026, 11, 22), date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture
def tally(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Tally:
    """What this process counts, beginning with nothing; written only when the test says so."""
    settings.PAGE_VIEWS = True
    own = Tally()
    own.written_at = float("inf")
    monkeypatch.setattr("localoffer.pageviews.middleware.tally", own)
    monkeypatch.setattr(signal_handlers, "tally", own)
    return own


@pytest.fixture
def reader() -> Client:
    return Client(headers={"user-agent": FIREFOX})


@pytest.fixture
def kept_home(home: Any, reader: Client, tally: Tally, settings: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The home page lies in the cache, in a minute that does not end. Gives its ETag."""
    settings.PAGE_CACHE = True
    monkeypatch.setattr(middleware, "time", SimpleNamespace(time=lambda: 1_800_000_000.0))
    reader.get("/")  # the first look writes the site's details, and so is not kept
    caches["pages"].clear()
    etag = str(reader.get("/")["ETag"])
    tally.waiting.clear()
    return etag


def stored() -> dict[tuple[int, date], int]:
    return {(row.page_id, row.day): row.count for row in PageViews.objects.all()}


# --- Who is counted ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("user_agent", "person"),
    [
        pytest.param(FIREFOX, True, id="a browser"),
        pytest.param("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", True, id="a telephone"),
        pytest.param("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", False, id="a search engine"),
        pytest.param("Mozilla/5.0 (compatible; UptimeRobot/2.0)", False, id="a watcher"),
        pytest.param("curl/8.5.0", False, id="a program"),
        pytest.param("", False, id="who says nothing"),
    ],
)
def test_people_are_counted_and_programs_are_not(user_agent: str, person: bool) -> None:
    assert is_a_person(user_agent) is person


@pytest.mark.parametrize(
    ("method", "purpose", "look"),
    [("GET", "", True), ("HEAD", "", False), ("POST", "", False), ("GET", "prefetch;prerender", False)],
)
def test_only_a_page_that_somebody_reads_now_is_looked_at(method: str, purpose: str, look: bool) -> None:
    assert is_a_look(method, purpose) is look


def test_each_look_counts_also_from_the_cache_and_when_the_reader_has_the_page(
    home: Any, reader: Client, tally: Tally, kept_home: str
) -> None:
    assert reader.get("/").status_code == 200
    assert reader.get("/", headers={"if-none-match": kept_home}).status_code == 304
    assert [(page, number) for (page, _), number in tally.waiting.items()] == [(home.pk, 2)]


def test_staff_programs_missing_pages_and_other_addresses_are_not_counted(
    home: Any, reader: Client, tally: Tally, admin_user: Any
) -> None:
    Client(headers={"user-agent": "curl/8.5.0"}).get("/")
    reader.get("/no-such-page/")
    reader.get("/contact/")
    reader.head("/")
    staff = Client(headers={"user-agent": FIREFOX})
    staff.force_login(admin_user)
    staff.get("/")
    assert not tally.waiting
    reader.get("/")
    assert tally.waiting.total() == 1


def test_a_page_behind_a_password_is_not_looked_at_before_the_password(home: Any, reader: Client, tally: Tally) -> None:
    section = factories.SectionPageFactory(parent=home)
    section.view_restrictions.create(restriction_type="password", password="sesame")
    assert reader.get(section.url).status_code == 200
    assert not tally.waiting


def test_nothing_is_counted_when_it_is_switched_off(home: Any, reader: Client, tally: Tally, settings: Any) -> None:
    settings.PAGE_VIEWS = False
    reader.get("/")
    assert not tally.waiting


# --- Writing it down --------------------------------------------------------------------------------


def test_a_page_from_the_cache_still_asks_nothing_of_the_database(reader: Client, tally: Tally, kept_home: str) -> None:
    tally.written_at = signal_handlers.monotonic()
    with CaptureQueriesContext(connection) as asked:
        reader.get("/")
    assert len(asked) == 0
    assert tally.waiting.total() == 1


def test_it_is_written_after_so_many_looks_or_seconds_and_not_before() -> None:
    tally = Tally()
    tally.written_at = 1000.0
    assert not tally.is_due(1000.0 + SECONDS), "there is nothing to write"
    for _ in range(AT_ONCE - 1):
        tally.note(1, A_DAY)
    assert not tally.is_due(1000.0 + SECONDS - 1)
    assert tally.is_due(1000.0 + SECONDS)
    tally.note(2, A_DAY)
    assert tally.is_due(1000.0)


def test_counts_of_two_processes_and_of_two_days_are_added_up(home: Any) -> None:
    one, other = Tally(), Tally()
    one.note(home.pk, A_DAY)
    one.note(home.pk, A_DAY)
    other.note(home.pk, A_DAY)
    other.note(home.pk, NEXT_DAY)
    for tally in (one, other, one):
        tally.write(0)
    assert stored() == {(home.pk, A_DAY): 3, (home.pk, NEXT_DAY): 1}


def test_after_an_answer_the_counts_are_written_and_kept_pages_stay(reader: Client, tally: Tally, kept_home: str) -> None:
    tally.written_at = 0.0
    reader.get("/")
    assert [row.count for row in PageViews.objects.all()] == [1]
    assert not tally.waiting
    assert reader.get("/")["ETag"] == kept_home


def test_what_cannot_be_written_waits(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tally = Tally()
    tally.note(home.pk, A_DAY)

    def locked(*args: Any) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("localoffer.pageviews.services.add", locked)
        tally.write(0)
    assert stored() == {}
    tally.write(0)
    assert stored() == {(home.pk, A_DAY): 1}


def test_a_worker_that_is_told_to_stop_writes_what_it_has(home: Any, tally: Tally) -> None:
    tally.note(home.pk, A_DAY)
    signal_handlers.write_the_rest()
    assert stored() == {(home.pk, A_DAY): 1}


def test_counts_are_forgotten_after_25_months_and_not_before(home: Any) -> None:
    for day in (date(2024, 10, 21), date(2024, 10, 22)):
        add(home.pk, day, 1)
    assert forget_page_views(datetime(2026, 11, 22, 3, tzinfo=UTC)) == "1 counts of page views forgotten"
    assert [day for _, day in stored()] == [date(2024, 10, 22)]
