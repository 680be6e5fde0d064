"""Search in the admin: nothing that staff type ends in a page that fails."""

from typing import Any

import pytest

from localoffer.directory.models import Organisation
from localoffer.people.roles import SITE_ADMINISTRATOR
from tests.factories import OrganisationFactory

HARMFUL = ['"', '";--', "\x00", " ", "a\x00b", "' OR 1=1", "\\", "*", "x" * 2000, "🙂"]
PLACES = [
    "/admin/pages/search/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/media/",
    "/admin/inbox/",
    "/admin/users/",
    "/admin/seal/",
    "/admin/choose-page/search/",
    "/admin/snippets/directory/organisation/",
]


@pytest.mark.parametrize("place", PLACES)
def test_no_question_makes_a_list_in_the_admin_fail(place: str, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(SITE_ADMINISTRATOR, is_superuser=True))
    assert {typed: client.get(place, {"q": typed}).status_code for typed in HARMFUL} == dict.fromkeys(HARMFUL, 200)


def test_a_name_in_quotation_marks_is_found_all_the_same(site_tree: Any, person: Any, client: Any) -> None:
    OrganisationFactory(name="Riverside Club (example)")
    OrganisationFactory(name="Willow (example)")
    client.force_login(person(SITE_ADMINISTRATOR, is_superuser=True))
    found = client.get("/admin/snippets/directory/organisation/", {"q": '"Riverside"'}).context["page_obj"].object_list
    assert [row.name for row in found] == ["Riverside Club (example)"]
    assert Organisation.objects.count() == 2
