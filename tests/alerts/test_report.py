"""The report for staff: numbers, and no address."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from localoffer.alerts.models import Delivery, Mailing
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from tests.alerts.conftest import NOW

pytestmark = pytest.mark.django_db


def test_communications_staff_see_how_many_are_told_of_what_and_read_no_address(
    site_tree: Any, person: Any, client: Any, reader: Any
) -> None:
    ari = reader("ari@example.org", "board", "seal")
    reader("kim@example.org", "board", how_often="weekly")
    reader("asked@example.org", confirmed_at=None)
    mailing = Mailing.objects.create(how_often="at-once", made_at=NOW, items=[{"own": {"title": "The plan"}}])
    for state in ("sent", "waiting", "refused"):
        Delivery.objects.create(
            mailing=mailing, subscription=ari if state == "sent" else None, state=state, made_at=NOW, next_try_at=NOW
        )
    client.force_login(person(COMMUNICATIONS))
    answer = client.get("/admin/reports/alerts/")
    rows = [
        [cell.get_text(strip=True) for cell in row.select("td")]
        for row in BeautifulSoup(answer.content, "html5lib").select("tbody tr")
    ]
    assert rows == [
        ["Posts of the board", "1", "1"],
        ["Services newly approved", "1", "0"],
        ["25 November 2026, 10:00", "At once", "The plan", "1", "1", "1"],
    ]
    assert "2 addresses get e-mails. 1 asked" in answer.content.decode()
    assert "ari@" not in answer.content.decode()


def test_others_do_not_see_it(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(DIRECTORY_EDITOR))
    assert client.get("/admin/reports/alerts/").status_code == 403
