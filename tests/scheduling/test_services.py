"""Jobs run when they are due, once, and one that fails stops no other."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from localoffer.scheduling import registry
from localoffer.scheduling.models import JobRun
from localoffer.scheduling.registry import register
from localoffer.scheduling.services import ABANDONED_AFTER, claim, run_due_jobs

pytestmark = pytest.mark.django_db

# Before the clock of any machine that runs this: a run is over at the later of the two.
NOW = datetime(2024, 3, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
EVERY = timedelta(minutes=10)


class Work:
    """Work that counts its runs, and says what it is told to."""

    def __init__(self, says: str = "", fails: BaseException | None = None) -> None:
        self.says, self.fails, self.at = says, fails, []

    def __call__(self, now: datetime) -> str:
        self.at.append(now)
        if self.fails:
            raise self.fails
        return self.says


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Work]:
    """Registers a job in a list that has no others; gives its work."""
    monkeypatch.setattr(registry, "_jobs", {})

    def make(name: str = "tidy", every: timedelta = EVERY, **how: Any) -> Work:
        work = Work(**how)
        register(name, every=every, run=work)
        return work

    return make


def test_a_job_that_never_ran_is_due_and_gets_the_moment(job: Callable[..., Work]) -> None:
    work = job(says="3 things tidied")
    [report] = run_due_jobs(now=NOW)
    assert work.at == [NOW]
    assert (report.name, report.said, report.failed) == ("tidy", "3 things tidied", False)
    row = JobRun.objects.get(name="tidy")
    assert (row.started_at, row.outcome, row.failed) == (NOW, "3 things tidied", False)


@pytest.mark.parametrize(("later", "runs"), [(EVERY - SECOND, 1), (EVERY, 2), (EVERY + SECOND, 2)])
def test_a_job_runs_again_only_when_its_time_has_passed(job: Callable[..., Work], later: timedelta, runs: int) -> None:
    work = job()
    run_due_jobs(now=NOW)
    run_due_jobs(now=NOW + later)
    assert len(work.at) == runs


def test_a_job_that_is_not_due_is_not_reported(job: Callable[..., Work]) -> None:
    job()
    run_due_jobs(now=NOW)
    assert run_due_jobs(now=NOW + SECOND) == []


def test_only_one_of_two_callers_gets_a_job(job: Callable[..., Work]) -> None:
    job()
    [mine] = registry.all_jobs()
    assert claim(mine, now=NOW) is True
    assert claim(mine, now=NOW) is False


def test_a_job_at_work_is_not_begun_again_although_it_is_due(job: Callable[..., Work]) -> None:
    job()
    [mine] = registry.all_jobs()
    claim(mine, now=NOW)
    assert claim(mine, now=NOW + EVERY) is False


@pytest.mark.parametrize(("later", "free"), [(ABANDONED_AFTER - SECOND, False), (ABANDONED_AFTER, True)])
def test_a_run_that_was_killed_frees_its_job_after_half_an_hour(job: Callable[..., Work], later: timedelta, free: bool) -> None:
    job()
    [mine] = registry.all_jobs()
    claim(mine, now=NOW)
    assert claim(mine, now=NOW + later) is free


def test_a_failing_job_is_reported_and_stops_no_other(job: Callable[..., Work]) -> None:
    job("breaks", fails=RuntimeError("the disk is full"))
    other = job("tidy", says="done")
    reports = {report.name: report for report in run_due_jobs(now=NOW)}
    assert reports["breaks"].failed
    assert reports["breaks"].said == "RuntimeError: the disk is full"
    assert not reports["tidy"].failed
    assert other.at == [NOW]
    row = JobRun.objects.get(name="breaks")
    assert (row.failed, row.outcome) == (True, "RuntimeError: the disk is full")


def test_a_failed_job_is_tried_again_in_its_time_and_then_is_well(job: Callable[..., Work]) -> None:
    work = job("breaks", fails=RuntimeError("the disk is full"))
    run_due_jobs(now=NOW)
    assert run_due_jobs(now=NOW + SECOND) == []
    work.fails = None
    assert [report.failed for report in run_due_jobs(now=NOW + EVERY)] == [False]
    assert JobRun.objects.get(name="breaks").failed is False


def test_the_site_has_these_jobs() -> None:
    names = {job.name for job in registry.all_jobs()}
    assert names >= {"publish", "forget-attempts", "background-tasks", "forget-done-tasks"}


@pytest.mark.parametrize("stop", [SystemExit(0), KeyboardInterrupt()], ids=["SIGTERM", "Ctrl+C"])
def test_a_job_that_is_told_to_stop_is_free_for_the_next_run_at_once(job: Callable[..., Work], stop: BaseException) -> None:
    work = job(fails=stop)
    with pytest.raises(type(stop)):
        run_due_jobs(now=NOW)
    work.fails = None
    assert [report.failed for report in run_due_jobs(now=NOW + SECOND)] == [False]
