"""Who may open which page of the seal, and who may change something: the whole table."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from localoffer.people.roles import (
    COMMUNICATIONS,
    DIRECTORY_EDITOR,
    FORUM_MEMBER,
    FORUM_SUPPORTER,
    READER,
    ROLES,
    SITE_ADMINISTRATOR,
    TRANSLATOR,
)
from localoffer.seal.models import Award
from tests import factories

pytestmark = pytest.mark.django_db
MAY_AWARD = {SITE_ADMINISTRATOR.name, DIRECTORY_EDITOR.name, FORUM_SUPPORTER.name}
MAY_DECIDE = {SITE_ADMINISTRATOR.name, FORUM_SUPPORTER.name}
MAY_SEE = MAY_AWARD | {READER.name}
NEITHER = {COMMUNICATIONS.name, FORUM_MEMBER.name, TRANSLATOR.name}


@pytest.fixture
def listing(site_tree: Any) -> Any:
    return factories.ServicePageFactory(parent=site_tree["directory"], title="Riverside club")


@pytest.fixture
def award(listing: Any) -> Award:
    today = timezone.localdate()
    return factories.AwardFactory(listing=listing, given_on=today - timedelta(days=9), ends_on=today + timedelta(days=9))


def good_award() -> dict[str, str]:
    today = timezone.localdate()
    return {
        "forum_decided": "on",
        "decided_on": str(today),
        "given_on": str(today),
        "ends_on": str(today + timedelta(days=365)),
        "words": "Nobody rushed me.",
        "visited_by": "Ari and two friends",
    }


def test_every_role_stands_in_the_table() -> None:
    assert {role.name for role in ROLES} == MAY_SEE | NEITHER


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_the_list_and_a_listing_open_for_those_who_may_see_awards(role: Any, listing: Any, person: Any, client: Any) -> None:
    client.force_login(person(role))
    expected = 200 if role.name in MAY_SEE else 403
    assert client.get("/admin/seal/").status_code == expected
    assert client.get(f"/admin/seal/{listing.pk}/").status_code == expected


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_those_who_may_award_open_the_form_and_give_the_seal(role: Any, listing: Any, person: Any, client: Any) -> None:
    client.force_login(person(role))
    address = f"/admin/seal/{listing.pk}/award/"
    if role.name in MAY_AWARD:
        factories.VisitFactory(listing=listing, decision="award", decided_on=timezone.localdate())
        assert client.get(address).status_code == 200
        assert client.post(address, good_award()).status_code == 302
        assert Award.objects.of_listing(listing.translation_key).count() == 1
    else:
        assert client.get(address).status_code == 403
        assert client.post(address, good_award()).status_code == 403
        assert not Award.objects.exists()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_those_who_decide_for_the_forum_withdraw_without_a_later_decision(
    role: Any, award: Award, listing: Any, person: Any, client: Any
) -> None:
    client.force_login(person(role))
    address = f"/admin/seal/{listing.pk}/withdraw/"
    said = {"reason": "It moved.", "public_note": "It has moved."}
    if role.name in MAY_DECIDE:
        assert client.get(address).status_code == 200
        assert client.post(address, said).status_code == 302
    elif role.name in MAY_AWARD:  # led back, and told whom to ask
        assert client.get(address)["Location"] == client.post(address, said)["Location"] == f"/admin/seal/{listing.pk}/"
    else:
        assert client.get(address).status_code == 403
        assert client.post(address, said).status_code == 403
    award.refresh_from_db()
    assert award.ending == ("withdrawn" if role.name in MAY_DECIDE else "")


@pytest.mark.parametrize("end", ["", "{}/", "{}/award/", "{}/withdraw/"])
def test_somebody_who_has_not_signed_in_is_sent_to_the_sign_in_page(end: str, award: Award, listing: Any, client: Any) -> None:
    address = f"/admin/seal/{end.format(listing.pk)}"
    for response in (client.get(address), client.post(address, good_award() | {"reason": "x", "public_note": "x"})):
        assert response.status_code == 302
        assert response["Location"] == f"/account/login/?next={address}"
    award.refresh_from_db()
    assert (award.ending, Award.objects.count()) == ("", 1)


def test_somebody_without_a_role_is_kept_out(listing: Any, person: Any, client: Any) -> None:
    client.force_login(person())
    response = client.post(f"/admin/seal/{listing.pk}/award/", good_award())
    assert response.status_code in (302, 403)
    assert not Award.objects.exists()


@pytest.mark.parametrize("end", ["", "award/", "withdraw/"])
def test_what_is_not_a_listing_is_not_found(end: str, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    for number in (site_tree["directory"].pk, 999999):
        assert client.get(f"/admin/seal/{number}/{end}").status_code == 404


def test_a_forum_supporter_opens_the_seal_of_a_listing_but_not_the_listing_itself(listing: Any, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    assert client.get(f"/admin/seal/{listing.pk}/").status_code == 200
    edit = f"/admin/pages/{listing.pk}/edit/"
    assert client.get(edit).status_code == 302
    assert client.post(edit, {"title": "Taken over", "action-publish": "1"}).status_code == 302
    listing.refresh_from_db()
    assert listing.title == "Riverside club"
    assert listing.latest_revision is None


@pytest.mark.parametrize(
    ("role", "shown"), [(FORUM_SUPPORTER, True), (READER, True), (FORUM_MEMBER, False)], ids=lambda value: str(value)[:20]
)
def test_the_menu_leads_to_the_seal_only_those_who_may_see_it(
    role: Any, shown: bool, site_tree: Any, person: Any, rf: Any
) -> None:
    from localoffer.seal.wagtail_hooks import register_menu_item

    request = rf.get("/admin/")
    request.user = person(role)
    assert register_menu_item().is_shown(request) is shown
