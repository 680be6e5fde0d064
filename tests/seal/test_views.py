"""Giving and withdrawing the seal in the admin: what is shown, what is kept, what happens twice."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from localoffer.people.roles import FORUM_SUPPORTER, READER
from localoffer.seal.models import Award
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


def running(listing: Any, **fields: Any) -> Award:
    return factories.AwardFactory(listing=listing, **{"given_on": day(-9), "ends_on": day(365), **fields})


def good(**changes: str) -> dict[str, str]:
    return {
        "forum_decided": "on",
        "decided_on": str(day(-1)),
        "given_on": str(day(0)),
        "ends_on": str(day(365)),
        "words": "Nobody rushed me.",
        "visited_by": "Ari and two friends",
        "know_before_you_go": "",
        **changes,
    }


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def words(response: Any) -> str:
    return " ".join(soup(response).get_text(" ").split())


def links(response: Any) -> set[str]:
    return {link["href"] for link in soup(response).select("#main a[href], main a[href]")}


def test_giving_the_seal_leads_back_to_the_listing_and_says_so(listing: Any, supporter: Any, client: Any) -> None:
    response = client.post(f"/admin/seal/{listing.pk}/award/", good(), follow=True)
    assert response.redirect_chain == [(f"/admin/seal/{listing.pk}/", 302)]
    award = Award.objects.get()
    assert (award.recorded_by, award.words, award.given_on) == (supporter, "Nobody rushed me.", day(0))
    assert "now has the seal" in words(response)


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"forum_decided": ""}, "forum_decided", "Only the forum decides. Tick this when it has."),
        ({"words": ""}, "words", "Write what young people liked."),
        ({"visited_by": " "}, "visited_by", "Say who visited, without surnames."),
        ({"given_on": str(day(-2))}, "given_on", "The seal cannot begin before the forum decided."),
        ({"ends_on": "soon"}, "ends_on", "Enter a valid date."),
        ({"words": "x" * 301}, "words", "Ensure this value has at most 300 characters (it has 301)."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept(
    listing: Any, supporter: Any, client: Any, change: dict[str, str], field: str, sentence: str
) -> None:
    response = client.post(f"/admin/seal/{listing.pk}/award/", good(know_before_you_go="The side door.", **change))
    assert response.status_code == 422
    assert response.context["form"].errors == {field: [sentence]}
    page = soup(response)
    assert (
        sentence
        in page.select_one(f"#panel-child-{field}, [data-field]:has([name={field}]), .w-field:has([name={field}])").get_text()
    )
    assert page.select_one("[name=know_before_you_go]").get_text().strip() == "The side door."
    if field != "visited_by":
        assert page.select_one("[name=visited_by]")["value"] == "Ari and two friends"
    assert not Award.objects.exists()


def test_what_young_people_wrote_is_kept_as_plain_text(listing: Any, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good(words="<b>Fun</b> & loud <script>x</script>"))
    assert Award.objects.get().words == "Fun & loud x"


@pytest.mark.parametrize("field", ["words", "visited_by"])
def test_markup_without_words_is_as_good_as_nothing(listing: Any, supporter: Any, client: Any, field: str) -> None:
    response = client.post(f"/admin/seal/{listing.pk}/award/", good(**{field: "<b> </b>"}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Award.objects.exists()


def test_null_characters_are_no_fault_of_the_site(listing: Any, supporter: Any, client: Any) -> None:
    response = client.post(f"/admin/seal/{listing.pk}/award/", good(words="Fun\x00", visited_by="\x00"))
    assert response.status_code in (302, 422)


def test_sending_the_form_twice_gives_one_seal(listing: Any, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good())
    again = client.post(f"/admin/seal/{listing.pk}/award/", good())
    assert again.status_code == 422
    assert "This listing already has the seal." in words(again)
    assert Award.objects.count() == 1


def test_withdrawing_twice_withdraws_once(listing: Any, supporter: Any, client: Any) -> None:
    award = running(listing)
    said = {"reason": "It moved.", "public_note": "It has moved."}
    first = client.post(f"/admin/seal/{listing.pk}/withdraw/", said, follow=True)
    assert "is withdrawn" in words(first)
    award.refresh_from_db()
    closed_at = award.closed_at
    again = client.post(f"/admin/seal/{listing.pk}/withdraw/", said | {"reason": "Twice."}, follow=True)
    assert "has no seal to withdraw. Nothing was changed." in words(again)
    award.refresh_from_db()
    assert (award.reason, award.closed_at) == ("It moved.", closed_at)


@pytest.mark.parametrize(("change", "field"), [({"reason": ""}, "reason"), ({"public_note": ""}, "public_note")])
def test_a_withdrawal_without_its_words_is_refused_and_keeps_the_other(
    listing: Any, supporter: Any, client: Any, change: dict[str, str], field: str
) -> None:
    award = running(listing)
    said = {"reason": "It moved.", "public_note": "It has moved."} | change
    response = client.post(f"/admin/seal/{listing.pk}/withdraw/", said)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    kept = {"reason": "public_note", "public_note": "reason"}[field]
    assert soup(response).select_one(f"[name={kept}]").get_text().strip() == said[kept]
    award.refresh_from_db()
    assert award.ending == ""


def test_looking_changes_nothing(listing: Any, supporter: Any, client: Any) -> None:
    award = running(listing)
    before = Award.objects.values().get()
    for end in ("", "award/", "renew/", "pause/", "resume/", "withdraw/", "plan/", "visit/"):
        assert (
            client.get(f"/admin/seal/{listing.pk}/{end}", {"words": "x", "reason": "x", "forum_decided": "on"}).status_code == 200
        )
    assert client.get("/admin/seal/").status_code == 200
    assert Award.objects.values().get() == before
    assert Award.objects.get() == award


def test_the_listing_shows_its_state_and_its_history(listing: Any, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good(words="The old words."))
    client.post(f"/admin/seal/{listing.pk}/withdraw/", {"reason": "A flood.", "public_note": "It was flooded."})
    client.post(f"/admin/seal/{listing.pk}/award/", good(words="The new words."))
    shown = words(client.get(f"/admin/seal/{listing.pk}/"))
    new, old = shown.index("The new words."), shown.index("The old words.")
    assert new < old
    for said in ("Taken away", f"Seal given by {supporter}", f"Seal taken away by {supporter}. For the public: It was flooded."):
        assert said in shown[new:]
    assert "For the record: A flood." in shown


@pytest.mark.parametrize(
    ("role", "state", "offered"),
    [
        (FORUM_SUPPORTER, "none", {"award"}),
        (FORUM_SUPPORTER, "current", {"renew", "pause", "withdraw"}),
        (FORUM_SUPPORTER, "paused", {"resume", "renew", "withdraw"}),
        (FORUM_SUPPORTER, "expired", {"renew", "withdraw"}),
        (READER, "none", set()),
        (READER, "current", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_only_what_may_be_done_now_is_offered(
    listing: Any, person: Any, client: Any, role: Any, state: str, offered: set[str]
) -> None:
    if state != "none":
        running(
            listing, ends_on=day(-1) if state == "expired" else day(365), paused_at=timezone.now() if state == "paused" else None
        )
    client.force_login(person(role))
    found = links(client.get(f"/admin/seal/{listing.pk}/"))
    assert {
        end for end in ("award", "renew", "pause", "resume", "withdraw") if f"/admin/seal/{listing.pk}/{end}/" in found
    } == offered


def test_a_draft_is_not_offered_the_seal_and_it_is_said_why(site_tree: Any, supporter: Any, client: Any) -> None:
    draft = factories.ServicePageFactory(parent=site_tree["directory"], live=False)
    response = client.get(f"/admin/seal/{draft.pk}/")
    assert "This listing is not public yet." in words(response)
    assert f"/admin/seal/{draft.pk}/award/" not in links(response)
    refused = client.post(f"/admin/seal/{draft.pk}/award/", good())
    assert refused.status_code == 422
    assert not Award.objects.exists()
