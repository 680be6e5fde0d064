"""The list of all listings with their seal, and the panel on a listing's edit screen."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER, SITE_ADMINISTRATOR
from localoffer.seal.models import Award, AwardStep
from tests import factories

pytestmark = pytest.mark.django_db


def day(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def listing(site_tree: Any) -> Any:
    return factories.ServicePageFactory(parent=site_tree["directory"], title="Riverside club")


@pytest.fixture
def supporter(site_tree: Any, person: Any, client: Any) -> Any:
    kim = person(FORUM_SUPPORTER)
    client.force_login(kim)
    return kim


@pytest.fixture
def editor(site_tree: Any, person: Any, client: Any) -> Any:
    jo = person(DIRECTORY_EDITOR)
    client.force_login(jo)
    return jo


@pytest.fixture
def chief(site_tree: Any, person: Any, client: Any) -> Any:
    """Decides for the forum, and may open the listing's edit screen too."""
    sam = person(SITE_ADMINISTRATOR, is_superuser=True)
    client.force_login(sam)
    return sam


def running(listing: Any, **fields: Any) -> Award:
    return factories.AwardFactory(listing=listing, **{"given_on": day(-9), "ends_on": day(365), **fields})


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def panel(client: Any, listing: Any) -> tuple[str, set[str]]:
    """The words of the seal's panel on the edit screen, and where its links into the admin lead, without the listing's number."""
    response = client.get(f"/admin/pages/{listing.pk}/edit/")
    assert response.status_code == 200
    found = soup(response).select_one(".seal-panel")
    return " ".join(found.get_text(" ").split()), {
        link["href"].replace(f"/{listing.pk}/", "/N/") for link in found.select("a[href^='/admin/']")
    }


def test_the_list_finds_listings_by_name_and_by_seal(listing: Any, site_tree: Any, supporter: Any, client: Any) -> None:
    other = factories.ServicePageFactory(parent=site_tree["directory"], title="Horse riding")
    running(listing)

    def shown(**question: str) -> list[tuple[str, str]]:
        rows = soup(client.get("/admin/seal/", question)).select("tbody tr")
        return [(row.select("td")[0].get_text(" ", strip=True), row.select("td")[1].get_text(strip=True)) for row in rows]

    sealed, never = ("Riverside club", "Approved"), (other.title, "Never given")
    assert shown() == [never, sealed]
    assert shown(q="riverSIDE") == [sealed]
    assert shown(sealed="1") == [sealed]
    assert [title for title, *_ in client.get("/admin/seal/", {"q": "\x00%"}).context["rows"]] == []
    assert client.get("/admin/seal/", {"p": "abc", "q": "x" * 2000}).status_code == 200
    assert client.get("/admin/seal/", {"p": "999999"}).status_code == 200


def test_the_list_asks_the_database_as_often_for_one_listing_as_for_twenty(
    listing: Any, site_tree: Any, supporter: Any, client: Any
) -> None:
    def queries() -> int:
        client.get("/admin/seal/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/seal/")
        return len(captured)

    running(listing)
    one = queries()
    for _ in range(19):
        running(factories.ServicePageFactory(parent=site_tree["directory"]))
    assert queries() == one


AWARD, RENEW, PAUSE, RESUME, WITHDRAW, PLAN, RECORD, HISTORY = (
    f"/admin/seal/N/{end}" for end in ("award/", "renew/", "pause/", "resume/", "withdraw/", "plan/", "visit/", "")
)


def test_the_panel_offers_an_editor_to_give_the_seal_once_the_forum_has_decided(listing: Any, editor: Any, client: Any) -> None:
    words, links = panel(client, listing)
    assert words.startswith("This listing does not have the seal.")
    assert links == {HISTORY}
    factories.VisitFactory(listing=listing, decision="award", decided_on=day(-2), visited_on=day(-9))
    assert panel(client, listing)[1] == {AWARD, HISTORY}


def test_the_panel_of_a_sealed_listing_shows_it_and_offers_what_may_be_done(listing: Any, editor: Any, client: Any) -> None:
    running(listing, recorded_by=editor)
    words, links = panel(client, listing)
    assert words.startswith("Approved : from")
    for said in ("Nobody rushed me.", "Three of us, aged 13 to 17", f"Recorded by {editor}"):
        assert said in words
    assert "Tell a forum supporter: they can pause the seal at once." in words
    assert links == {HISTORY}
    factories.VisitFactory(listing=listing, decision="no", decided_on=day(-1), visited_on=day(-2))
    assert panel(client, listing)[1] == {PAUSE, WITHDRAW, HISTORY}


def test_the_panel_of_a_sealed_listing_offers_a_supporter_all(listing: Any, chief: Any, client: Any) -> None:
    running(listing)
    assert panel(client, listing)[1] == {RENEW, PAUSE, WITHDRAW, PLAN, RECORD, HISTORY}


def test_the_panel_of_an_expired_seal_offers_to_renew_or_end_it(listing: Any, chief: Any, client: Any) -> None:
    running(listing, ends_on=day(-1))
    words, links = panel(client, listing)
    assert words.startswith("Expired : from")
    assert links == {RENEW, WITHDRAW, PLAN, RECORD, HISTORY}


def test_the_panel_of_a_paused_seal_offers_to_end_the_pause(listing: Any, chief: Any, client: Any) -> None:
    running(listing, paused_at=timezone.now(), public_note="The leader is away.")
    words, links = panel(client, listing)
    assert words.startswith("Paused : from")
    assert "For the public: The leader is away." in words
    assert links == {RESUME, RENEW, WITHDRAW, PLAN, RECORD, HISTORY}


def test_the_panel_offers_whoever_decides_visits_as_well(listing: Any, chief: Any, client: Any) -> None:
    _, links = panel(client, listing)
    assert links == {AWARD, PLAN, RECORD, HISTORY}


def test_the_panel_keeps_the_history_in_sight(listing: Any, editor: Any, client: Any) -> None:
    award = running(listing, ending="withdrawn", closed_at=timezone.now())
    AwardStep.objects.create(
        award=award, kind="withdrawn", at=timezone.now(), by=editor, reason="A pipe burst.", public_note="It was flooded."
    )
    words, links = panel(client, listing)
    assert words.startswith("This listing does not have the seal.")
    assert f"Seal taken away by {editor}. For the public: It was flooded. For the record: A pipe burst." in words
    assert links == {HISTORY}


def test_the_panel_offers_nothing_to_an_editor_who_may_not_award(listing: Any, editor: Any, client: Any) -> None:
    group = editor.groups.get()
    group.permissions.remove(group.permissions.get(codename="award_seal"))
    running(listing)
    words, links = panel(client, listing)
    assert "Approved" in words
    assert "You can see it, not change it." in words
    assert links == {HISTORY}


def test_there_is_no_panel_before_the_listing_is_stored(site_tree: Any, editor: Any, client: Any) -> None:
    response = client.get(f"/admin/pages/add/directory/servicepage/{site_tree['directory'].pk}/")
    assert response.status_code == 200
    assert soup(response).select_one(".seal-panel") is None


def test_saving_the_listing_from_its_edit_screen_leaves_the_seal_alone(
    listing: Any, site_tree: Any, person: Any, client: Any
) -> None:
    client.force_login(person(SITE_ADMINISTRATOR, is_superuser=True))
    running(listing)
    before = Award.objects.values().get()
    posted = client.post(f"/admin/pages/{listing.pk}/edit/", {"title": "Draft name", "words": "x", "ending": "withdrawn"})
    assert posted.status_code in (200, 302, 422)
    assert Award.objects.values().get() == before
