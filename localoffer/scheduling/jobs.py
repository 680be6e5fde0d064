"""The queue's own jobs: work through what is waiting, forget what is long done."""

import subprocess
import sys
from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command

from .registry import register

WORKER = ("db_worker", "--batch", "--interval", "0", "--no-startup-delay", "--no-reload", "--verbosity", "0")


def _queue_is_in_the_database() -> bool:
    return settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"


def empty_the_queue(now: datetime) -> str:
    from django_tasks_db.models import DBTaskResult

    if not _queue_is_in_the_database():
        return ""
    waiting = DBTaskResult.objects.ready().count()
    if waiting:
        # In a process of its own: the worker takes over the signals that stop a process, and would swallow ours.
        subprocess.run([sys.executable, "-m", "django", *WORKER], cwd=settings.BASE_DIR, check=True)
    return f"{waiting} background tasks done" if waiting else ""


def forget_done_tasks(now: datetime) -> str:
    if _queue_is_in_the_database():
        call_command("prune_db_task_results", min_age_days=14, verbosity=0)
    return ""


register("background-tasks", every=timedelta(seconds=30), run=empty_the_queue)
register("forget-done-tasks", every=timedelta(days=1), run=forget_done_tasks)
