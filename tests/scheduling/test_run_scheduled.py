"""The command that a timer calls every minute."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from localoffer.scheduling import registry
from localoffer.scheduling.registry import register

pytestmark = pytest.mark.django_db


def run() -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("run_scheduled", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[datetime]]:
    """Puts one job beside those before it, in a list that has no others; gives when it ran."""
    monkeypatch.setattr(registry, "_jobs", {})

    def make(name: str, says: str = "", fails: bool = False) -> list[datetime]:
        ran: list[datetime] = []

        def work(now: datetime) -> str:
            ran.append(now)
            if fails:
                raise RuntimeError("the disk is full")
            return says

        register(name, every=timedelta(hours=1), run=work)
        return ran

    return make


def test_it_says_what_each_job_did_and_nothing_of_the_silent(only: Callable[..., list[datetime]]) -> None:
    only("tidy", says="3 things tidied")
    only("silent")
    out, err = run()
    assert out.splitlines() == ["tidy: 3 things tidied"]
    assert err == ""


def test_it_complains_of_a_job_that_failed_and_goes_on(only: Callable[..., list[datetime]]) -> None:
    only("breaks", fails=True)
    other = only("tidy", says="done")
    out, err = run()
    assert err.splitlines() == ["breaks failed: RuntimeError: the disk is full"]
    assert out.splitlines() == ["tidy: done"]
    assert len(other) == 1


def test_a_second_call_in_the_same_minute_does_nothing(only: Callable[..., list[datetime]]) -> None:
    ran = only("tidy", says="done")
    run()
    assert run() == ("", "")
    assert len(ran) == 1


def test_the_jobs_of_the_site_run_twice_without_a_complaint(home: object) -> None:
    assert run()[1] == ""
    assert run()[1] == ""
