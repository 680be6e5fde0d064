"""From the numbers in an address to what the list tells of each service."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from localoffer.directory.models import ServiceAccess, ServiceContact, ServiceCost, ServicePlace, ServiceSchedule
from localoffer.shortlist.finding import compared, entries
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def facts_of(*pages: Any) -> dict[str, list[list[str]]]:
    """The lines of each fact, for each of the services."""
    found = entries([page.pk for page in pages], TODAY)
    return {fact.label: [lines for _title, lines in fact.answers] for fact in compared(found)}


def test_services_come_in_the_order_of_the_list(listing: Any) -> None:
    first, second = listing("B"), listing("A")
    assert [entry.service.title for entry in entries([first.pk, second.pk], TODAY)] == ["B", "A"]
    assert [entry.service.title for entry in entries([second.pk, first.pk], TODAY)] == ["A", "B"]
    assert entries([], TODAY) == []


def test_what_the_public_may_not_see_is_left_out(listing: Any, home: Any) -> None:
    shown, draft, closed, private = listing("Shown"), listing(live=False), listing(status="closed"), listing()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    ids = [draft.pk, closed.pk, private.pk, home.pk, 999_999, shown.pk]
    assert [entry.service.title for entry in entries(ids, TODAY)] == ["Shown"]


def test_each_service_has_its_own_ways_to_reach_it_in_the_editors_order(listing: Any) -> None:
    contacts = [ServiceContact(email="office@example.org"), ServiceContact(phone="01632 960102")]
    one = listing(contacts=contacts, places=[ServicePlace(town="Bicester"), ServicePlace(town="Abingdon")])
    two = listing(contacts=[], places=[])
    found = entries([one.pk, two.pk], TODAY)
    assert [str(contact) for contact in found[0].contacts] == ["office@example.org", "01632 960102"]
    assert [contact.phone for contact in found[0].phones] == ["01632 960102"]
    assert [place.town for place in found[0].places] == ["Bicester", "Abingdon"]
    assert (found[1].contacts, found[1].places, found[1].times) == ([], [], [])


def test_the_links_of_an_entry_hold_only_what_is_shown(listing: Any) -> None:
    a, b, draft = listing(), listing(), listing(live=False)
    first, second = entries([a.pk, draft.pk, b.pk], TODAY)
    assert (first.list_without, first.list_moved_up) == (f"{b.pk}", f"{a.pk}-{b.pk}")
    assert (second.list_without, second.list_moved_up) == (f"{a.pk}", f"{b.pk}-{a.pk}")


def test_times_of_one_place_are_the_general_ones_and_its_own(listing: Any) -> None:
    hall = {"name": "Hall", "town": "Witney", "times": "Mondays"}
    both = listing(places=[ServicePlace(**hall)], opening_times="In term time\nNot at half term")
    own = listing(places=[ServicePlace(**hall)])
    found = entries([both.pk, own.pk], TODAY)
    assert [entry.times for entry in found] == [["In term time", "Not at half term", "Mondays"], ["Mondays"]]


def test_the_table_of_times_comes_first_with_the_place_and_without_what_is_over(listing: Any) -> None:
    page = listing(
        places=[ServicePlace(name="Hall", town="Witney"), ServicePlace(town="Thame")],
        schedules=[
            ServiceSchedule(weekdays="MO", opens_at=time(16), closes_at=time(18), at_place="hall"),
            ServiceSchedule(weekdays="FR"),
            ServiceSchedule(freq="once", starts_on=TODAY - timedelta(days=1)),
        ],
        opening_times="Ring first",
    )
    assert entries([page.pk], TODAY)[0].times == ["Hall: Mondays, 4pm to 6pm", "Fridays", "Ring first"]


def test_prices_that_no_longer_hold_are_left_out(listing: Any) -> None:
    page = listing(
        free="no",
        costs=[
            ServiceCost(option="One session", amount=4),
            ServiceCost(option="Last year", amount=3, valid_to=TODAY - timedelta(days=1)),
            ServiceCost(option="Until today", amount=5, valid_to=TODAY),
        ],
    )
    assert facts_of(page)["Cost"] == [["You pay", "One session: £4", "Until today: £5"]]


def test_times_of_several_places_name_the_place(listing: Any) -> None:
    places = [
        ServicePlace(name="Hall", town="Witney", times="Mondays"),
        ServicePlace(town="Thame", times="Fridays"),
        ServicePlace(town="Henley"),
    ]
    page = listing(places=places, opening_times="In term time")
    assert entries([page.pk], TODAY)[0].times == ["In term time", "Hall: Mondays", "Thame: Fridays"]


def test_thirty_services_are_read_in_as_many_questions_as_one(listing: Any) -> None:
    feature = factories.AccessFeatureFactory()

    def make() -> int:
        page = listing(access=[ServiceAccess(feature=feature, answer="yes")])
        factories.AwardFactory(listing=page)
        return page.pk

    def questions(ids: list[int]) -> int:
        with CaptureQueriesContext(connection) as captured:
            found = entries(ids, TODAY)
            compared(found)
            assert all(entry.service.organisation.name and entry.service.award for entry in found)
        return len(captured)

    ids = [make() for _ in range(30)]
    assert questions(ids) == questions(ids[:1]) == 8


def test_a_comparison_says_the_same_facts_of_each_in_the_same_order(listing: Any) -> None:
    feature = factories.AccessFeatureFactory(name="Step-free entrance")
    full = listing(
        minimum_age=8, maximum_age=14, who_for="Children who find noise hard.", cost_words="£4 a session",
        opening_times="Mondays", referral_needed="no", wait="none", wait_words="Ring first", wait_true_on=date(2026, 10, 1),
        online=True, last_checked=date(2026, 9, 30), access=[ServiceAccess(feature=feature, answer="partly", note="A low step.")],
    )  # fmt: skip
    factories.AwardFactory(listing=full, ends_on=date(2028, 3, 1))
    empty = listing(contacts=[], places=[])
    assert facts_of(full, empty) == {
        "For": [["Ages 8 to 14", "Children who find noise hard."], []],
        "Cost": [["£4 a session"], []],
        "When": [["Mondays"], []],
        "Where": [["Hall, 1 High Street, Witney", "Online"], []],
        "Getting in": [["You do not need a referral"], []],
        "Waiting time": [["No wait", "Ring first", "As of 1 October 2026"], []],
        "Access": [["Step-free entrance: Partly. A low step."], []],
        "Young people’s seal": [["Approved by young people until March 2028"], ["Not yet"]],
        "Last checked": [["30 September 2026"], []],
    }


def test_a_home_is_compared_by_its_district_alone(listing: Any) -> None:
    place = ServicePlace(name="Jay", address="4 Skylark Row", town="Carterton", postcode="OX18 9SH", is_home=True)
    assert facts_of(listing(places=[place]))["Where"] == [["Carterton OX18"]]
