"""The report of all seals: who may see it, its filters on both sides of a day, and what is taken away."""

import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.people.roles import FORUM_SUPPORTER, ROLES
from localoffer.seal.choices import State
from localoffer.seal.models import Award
from localoffer.seal.views.admin_report import in_state
from tests import factories

pytestmark = pytest.mark.django_db
MAY_SEE = {"Site administrators", "Directory editors", "Forum supporters", "Readers"}
ADDRESS = "/admin/reports/seal/"


def day(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def award(title: str = "Club", **fields: Any) -> Award:
    from uuid import uuid4

    return factories.AwardFactory(listing_key=uuid4(), listing_title=title, **fields)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_the_report_opens_for_those_who_see_seals(role: Any, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(role))
    expected = 200 if role.name in MAY_SEE else 403
    for address in (ADDRESS, f"{ADDRESS}results/", f"{ADDRESS}?export=csv"):
        assert client.get(address).status_code == expected


def test_the_filter_by_state_finds_just_what_the_rule_says_around_each_boundary() -> None:
    now = timezone.now()
    for given, review, ends in [(-9, 9, 99), (-9, 0, 99), (-9, 1, 99), (0, 50, 99), (1, 50, 99), (-9, -5, 0), (-9, -5, -1)]:
        for paused in (None, now):
            award(given_on=day(given), review_on=day(review), ends_on=day(ends), paused_at=paused)
    for ending in ("withdrawn", "replaced"):
        award(given_on=day(-9), ends_on=day(9), closed_at=now, ending=ending)
    found = {state: set(in_state(Award.objects.all(), state)) for state in State}
    ruled = {state: {one for one in Award.objects.all() if one.state_on(day(0)) is state} for state in State}
    assert found == ruled
    assert all(found.values())


def test_the_export_holds_each_award_with_its_state(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    award("Riverside club", given_on=day(-9), ends_on=day(365))
    award("Gone club", given_on=day(-9), ends_on=day(-1))
    answer = client.get(f"{ADDRESS}?export=csv")
    rows = list(csv.DictReader(StringIO(answer.getvalue().decode())))
    assert {(row["Service"], row["State today"]) for row in rows} == {("Riverside club", "Approved"), ("Gone club", "Expired")}
    only = client.get(f"{ADDRESS}?export=csv&state=expired").getvalue().decode()
    assert "Gone club" in only
    assert "Riverside" not in only


@pytest.mark.parametrize(
    "question", ["state=x", "q=%00%25", "p=999", "given_on_from=soon", "ordering=words", "state=expired&q=x"]
)
def test_no_question_breaks_the_report(question: str, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    award()
    assert client.get(f"{ADDRESS}?{question}").status_code in (200, 404)


def test_the_report_asks_the_database_as_often_for_one_award_as_for_thirty(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))

    def queries() -> int:
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        return len(captured)

    award()
    one = queries()
    for _ in range(29):
        award()
    assert queries() == one
