"""The queue of background tasks: one that was broken off waits again."""

import os
import signal
import threading
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from localoffer.scheduling import registry
from localoffer.scheduling.jobs import MOST_SLOW, MOST_TRIES, empty_the_queue, put_back_broken_off_tasks
from localoffer.scheduling.models import JobRun
from localoffer.scheduling.services import ABANDONED_AFTER

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 3, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
RUNNING, FAILED, READY = TaskResultStatus.RUNNING, TaskResultStatus.FAILED, TaskResultStatus.READY


def broken_off(status: str, *, tries: int = 1, error: str = "", age: timedelta = timedelta()) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=status,
        started_at=NOW - age,
        worker_ids=["worker"] * tries,
        exception_class_path=error,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="localoffer.search.services.keep",
        backend_name="default",
        run_after=NOW,
    )


def status(task: DBTaskResult) -> str:
    put_back_broken_off_tasks(NOW)
    task.refresh_from_db()
    return task.status


@pytest.mark.parametrize(
    ("age", "then"), [(ABANDONED_AFTER - SECOND, RUNNING), (ABANDONED_AFTER, READY)], ids=["before", "after"]
)
def test_a_task_whose_worker_was_killed_waits_again_after_half_an_hour(age: timedelta, then: str) -> None:
    assert status(broken_off(RUNNING, age=age)) == then


@pytest.mark.parametrize(
    ("error", "then"), [("builtins.SystemExit", READY), ("builtins.ValueError", FAILED)], ids=["told to stop", "failed"]
)
def test_a_task_that_was_told_to_stop_waits_again_and_one_that_failed_does_not(error: str, then: str) -> None:
    assert status(broken_off(FAILED, error=error)) == then


@pytest.mark.parametrize(("tries", "then"), [(MOST_TRIES - 1, READY), (MOST_TRIES, FAILED)], ids=["before", "after"])
def test_a_task_that_was_broken_off_too_often_is_given_up(tries: int, then: str) -> None:
    assert status(broken_off(FAILED, error="builtins.SystemExit", tries=tries)) == then


def waiting(queue: str, number: int) -> None:
    task = {"args_kwargs": {"args": [], "kwargs": {}}, "task_path": "x.y", "backend_name": "default", "run_after": NOW}
    DBTaskResult.objects.bulk_create(DBTaskResult(status=READY, queue_name=queue, **task) for _ in range(number))


def test_a_run_does_all_that_waits_and_a_little_of_what_is_slow(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": settings.QUEUES}}
    started: list[list[str]] = []
    quick_worker = SimpleNamespace(wait=lambda: 0, returncode=0)
    monkeypatch.setattr("subprocess.Popen", lambda command, cwd: started.append(command) or quick_worker)
    assert empty_the_queue(NOW) == ""
    assert started == []
    waiting("default", MOST_SLOW + 5)
    waiting("slow", MOST_SLOW + 1)
    assert empty_the_queue(NOW) == f"{2 * MOST_SLOW + 5} background tasks done"
    assert [command[command.index("--queue-name") + 1 :] for command in started] == [
        ["default"],
        ["slow", "--max-tasks", str(MOST_SLOW)],
    ]


def test_scheduled_work_that_gets_a_sigterm_frees_the_job_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_jobs", {})
    never = threading.Event()

    def long(now: datetime) -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        never.wait(5)
        return "went on to its end"

    registry.register("long", every=timedelta(hours=1), run=long)
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit):
        call_command("run_scheduled")
    assert JobRun.objects.get(name="long").started_at is None
    assert signal.getsignal(signal.SIGTERM) is before
