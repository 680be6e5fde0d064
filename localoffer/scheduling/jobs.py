"""The queue's own jobs: work through what is waiting, forget what is long done."""

import subprocess
import sys
from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db.models import Q

from .registry import register
from .services import ABANDONED_AFTER

WORKER = ("db_worker", "--batch", "--interval", "0", "--no-startup-delay", "--no-reload", "--verbosity", "0")
# What is left of the queue "slow" waits for the next run: it must not hold up a page that is to be published on time.
MOST_SLOW = 20
MOST_TRIES = 3


def _queue_is_in_the_database() -> bool:
    return settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"


def empty_the_queue(now: datetime) -> str:
    """Does all that waits, and then ``MOST_SLOW`` of what is slow."""
    if not _queue_is_in_the_database():
        return ""
    put_back_broken_off_tasks(now)
    done = _work_through("default") + _work_through("slow", most=MOST_SLOW)
    return f"{done} background tasks done" if done else ""


def _work_through(queue: str, most: int | None = None) -> int:
    """Has a worker do what waits in a queue, or so many of it. Returns how many tasks that were."""
    from django_tasks_db.models import DBTaskResult

    waiting = DBTaskResult.objects.ready().filter(queue_name=queue).count()
    if waiting:
        # In a process of its own: the worker takes over the signals that stop a process, and would swallow ours.
        command = [sys.executable, "-m", "django", *WORKER, "--queue-name", queue]
        if most is not None:
            command += ["--max-tasks", str(most)]
        worker = subprocess.Popen(command, cwd=settings.BASE_DIR)
        try:
            worker.wait()
        except BaseException:
            worker.terminate()
            worker.wait()
            raise
        if worker.returncode:
            raise subprocess.CalledProcessError(worker.returncode, worker.args)
    return waiting if most is None else min(waiting, most)


def put_back_broken_off_tasks(now: datetime) -> int:
    """Tasks whose worker was killed, or was told twice to stop, wait again: half done or not, but ``MOST_TRIES`` times at most,
    since one of them may be what kills the worker. Returns how many."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    killed = Q(status=TaskResultStatus.RUNNING, started_at__lte=now - ABANDONED_AFTER)
    stopped = Q(status=TaskResultStatus.FAILED, exception_class_path="builtins.SystemExit")
    again = [task.pk for task in DBTaskResult.objects.filter(killed | stopped) if len(task.worker_ids) < MOST_TRIES]
    return DBTaskResult.objects.filter(pk__in=again).update(
        status=TaskResultStatus.READY, started_at=None, finished_at=None, exception_class_path="", traceback=""
    )


def forget_done_tasks(now: datetime) -> str:
    if _queue_is_in_the_database():
        call_command("prune_db_task_results", queue_name="*", min_age_days=14, verbosity=0)
    return ""


register("background-tasks", every=timedelta(seconds=30), run=empty_the_queue)
register("forget-done-tasks", every=timedelta(days=1), run=forget_done_tasks)
