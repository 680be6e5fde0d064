"""Running the jobs that are due: safe every minute, twice at once, and when one of them fails."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from .models import JobRun
from .registry import Job, all_jobs

logger = logging.getLogger(__name__)
# A run that has not finished after this long was killed: the next one may begin.
ABANDONED_AFTER = timedelta(minutes=30)


def is_alive(*, now: datetime, silence: timedelta) -> bool:
    """Whether scheduled work began or ended something within ``silence`` before ``now``, or is at a long job."""
    recent = Q(started_at__gte=now - silence) | Q(finished_at__gte=now - silence)
    at_work = Q(started_at__gt=now - ABANDONED_AFTER, finished_at=None)
    return JobRun.objects.filter(recent | at_work).exists()


@dataclass(frozen=True)
class Report:
    name: str
    said: str
    failed: bool = False


def claim(job: Job, *, now: datetime) -> bool:
    """Takes the job if it is due and nobody else is at it. One UPDATE decides, so only one caller wins."""
    JobRun.objects.get_or_create(name=job.name)
    due = Q(started_at=None) | Q(started_at__lte=now - job.every)
    free = Q(started_at=None) | Q(finished_at__gte=F("started_at")) | Q(started_at__lte=now - ABANDONED_AFTER)
    return bool(JobRun.objects.filter(due & free, name=job.name).update(started_at=now, finished_at=None))


def run_due_jobs(*, now: datetime) -> list[Report]:
    """Runs each job that is due at ``now``. A job that fails is reported and never stops the others.

    When the process is told to stop (SystemExit, KeyboardInterrupt), the job at work is free again at once.
    """
    reports = []
    for job in all_jobs():
        if not claim(job, now=now):
            continue
        try:
            report = Report(job.name, job.run(now))
        except Exception as error:
            logger.exception("The scheduled job %s failed", job.name)
            report = Report(job.name, f"{type(error).__name__}: {error}", failed=True)
        except BaseException:  # we are told to stop: whoever comes next begins it anew
            JobRun.objects.filter(name=job.name).update(started_at=None, finished_at=None)
            raise
        JobRun.objects.filter(name=job.name).update(
            finished_at=max(now, timezone.now()), outcome=report.said, failed=report.failed
        )
        reports.append(report)
    return reports
