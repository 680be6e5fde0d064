"""The report of reading ages: the hardest first, by kind, over the limit; each sees the pages that he or she may publish."""

import csv
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from localoffer.people.roles import COMMUNICATIONS, FORUM_MEMBER, FORUM_SUPPORTER, READER
from localoffer.readability.models import PageReading
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/reading/"


@pytest.fixture
def boss(site_tree: dict[str, Any], person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


def youth_page(site_tree: dict[str, Any], title: str, **figures: Any) -> Any:
    """A public youth page with these figures kept of it."""
    page = factories.YouthPageFactory(parent=site_tree["youth"], title=title)
    PageReading.objects.filter(page=page.pk).update(**figures)
    return page


def titles(answer: Any) -> list[str]:
    soup = BeautifulSoup(answer.content, "html5lib")
    return [found.get_text(strip=True) for found in soup.select("td.title a")]


def test_the_hardest_page_comes_first(boss: Client, site_tree: dict[str, Any]) -> None:
    youth_page(site_tree, "Easy", grade=2.0)
    youth_page(site_tree, "Hard", grade=50.0)
    youth_page(site_tree, "Middle", grade=49.0)
    found = titles(boss.get(ADDRESS))
    assert found[:2] == ["Hard", "Middle"]
    assert found.index("Easy") > 1
    easiest_first = titles(boss.get(f"{ADDRESS}?ordering=grade"))
    assert easiest_first[-1] == "Hard"


def test_it_can_be_filtered_by_kind_and_by_limit(boss: Client, site_tree: dict[str, Any]) -> None:
    PageReading.objects.update(grade=1.0, longest_sentence=5)
    youth_page(site_tree, "At the limit", grade=6.0, words=100, longest_sentence=20)
    youth_page(site_tree, "Over", grade=6.1, words=100, longest_sentence=20)
    youth_page(site_tree, "With a reason", grade=6.1, words=100, reason="It quotes.", longest_sentence=20)
    youth_page(site_tree, "Long", grade=1.0, words=100, longest_sentence=21)
    assert set(titles(boss.get(f"{ADDRESS}?over=over"))) == {"Over", "With a reason", "Long"}
    assert set(titles(boss.get(f"{ADDRESS}?over=reason"))) == {"Over", "Long"}
    assert titles(boss.get(f"{ADDRESS}?kind=board")) == []
    assert "At the limit" in titles(boss.get(f"{ADDRESS}?kind=youth"))
    assert site_tree["section"].title not in titles(boss.get(f"{ADDRESS}?kind=youth"))


def test_it_can_be_searched_by_title(boss: Client, site_tree: dict[str, Any]) -> None:
    youth_page(site_tree, "Swimming")
    assert titles(boss.get(f"{ADDRESS}?q=swimm")) == ["Swimming"]


@pytest.mark.parametrize(
    "question", ["?q=%00", "?kind=%00", "?ordering=page__owner__password", "?p=99999", "?over=x", "?export=pdf"]
)
def test_a_made_up_question_is_answered(boss: Client, question: str) -> None:
    assert boss.get(ADDRESS + question).status_code == 200


def test_drafts_are_not_in_it(boss: Client, site_tree: dict[str, Any]) -> None:
    youth_page(site_tree, "Gone").unpublish()
    assert "Gone" not in titles(boss.get(ADDRESS))


def test_each_sees_the_pages_that_they_may_publish_and_others_are_refused(site_tree: dict[str, Any], person: Any) -> None:
    youth_page(site_tree, "Clubs")
    factories.BoardPostPageFactory(parent=site_tree["blog"], title="Post")
    seen = {}
    for role in (FORUM_SUPPORTER, COMMUNICATIONS):
        browser = Client()
        browser.force_login(person(role))
        seen[role.name] = set(titles(browser.get(ADDRESS)))
    assert seen[FORUM_SUPPORTER.name] == {"Clubs", site_tree["youth"].title}
    assert seen[COMMUNICATIONS.name] == {"Post", site_tree["blog"].title}
    member = Client()
    writer = person(FORUM_MEMBER)
    member.force_login(writer)
    factories.YouthPageFactory(parent=site_tree["youth"], owner=writer)
    assert member.get(ADDRESS).status_code == 403
    assert ADDRESS not in member.get("/admin/").content.decode()
    reader = Client()
    reader.force_login(person(READER))
    assert reader.get(ADDRESS).status_code == 403
    assert reader.get(f"{ADDRESS}?export=csv").status_code == 403
    assert reader.get(reverse("readability_report_results")).status_code == 403


def test_it_is_exported_and_no_cell_is_run_as_a_formula(boss: Client, site_tree: dict[str, Any]) -> None:
    youth_page(site_tree, "=1+1", grade=60.0, words=100, longest_sentence=9)
    answer = boss.get(f"{ADDRESS}?export=csv")
    first = next(csv.DictReader(b"".join(answer.streaming_content).decode().splitlines()))
    assert (first["Page"], first["Kind"], first["Reading age"]) == ("'=1+1", "Youth pages", "65")
    assert first["Over its limits"] == "The reading age is 65. The limit is 11."
    sheet = load_workbook(BytesIO(b"".join(boss.get(f"{ADDRESS}?export=xlsx").streaming_content))).active
    assert [cell.value for cell in sheet[2]][:3] == ["'=1+1", "Youth pages", 65]


def test_the_number_of_queries_does_not_grow_with_the_pages(boss: Client, site_tree: dict[str, Any]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            boss.get(ADDRESS)
        return len(captured)

    queries()
    few = queries()
    for number in range(20):
        youth_page(site_tree, f"Page {number}")
    assert queries() == few
