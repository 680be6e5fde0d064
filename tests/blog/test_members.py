"""Who sits on the board: the page, its order, what it needs, and that it is found."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BoardMember, BoardMembersPage
from localoffer.search.index import find
from tests import factories

pytestmark = pytest.mark.django_db
SEATS = [
    ("Alex Morgan", "Chair", "Independent"),
    ("", "A parent", "Parent carer forum"),
    ("Lee <b>Ash</b>", "Head of SEND", "The council"),
    ("Priya Nolan", "Chair of the forum", "Parent  carer forum"),
]


def seated(blog: Any, *seats: tuple[str, str, str]) -> BoardMembersPage:
    page = factories.BoardMembersPageFactory(parent=blog, live=False)
    page.members.set([BoardMember(name=name, role=role, partner=partner) for name, role, partner in seats])
    page.save_revision().publish()
    return BoardMembersPage.objects.get()


def test_members_stand_by_partner_in_the_editors_order(blog: Any, client: Any) -> None:
    shown = BeautifulSoup(client.get(seated(blog, *SEATS).url).content, "html5lib").select_one(".board-members")
    assert [heading.get_text() for heading in shown.select("section h2")] == ["Independent", "Parent carer forum", "The council"]
    lines = [" / ".join(line.stripped_strings) for line in shown.select("section li")]
    assert lines == ["Alex Morgan / Chair", "A parent", "Priya Nolan / Chair of the forum", "Lee <b>Ash</b> / Head of SEND"]


def test_without_a_member_it_is_not_published(blog: Any) -> None:
    page = factories.BoardMembersPageFactory(parent=blog, live=False)
    with pytest.raises(ValidationError, match="at least one person or seat"):
        page.save_revision(clean=False).publish()


def test_the_boards_own_page_leads_to_it(blog: Any, client: Any) -> None:
    page = seated(blog, *SEATS)
    assert f'href="{page.url}"' in client.get(blog.url).content.decode()


def test_it_asks_the_database_as_often_for_forty_members_as_for_one(blog: Any, client: Any) -> None:
    def queries(page: BoardMembersPage) -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).status_code == 200
        return len(captured)

    page = seated(blog, SEATS[0])
    one = queries(page)
    page.members.set([BoardMember(name=f"Person {n}", role="Member", partner=f"Partner {n}") for n in range(40)])
    page.save_revision().publish()
    assert queries(page) == one


def test_it_is_found_by_who_sits_there(blog: Any) -> None:
    page = seated(blog, *SEATS)
    assert find("Priya Nolan", kinds=["post"]).page_ids == [page.pk]
