"""The forum's queue: a request is taken, a visit planned and recorded, a decision made. Private all the way."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localoffer.people.roles import FORUM_SUPPORTER, ROLES, SITE_ADMINISTRATOR
from localoffer.seal.models import Visit, VisitRequest
from localoffer.seal.services import forget_contacts
from tests import factories

pytestmark = pytest.mark.django_db
AWARDED = {"decision": "award", "decided_on": str(timezone.localdate()), "advice": ""}
MAY_DECIDE = {SITE_ADMINISTRATOR.name, FORUM_SUPPORTER.name}


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
def asked() -> VisitRequest:
    return factories.VisitRequestFactory(place_name="Riverside", name="Robin", words="Please come.")


@pytest.fixture
def criteria(db: None) -> Any:
    return factories.CriteriaFactory()


def words(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html5lib").get_text(" ").split())


def found(criteria: Any, **changes: str) -> dict[str, str]:
    first, second = criteria.criteria.all()
    return {
        "visited_on": str(day(-1)),
        "visited_by": "Two of us, aged 12 and 15",
        f"met_{first.pk}": "yes",
        f"words_{first.pk}": "They asked me.",
        f"met_{second.pk}": "not_seen",
        f"words_{second.pk}": "",
        "words": "We had a very good time.",
        "know_before_you_go": "Bring boots.",
        "approved": "on",
        **changes,
    }


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_those_who_decide_for_the_forum_reach_the_queue_and_change_it(
    role: Any, listing: Any, asked: VisitRequest, criteria: Any, person: Any, client: Any
) -> None:
    visit = factories.VisitFactory(listing=listing)
    planned = factories.VisitFactory(listing=listing, visited_on=None, planned_for=day(3))
    client.force_login(person(role))
    allowed = role.name in MAY_DECIDE
    addresses = [
        "/admin/seal/queue/",
        f"/admin/seal/queue/{asked.pk}/",
        f"/admin/seal/{listing.pk}/plan/",
        f"/admin/seal/{listing.pk}/visit/",
        f"/admin/seal/visits/{planned.pk}/",
        f"/admin/seal/visits/{planned.pk}/call-off/",
        f"/admin/seal/visits/{visit.pk}/decide/",
    ]
    for address in addresses:
        assert client.get(address).status_code == (200 if allowed else 403), address
    if not allowed:
        before = list(Visit.objects.order_by("pk").values()), list(VisitRequest.objects.values())
        posted = found(criteria, decision="award", decided_on=str(day(0)), planned_for=str(day(3)), status="declined")
        for address in addresses[1:]:
            assert client.post(address, posted).status_code == 403, address
        assert (list(Visit.objects.order_by("pk").values()), list(VisitRequest.objects.values())) == before


def test_a_request_is_taken_and_says_who_has_it(asked: VisitRequest, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/queue/{asked.pk}/", {"status": "taken", "staff_note": "I ring them on Monday."})
    asked.refresh_from_db()
    assert (asked.status, asked.taken_by, asked.staff_note) == ("taken", supporter, "I ring them on Monday.")
    assert str(supporter) in words(client.get("/admin/seal/queue/"))


def test_a_declined_request_leaves_the_queue_and_loses_its_contacts_after_a_year(
    asked: VisitRequest, supporter: Any, client: Any
) -> None:
    client.post(f"/admin/seal/queue/{asked.pk}/", {"status": "declined", "staff_note": "Not for young people."})
    assert not VisitRequest.objects.waiting().exists()
    asked.refresh_from_db()
    year = timedelta(days=365)
    assert forget_contacts(asked.closed_at + year) == 0
    assert forget_contacts(asked.closed_at + year + timedelta(seconds=1)) == 1
    asked.refresh_from_db()
    assert (asked.name, asked.email, asked.phone, asked.words) == ("", "", "", "Please come.")


def test_a_request_of_its_own_listing_or_of_one_with_such_a_name_leads_to_a_plan(
    listing: Any, asked: VisitRequest, supporter: Any, client: Any
) -> None:
    link = f"/admin/seal/{listing.pk}/plan/?request={asked.pk}"
    assert link in client.get(f"/admin/seal/queue/{asked.pk}/").content.decode()
    assert link not in client.get(f"/admin/seal/queue/{asked.pk}/", {"q": "\x00zebra"}).content.decode()
    asked.place_name, asked.listing_key = "zebra", listing.translation_key
    asked.save()
    assert link in client.get(f"/admin/seal/queue/{asked.pk}/").content.decode()


def test_planning_a_visit_moves_the_request_on_and_calling_it_off_moves_it_back(
    listing: Any, asked: VisitRequest, supporter: Any, client: Any
) -> None:
    plan = f"/admin/seal/{listing.pk}/plan/?request={asked.pk}"
    late = client.post(plan, {"planned_for": str(day(-1))})
    assert late.status_code == 422
    assert "That day is over." in words(late)
    assert client.post(plan, {"planned_for": str(day(7))}).status_code == 302
    asked.refresh_from_db()
    visit = Visit.objects.get()
    assert (asked.status, visit.request, visit.planned_by) == ("planned", asked, supporter)
    client.post(f"/admin/seal/visits/{visit.pk}/call-off/")
    asked.refresh_from_db()
    assert asked.status == "taken"
    assert not Visit.objects.planned().exists()


def test_a_visit_keeps_what_was_found_against_each_criterion(listing: Any, criteria: Any, supporter: Any, client: Any) -> None:
    response = client.post(f"/admin/seal/{listing.pk}/visit/", found(criteria))
    visit = Visit.objects.get()
    assert response["Location"] == f"/admin/seal/visits/{visit.pk}/decide/"
    assert [(one.criterion.words, one.met, one.words) for one in visit.found] == [
        ("Staff talk to us.", "yes", "They asked me."),
        ("There is a quiet place.", "not_seen", ""),
    ]
    assert (visit.criteria, visit.words_approved_by) == (criteria, supporter)


def test_a_visit_can_be_changed_until_the_forum_has_decided(listing: Any, criteria: Any, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/visit/", found(criteria))
    visit = Visit.objects.get()
    address = f"/admin/seal/visits/{visit.pk}/"
    client.post(address, found(criteria, words="It was great."))
    visit.refresh_from_db()
    assert visit.words == "It was great."
    client.post(f"{address}decide/", {"decision": "no", "decided_on": str(day(0)), "advice": ""})
    shown = client.post(address, found(criteria, words="Changed."))
    assert "A decision stays as it is." in words(shown)
    visit.refresh_from_db()
    assert visit.words == "It was great."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"visited_on": ""}, "Say on which day."),
        ({"visited_on": "2999-01-01"}, "That day is still to come."),
        ({"visited_by": ""}, "Say who visited, without surnames."),
        ({"visited_by": "Jamie Smith"}, "“Jamie Smith” looks like a full name."),
    ],
)
def test_a_visit_with_something_wrong_is_not_kept_and_nothing_typed_is_lost(
    change: dict[str, str], sentence: str, listing: Any, criteria: Any, supporter: Any, client: Any
) -> None:
    response = client.post(f"/admin/seal/{listing.pk}/visit/", found(criteria, **change))
    assert response.status_code == 422
    assert sentence in words(response)
    assert "We had a very good time." in words(response)
    assert not Visit.objects.exists()


def test_words_that_nobody_approved_do_not_become_a_seal(listing: Any, criteria: Any, supporter: Any, client: Any) -> None:
    client.post(f"/admin/seal/{listing.pk}/visit/", found(criteria, approved=""))
    visit = Visit.objects.get()
    refused = client.post(f"/admin/seal/visits/{visit.pk}/decide/", AWARDED)
    assert "Nobody has approved the young people’s words yet." in words(refused)
    visit.refresh_from_db()
    assert visit.decision == ""


def test_a_decision_to_give_the_seal_leads_to_giving_it(listing: Any, supporter: Any, client: Any) -> None:
    visit = factories.VisitFactory(listing=listing, visited_on=day(-3))
    response = client.post(f"/admin/seal/visits/{visit.pk}/decide/", AWARDED)
    assert response["Location"] == f"/admin/seal/{listing.pk}/award/"
    assert list(Visit.objects.ready_to_award()) == [visit]


def test_not_yet_needs_advice_which_goes_to_whoever_asked_and_to_nobody_else(
    listing: Any, asked: VisitRequest, supporter: Any, client: Any
) -> None:
    visit = factories.VisitFactory(listing=listing, visited_on=day(-3), request=asked)
    address = f"/admin/seal/visits/{visit.pk}/decide/"
    refused = client.post(address, {"decision": "not_yet", "decided_on": str(day(0)), "advice": " ", "send_advice": "on"})
    assert "Write what would make it a yes." in words(refused)
    assert mail.outbox == []
    client.post(address, {"decision": "not_yet", "decided_on": str(day(0)), "advice": "A quiet tent.", "send_advice": "on"})
    (message,) = mail.outbox
    assert message.to == ["club@example.org"]
    assert "A quiet tent." in message.body


def test_advice_stays_here_when_nobody_wants_it_sent(listing: Any, asked: VisitRequest, supporter: Any, client: Any) -> None:
    visit = factories.VisitFactory(listing=listing, visited_on=day(-3), request=asked)
    client.post(f"/admin/seal/visits/{visit.pk}/decide/", {"decision": "not_yet", "decided_on": str(day(0)), "advice": "Tent."})
    assert mail.outbox == []
    visit.refresh_from_db()
    assert visit.advice == "Tent."


@pytest.mark.parametrize(("offset", "sentence"), [(1, "cannot be in the future"), (-4, "before the visit")])
def test_a_decision_is_made_between_the_visit_and_today(
    offset: int, sentence: str, listing: Any, supporter: Any, client: Any
) -> None:
    visit = factories.VisitFactory(listing=listing, visited_on=day(-3))
    refused = client.post(
        f"/admin/seal/visits/{visit.pk}/decide/", {"decision": "no", "decided_on": str(day(offset)), "advice": ""}
    )
    assert sentence in words(refused)


def test_the_queue_asks_the_database_as_often_for_one_of_each_as_for_twenty(
    listing: Any, site_tree: Any, supporter: Any, client: Any
) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            other = factories.ServicePageFactory(parent=site_tree["directory"])
            factories.VisitRequestFactory()
            factories.VisitFactory(listing=other)
            factories.VisitFactory(listing=other, visited_on=None, planned_for=day(3))
            factories.VisitFactory(listing=other, decision="award", decided_on=day(-1))
            factories.AwardFactory(listing=other, given_on=day(-500), ends_on=day(20))

    def queries() -> int:
        client.get("/admin/seal/queue/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/seal/queue/")
        return len(captured)

    fill(1)
    one = queries()
    fill(10)
    assert queries() == one


def test_an_empty_queue_says_so(supporter: Any, client: Any) -> None:
    assert "Nobody waits for an answer." in words(client.get("/admin/seal/queue/"))


def test_the_dashboard_says_what_waits_to_those_who_look_after_the_seal(
    listing: Any, asked: VisitRequest, supporter: Any, client: Any
) -> None:
    factories.AwardFactory(listing=listing, given_on=day(-500), ends_on=day(20))
    shown = words(client.get("/admin/"))
    assert "Asked for a visit: 1" in shown
    assert "Plan the next visit to: Riverside club" in shown
