"""The list of jobs: one name, one job."""

from datetime import UTC, datetime, timedelta

import pytest

from localoffer.scheduling import registry

MINUTE = timedelta(minutes=1)


def work(now: datetime) -> str:
    return "done"


def other_work(now: datetime) -> str:
    return "other"


@pytest.fixture(autouse=True)
def empty_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_jobs", {})


def test_a_registered_job_is_listed_with_its_work() -> None:
    registry.register("tidy", every=MINUTE, run=work)
    [job] = registry.all_jobs()
    assert (job.name, job.every, job.run(datetime(2026, 11, 22, tzinfo=UTC))) == ("tidy", MINUTE, "done")


def test_registering_the_same_work_again_changes_nothing() -> None:
    registry.register("tidy", every=MINUTE, run=work)
    registry.register("tidy", every=MINUTE, run=work)
    assert len(registry.all_jobs()) == 1


def test_a_name_that_other_work_has_is_refused() -> None:
    registry.register("tidy", every=MINUTE, run=work)
    with pytest.raises(ValueError, match="tidy"):
        registry.register("tidy", every=MINUTE, run=other_work)
    assert registry.all_jobs()[0].run is work
