"""The report of page views: for whoever publishes, by days, as a spreadsheet."""

import csv
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from localoffer.pageviews.services import add
from localoffer.search.rules import SHOWN_FROM
from localoffer.search.services import note_unmet
from tests import factories

ADDRESS = "/admin/reports/page-views/"
BY_DAY = "/admin/reports/views-by-day/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(admin_user: Any, client: Client) -> Client:
    client.force_login(admin_user)
    return client


@pytest.fixture
def pages(home: Any) -> list[Any]:
    made = [factories.SectionPageFactory(parent=home, title=title) for title in ("=Money", "Health")]
    for page, day, number in ((0, 21, 5), (0, 22, 1), (1, 22, 4)):
        add(made[page].pk, date(2026, 11, day), number)
    return made


def rows(answer: Any) -> list[tuple[str, str]]:
    soup = BeautifulSoup(answer.content, "html5lib")
    found = [row.select("td") for row in soup.select("table.listing tbody tr")]
    return [(row[0].get_text(strip=True), row[1].get_text(strip=True)) for row in found]


def test_the_most_looked_at_page_comes_first_with_all_its_days(staff: Client, pages: list[Any]) -> None:
    assert rows(staff.get(ADDRESS)) == [("=Money", "6"), ("Health", "4")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("?day_from=2026-11-21", [("=Money", "6"), ("Health", "4")]),
        ("?day_from=2026-11-22", [("Health", "4"), ("=Money", "1")]),
        ("?day_to=2026-11-21", [("=Money", "5")]),
        ("?day_from=2026-11-21&day_to=2026-11-21", [("=Money", "5")]),
        ("?day_from=2026-11-23", []),
        ("?q=heal", [("Health", "4")]),
        ("?ordering=views", [("Health", "4"), ("=Money", "6")]),
    ],
)
def test_it_counts_the_chosen_days_only(staff: Client, pages: list[Any], question: str, expected: list[tuple[str, str]]) -> None:
    assert rows(staff.get(ADDRESS + question)) == expected


@pytest.mark.parametrize("question", ["?day_from=x", "?day_from=%00", "?ordering=owner__password", "?p=99999", "?q=%00"])
def test_a_made_up_question_is_answered(staff: Client, pages: list[Any], question: str) -> None:
    assert staff.get(ADDRESS + question).status_code == 200


def test_the_spreadsheet_has_the_same_rows_and_runs_no_formula(staff: Client, pages: list[Any]) -> None:
    answer = staff.get(f"{ADDRESS}?export=csv&day_from=2026-11-22")
    assert 'filename="page-views-2026-11-22.csv"' in answer["Content-Disposition"]
    lines = list(csv.reader(b"".join(answer.streaming_content).decode().splitlines()))
    assert [line[:2] for line in lines] == [["Page", "Views"], ["Health", "4"], ["'=Money", "1"]]


def test_it_asks_as_often_for_20_pages_as_for_2(staff: Client, pages: list[Any], home: Any) -> None:
    staff.get(ADDRESS)
    with CaptureQueriesContext(connection) as few:
        staff.get(ADDRESS)
    for number in range(18):
        add(factories.SectionPageFactory(parent=home, title=f"Section {number}").pk, date(2026, 11, 22), 1)
    with CaptureQueriesContext(connection) as many:
        staff.get(ADDRESS)
    assert len(many) == len(few)


def days(answer: Any) -> list[tuple[str, ...]]:
    soup = BeautifulSoup(answer.content, "html5lib")
    return [tuple(cell.get_text(strip=True) for cell in row.select("td")) for row in soup.select("table.listing tbody tr")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "",
            [
                ("Mon 23 Nov 2026", "0", "2"),
                ("Sun 22 Nov 2026", "5", "0"),
                ("Sat 21 Nov 2026", "5", "1"),
            ],
        ),
        ("?day_from=2026-11-22", [("Mon 23 Nov 2026", "0", "2"), ("Sun 22 Nov 2026", "5", "0")]),
        ("?day_to=2026-11-21", [("Sat 21 Nov 2026", "5", "1")]),
        ("?day_from=2026-11-24", []),
    ],
    ids=["all", "from", "to", "none"],
)
def test_each_day_has_its_views_and_the_searches_that_found_nothing(
    staff: Client, pages: list[Any], question: str, expected: list[tuple[str, ...]]
) -> None:
    for day in (21, 23, 23):
        note_unmet("horse riding", "en-gb", date(2026, 11, day))
    assert days(staff.get(BY_DAY + question)) == expected


def test_the_days_never_say_what_was_searched_for(staff: Client, pages: list[Any]) -> None:
    for _ in range(SHOWN_FROM):
        note_unmet("horse riding", "en-gb", date(2026, 11, 21))
    assert b"horse" not in staff.get(BY_DAY).content
    lines = list(csv.reader(b"".join(staff.get(f"{BY_DAY}?export=csv").streaming_content).decode().splitlines()))
    assert lines == [["Day", "Page views", "Unmet searches"], ["2026-11-22", "5", "0"], ["2026-11-21", "5", "5"]]


@pytest.mark.parametrize("question", ["?day_from=x", "?day_from=%00", "?ordering=day", "?p=99999", "?q=x", "?export=xlsx"])
def test_a_made_up_question_about_days_is_answered(staff: Client, pages: list[Any], question: str) -> None:
    assert staff.get(BY_DAY + question).status_code == 200
