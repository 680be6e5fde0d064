"""Attaching, renewing, pausing and confirming the seal in the admin: who may what, what is refused, that nothing is lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Site

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER
from localoffer.seal.models import Award, AwardProposal, AwardStep, SealSettings
from tests import factories

pytestmark = pytest.mark.django_db
ENDED = {"reason": "The ramp is broken.", "public_note": "The ramp is broken. We look again in March."}


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


def decided(listing: Any, **fields: Any) -> Any:
    return factories.VisitFactory(
        listing=listing, **{"decision": "award", "decided_on": day(-2), "visited_on": day(-9), **fields}
    )


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


def words(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html5lib").get_text(" ").split())


def everything() -> tuple[Any, ...]:
    return tuple(list(model.objects.order_by("pk").values()) for model in (Award, AwardProposal, AwardStep))


def test_an_editor_attaches_a_recorded_decision_in_the_words_that_a_supporter_approved(
    listing: Any, editor: Any, client: Any
) -> None:
    visit = decided(listing)
    shown = client.get(f"/admin/seal/{listing.pk}/award/")
    assert "Nobody rushed me." in words(shown)
    assert "words" not in shown.context["form"].fields
    posted = good(words="Words of the editor's own.", visited_by="Somebody else", decided_on=str(day(0)))
    assert client.post(f"/admin/seal/{listing.pk}/award/", posted).status_code == 302
    award = Award.objects.get()
    assert (award.words, award.visited_by, award.decided_on) == (visit.words, visit.visited_by, visit.decided_on)
    assert (award.visit, award.recorded_by) == (visit, editor)


def test_without_a_recorded_decision_an_editor_cannot_attach_a_seal(listing: Any, editor: Any, client: Any) -> None:
    for response in (client.get(f"/admin/seal/{listing.pk}/award/"), client.post(f"/admin/seal/{listing.pk}/award/", good())):
        assert "The forum has recorded no decision to give this seal." in words(response)
        assert "form" not in response.context
    assert not Award.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"decision": ""}, {"decision": "no"}, {"decision": "not_yet"}], ids=["undecided", "no", "not yet"]
)
def test_another_decision_does_not_let_an_editor_attach_a_seal(
    fields: dict[str, str], listing: Any, editor: Any, client: Any
) -> None:
    decided(listing, **fields, **({} if fields["decision"] else {"decided_on": None}))
    assert client.post(f"/admin/seal/{listing.pk}/award/", good()).status_code == 422
    assert not Award.objects.exists()


def test_one_decision_carries_one_seal(listing: Any, editor: Any, client: Any) -> None:
    decided(listing)
    assert client.post(f"/admin/seal/{listing.pk}/award/", good()).status_code == 302
    Award.objects.update(closed_at=timezone.now(), ending="withdrawn")
    assert client.post(f"/admin/seal/{listing.pk}/award/", good()).status_code == 422
    assert Award.objects.count() == 1


def test_a_decision_about_another_listing_does_not_count(listing: Any, site_tree: Any, editor: Any, client: Any) -> None:
    decided(factories.ServicePageFactory(parent=site_tree["directory"]))
    assert client.post(f"/admin/seal/{listing.pk}/award/", good()).status_code == 422
    assert not Award.objects.exists()


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Jamie Smith made me laugh.", "“Jamie Smith” looks like a full name."),
        ("I go to Larkmead School and like it.", "“Larkmead School” looks like the name of a school."),
        ("Write to kai@example.org.", "looks like an e-mail address"),
    ],
)
def test_words_that_could_tell_who_somebody_is_must_be_confirmed(
    text: str, warning: str, listing: Any, supporter: Any, client: Any
) -> None:
    refused = client.post(f"/admin/seal/{listing.pk}/award/", good(words=text))
    assert refused.status_code == 422
    assert warning in words(refused)
    assert text in words(refused)
    assert not Award.objects.exists()
    assert client.post(f"/admin/seal/{listing.pk}/award/", good(words=text, details_checked="on")).status_code == 302
    assert Award.objects.get().words == text


def test_the_name_of_the_service_is_no_surname_and_a_school_of_the_directory_is_one(
    site_tree: Any, supporter: Any, client: Any
) -> None:
    factories.OrganisationFactory(name="Otter Brook (example)", kind="school")
    listing = factories.ServicePageFactory(parent=site_tree["directory"], title="Mabel Drift Boats")
    assert client.post(f"/admin/seal/{listing.pk}/award/", good(words="Otter Brook took me.")).status_code == 422
    assert client.post(f"/admin/seal/{listing.pk}/award/", good(words="Mabel Drift Boats is great.")).status_code == 302


def test_a_picture_of_people_without_a_live_consent_is_refused(listing: Any, supporter: Any, client: Any) -> None:
    picture = factories.CustomImageFactory(shows_people=True, consent=None, title="Us at the club")
    refused = client.post(f"/admin/seal/{listing.pk}/award/", good(picture=str(picture.pk)))
    assert refused.status_code == 422
    assert "“Us at the club” shows people and has no consent record." in words(refused)
    assert not Award.objects.exists()
    picture.consent = factories.ConsentFactory(given_on=day(-5), ends_on=day(5))
    picture.save()
    assert client.post(f"/admin/seal/{listing.pk}/award/", good(picture=str(picture.pk))).status_code == 302
    award = Award.objects.get()
    assert award.picture_on(day(5)) == picture
    assert award.picture_on(day(6)) is None


def test_a_renewal_is_a_new_award_linked_to_the_old_which_is_closed(listing: Any, supporter: Any, client: Any) -> None:
    old = running(listing)
    shown = client.get(f"/admin/seal/{listing.pk}/renew/")
    assert shown.context["form"].initial["words"] == "Nobody rushed me."
    assert client.post(f"/admin/seal/{listing.pk}/renew/", good(words="Still great.")).status_code == 302
    old.refresh_from_db()
    new = Award.objects.open().get()
    assert (new.renews, old.renewed_by, old.ending) == (old, new, "replaced")
    assert [step.kind for step in new.history] == ["renewed"]
    assert [step.kind for step in old.history] == ["replaced"]


def test_renewing_twice_renews_once(listing: Any, supporter: Any, client: Any) -> None:
    running(listing)
    client.post(f"/admin/seal/{listing.pk}/renew/", good())
    before = everything()
    again = client.post(f"/admin/seal/{listing.pk}/renew/", good())
    assert "Was it renewed already?" in words(again)
    assert everything() == before


def test_there_is_nothing_to_renew_pause_or_resume_without_a_seal(listing: Any, supporter: Any, client: Any) -> None:
    for end in ("renew", "pause", "resume", "withdraw"):
        response = client.post(f"/admin/seal/{listing.pk}/{end}/", good() | ENDED, follow=True)
        assert f"has no seal to {end}. Nothing was changed." in words(response)
    assert everything() == ([], [], [])


def test_a_pause_takes_the_badge_down_and_its_end_puts_it_up_again(listing: Any, supporter: Any, client: Any) -> None:
    award = running(listing)
    client.post(f"/admin/seal/{listing.pk}/pause/", ENDED)
    award.refresh_from_db()
    assert (award.state_on(day(0)), award.public_note) == ("paused", ENDED["public_note"])
    assert not Award.objects.current_on(day(0)).exists()
    assert client.post(f"/admin/seal/{listing.pk}/resume/", {"reason": ""}).status_code == 422
    client.post(f"/admin/seal/{listing.pk}/resume/", {"reason": "The ramp is mended."})
    award.refresh_from_db()
    assert (award.shows_on(day(0)), award.public_note, award.reason) == (True, "", "")
    paused, resumed = award.history
    assert (paused.reason, paused.public_note, paused.by) == (ENDED["reason"], ENDED["public_note"], supporter)
    assert (resumed.kind, resumed.reason) == ("resumed", "The ramp is mended.")


@pytest.mark.parametrize("missing", ["reason", "public_note"])
def test_a_pause_needs_a_reason_and_a_sentence_for_the_public(missing: str, listing: Any, supporter: Any, client: Any) -> None:
    running(listing)
    before = everything()
    response = client.post(f"/admin/seal/{listing.pk}/pause/", ENDED | {missing: " "})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [missing]
    assert everything() == before


@pytest.mark.parametrize("end", ["pause", "resume", "withdraw"])
def test_an_editor_is_told_that_only_the_forum_decides_this_and_it_is_logged(
    end: str, listing: Any, editor: Any, client: Any, caplog: Any
) -> None:
    running(listing, paused_at=timezone.now() if end == "resume" else None)
    before = everything()
    for ask in (client.get, client.post):
        caplog.clear()
        response = ask(f"/admin/seal/{listing.pk}/{end}/", ENDED, follow=True)
        assert "The forum has recorded no" in words(response)
        assert f"User {editor.pk} was refused /admin/seal/{listing.pk}/{end}/" in caplog.text
    assert everything() == before


def test_pausing_twice_pauses_once(listing: Any, supporter: Any, client: Any) -> None:
    running(listing)
    client.post(f"/admin/seal/{listing.pk}/pause/", ENDED)
    before = everything()
    assert "is paused already" in words(client.post(f"/admin/seal/{listing.pk}/pause/", ENDED))
    assert everything() == before


@pytest.fixture
def second_person(listing: Any) -> None:
    SealSettings.objects.create(site=Site.objects.get(), second_person=True)


@pytest.mark.usefixtures("second_person")
def test_where_a_second_person_is_asked_for_nothing_shows_until_somebody_else_confirms(
    listing: Any, supporter: Any, person: Any, client: Any
) -> None:
    sent = client.post(f"/admin/seal/{listing.pk}/award/", good(), follow=True)
    assert "waits until somebody else confirms it" in words(sent)
    assert not Award.objects.exists()
    address = f"/admin/seal/waiting/{AwardProposal.objects.get().pk}/"
    own = client.post(address, {"confirm": "1"})
    assert "Somebody else must confirm it." in words(own)
    assert not Award.objects.exists()

    other = person(FORUM_SUPPORTER, email="other@example.org")
    client.force_login(other)
    assert client.post(address, {"confirm": "1"}).status_code == 302
    award = Award.objects.get()
    assert (award.recorded_by, award.confirmed_by, award.words) == (supporter, other, "Nobody rushed me.")
    before = everything()
    assert "already confirmed this or sent it back" in words(client.post(address, {"confirm": "1"}))
    assert everything() == before


@pytest.mark.usefixtures("second_person")
def test_a_seal_sent_back_shows_nowhere_and_says_why(listing: Any, supporter: Any, person: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good())
    proposal = AwardProposal.objects.get()
    client.force_login(person(FORUM_SUPPORTER, email="other@example.org"))
    address = f"/admin/seal/waiting/{proposal.pk}/"
    assert client.post(address, {"send_back": "1", "why_sent_back": " "}).status_code == 422
    client.post(address, {"send_back": "1", "why_sent_back": "Ask Ari first."})
    proposal.refresh_from_db()
    assert (proposal.outcome, proposal.why_sent_back) == ("refused", "Ask Ari first.")
    assert not Award.objects.exists()
    assert client.post(f"/admin/seal/{listing.pk}/award/", good()).status_code == 302


@pytest.mark.usefixtures("second_person")
def test_the_old_seal_shows_until_its_renewal_is_confirmed(listing: Any, supporter: Any, person: Any, client: Any) -> None:
    old = running(listing)
    client.post(f"/admin/seal/{listing.pk}/renew/", good(words="Still great."))
    assert list(Award.objects.current_on(day(0))) == [old]
    client.force_login(person(FORUM_SUPPORTER, email="other@example.org"))
    client.post(f"/admin/seal/waiting/{AwardProposal.objects.get().pk}/", {"confirm": "1"})
    assert Award.objects.current_on(day(0)).get().renews == old


@pytest.mark.usefixtures("second_person")
def test_two_seals_for_one_listing_cannot_wait_at_once(listing: Any, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good())
    again = client.post(f"/admin/seal/{listing.pk}/award/", good())
    assert "already waits for a second person" in words(again)
    assert AwardProposal.objects.count() == 1


@pytest.mark.usefixtures("second_person")
def test_a_listing_that_closed_meanwhile_is_not_sealed_by_the_second_person(
    listing: Any, supporter: Any, person: Any, client: Any
) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good())
    listing.status = "closed"
    listing.save()
    client.force_login(person(FORUM_SUPPORTER, email="other@example.org"))
    refused = client.post(f"/admin/seal/waiting/{AwardProposal.objects.get().pk}/", {"confirm": "1"})
    assert "closed for good" in words(refused)
    assert not Award.objects.exists()
    assert AwardProposal.objects.open().exists()


def test_what_is_done_stands_in_the_history_of_the_listing(listing: Any, supporter: Any, person: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/award/", good())
    client.post(f"/admin/seal/{listing.pk}/pause/", ENDED)
    client.force_login(person(DIRECTORY_EDITOR, is_superuser=True))
    history = words(client.get(f"/admin/pages/{listing.pk}/history/"))
    assert "Given the seal of approval until" in history
    assert f"Seal of approval paused: {ENDED['public_note']}" in history
