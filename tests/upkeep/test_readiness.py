"""/readyz: what is wrong in a few words, nothing secret, no cookie."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from localoffer.scheduling.models import JobRun
from localoffer.scheduling.services import ABANDONED_AFTER, is_alive, run_due_jobs
from localoffer.search import index
from localoffer.search.models import SearchEntry
from localoffer.upkeep.readiness import LONGEST_SILENCE, state
from tests import factories

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ALL_WELL = dict.fromkeys(("database", "migrations", "search", "scheduled_work", "cache", "disk"), "ok")


@pytest.fixture
def beat() -> JobRun:
    return JobRun.objects.create(name="publish", started_at=NOW - 2 * SECOND, finished_at=NOW - SECOND)


def test_a_site_that_can_serve_people_says_so(client: Client) -> None:
    JobRun.objects.create(name="publish", started_at=timezone.now(), finished_at=timezone.now())
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, **ALL_WELL})
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_it_asks_the_database_as_often_with_much_in_it(beat: JobRun, home: Any, django_assert_num_queries: Any) -> None:
    factories.InformationPageFactory(parent=home)
    index.rebuild()
    state(now=NOW)  # the migrations of the code are read once
    with django_assert_num_queries(6):
        assert state(now=NOW) == ALL_WELL
    for _ in range(5):
        factories.InformationPageFactory(parent=home)
    with django_assert_num_queries(6):
        assert state(now=NOW) == ALL_WELL


def test_without_a_database_it_says_that_and_names_no_host(client: Client) -> None:
    def gone(*args: Any) -> None:
        raise OperationalError("connection to server at db.example.org, user sam, password hush failed")

    with connection.execute_wrapper(gone):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    found = answer.json()
    assert (found["ready"], found["database"], found["migrations"]) == (False, "does not answer", "not asked")
    assert (found["cache"], found["disk"]) == ("ok", "ok")
    assert not {"example", "sam", "hush"} & set(json.dumps(found).replace(".", " ").split())


def test_a_migration_that_is_not_applied_is_counted(beat: JobRun) -> None:
    MigrationRecorder.Migration.objects.filter(app="scheduling", name="0001_initial").delete()
    assert state(now=NOW) == ALL_WELL | {"migrations": "1 not applied: run migrate"}


def test_an_empty_index_is_wrong_only_when_there_are_public_pages(beat: JobRun, home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    SearchEntry.objects.all().delete()
    assert state(now=NOW) == ALL_WELL | {"search": "the index is empty: run rebuild_search"}
    page.unpublish()
    home.unpublish()
    SearchEntry.objects.all().delete()
    assert state(now=NOW) == ALL_WELL


@pytest.mark.parametrize(("ago", "alive"), [(LONGEST_SILENCE - SECOND, True), (LONGEST_SILENCE + SECOND, False)])
def test_scheduled_work_counts_as_stopped_after_five_silent_minutes(ago: timedelta, alive: bool) -> None:
    JobRun.objects.create(name="publish", started_at=NOW - ago - SECOND, finished_at=NOW - ago)
    assert (state(now=NOW)["scheduled_work"] == "ok") is alive


@pytest.mark.parametrize(("ago", "alive"), [(ABANDONED_AFTER - SECOND, True), (ABANDONED_AFTER, False)])
def test_a_long_job_is_no_silence_until_it_counts_as_killed(ago: timedelta, alive: bool) -> None:
    JobRun.objects.create(name="publish", started_at=NOW - ago)
    assert is_alive(now=NOW, silence=LONGEST_SILENCE) is alive


def test_scheduled_work_that_never_ran_is_not_alive_and_one_run_is_enough() -> None:
    assert not is_alive(now=NOW, silence=LONGEST_SILENCE)
    run_due_jobs(now=NOW)
    assert is_alive(now=NOW + SECOND, silence=LONGEST_SILENCE)


def test_a_cache_that_forgets_or_fails_is_said(beat: JobRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "get", lambda key: None)
    assert state(now=NOW) == ALL_WELL | {"cache": "does not keep what it is given"}

    def full(*args: Any, **how: Any) -> None:
        raise OSError("/srv/localoffer/cache: no space left")

    monkeypatch.setattr(cache, "set", full)
    assert state(now=NOW) == ALL_WELL | {"cache": "does not answer"}


@pytest.mark.parametrize(("free", "said"), [(500_000_000, "ok"), (499_999_999, "nearly full")])
def test_too_little_room_on_the_disk_is_said(free: int, said: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LEAST_DISK_MB = 500
    monkeypatch.setattr("shutil.disk_usage", lambda folder: type("Usage", (), {"free": free})())
    assert state(now=NOW)["disk"] == said


def test_it_is_asked_without_https_as_machines_do(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/readyz").status_code == 503
    assert client.get("/contact/").status_code == 301
