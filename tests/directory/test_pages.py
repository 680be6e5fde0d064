"""A listing: what it needs to be published, when it may carry the seal, and what of a home may show."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone

from localoffer.directory.models import ServiceContact, ServicePage, ServicePlace
from localoffer.directory.templatetags.directory import cards_of, directory_address
from localoffer.search.index import find
from localoffer.search.models import SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_smallest_listing_may_be_published(listing: Any) -> None:
    assert listing().publish_problems() == {}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"summary": " "}, "summary"),
        ({"organisation": None}, "organisation"),
        ({"status": "temporarily_closed", "alert": " "}, "alert"),
        ({"description": "<h2>One</h2><h4>Three</h4>"}, "description"),
        ({"description": "<h2> </h2>"}, "description"),
    ],
)
def test_what_is_missing_keeps_a_listing_from_being_published(listing: Any, change: dict[str, Any], field: str) -> None:
    page = listing()
    for name, value in change.items():
        setattr(page, name, value)
    assert list(page.publish_problems()) == [field]
    with pytest.raises(ValidationError):
        page.save_revision(clean=False).publish()


@pytest.mark.parametrize(
    "change",
    [
        {"status": "temporarily_closed", "alert": "The roof leaks."},
        {"status": "closed", "alert": ""},
        {"description": "<h2>One</h2><h3>Two</h3>"},
    ],
)
def test_what_is_complete_may_be_published(listing: Any, change: dict[str, Any]) -> None:
    page = listing()
    for name, value in change.items():
        setattr(page, name, value)
    assert page.publish_problems() == {}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"minimum_age": 5, "maximum_age": 4}, "maximum_age"),
        ({"minimum_age": 5, "maximum_age": 5}, None),
        ({"minimum_age": 5, "maximum_age": None}, None),
        ({"closed_from": date(2026, 2, 2), "closed_until": date(2026, 2, 1)}, "closed_until"),
        ({"closed_from": date(2026, 2, 2), "closed_until": date(2026, 2, 2)}, None),
    ],
)
def test_facts_that_contradict_each_other_are_refused(listing: Any, fields: dict[str, Any], wrong: str | None) -> None:
    page = listing()
    for name, value in fields.items():
        setattr(page, name, value)
    if wrong:
        with pytest.raises(ValidationError) as refusal:
            page.clean()
        assert list(refusal.value.message_dict) == [wrong]
    else:
        page.clean()


@pytest.mark.parametrize(("days", "wrong"), [(-1, False), (0, False), (1, True)])
def test_a_listing_cannot_have_been_checked_tomorrow(listing: Any, days: int, wrong: bool) -> None:
    page = listing()
    page.last_checked = timezone.localdate() + timedelta(days=days)
    if wrong:
        with pytest.raises(ValidationError, match="not come yet"):
            page.clean()
    else:
        page.clean()


def test_only_a_published_listing_that_is_not_over_may_carry_the_seal(listing: Any, today: date) -> None:
    assert listing("Open").why_no_seal(today) == ""
    assert listing("For now", status="temporarily_closed", alert="Flooded.").why_no_seal(today) == ""
    assert "not public yet" in listing("Draft", live=False).why_no_seal(today)
    assert "closed for good" in listing("For good", status="closed").why_no_seal(today)


def test_a_copy_that_follows_another_listing_may_not_carry_the_seal_itself(listing: Any, directory: Any, today: date) -> None:
    alias = listing().create_alias(update_slug="alias")
    assert alias.live
    assert "copy of a listing" in alias.why_no_seal(today)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, True),
        ({"name": "Club leader"}, True),
        ({"phone": "01632 960000"}, False),
        ({"email": "a@example.org"}, False),
        ({"website": "https://example.org"}, False),
    ],
)
def test_a_contact_says_how_to_reach_somebody(given: dict[str, str], wrong: bool) -> None:
    contact = ServiceContact(**given)
    if wrong:
        with pytest.raises(ValidationError, match="at least one"):
            contact.clean()
    else:
        contact.clean()


@pytest.mark.parametrize(
    ("latitude", "longitude", "wrong"), [(None, None, False), (51.7, -1.3, False), (51.7, None, True), (None, -1.3, True)]
)
def test_a_position_has_both_numbers_or_neither(latitude: float | None, longitude: float | None, wrong: bool) -> None:
    place = ServicePlace(town="Witney", latitude=latitude, longitude=longitude)
    if wrong:
        with pytest.raises(ValidationError, match="both"):
            place.clean()
    else:
        place.clean()


HOME = {
    "name": "Minder's house",
    "address": "7 Secretlane",
    "town": "Witney",
    "postcode": "OX28 6XY",
    "latitude": 51.78591,
    "longitude": -1.48512,
}


def test_of_a_place_that_is_no_home_all_lines_show() -> None:
    assert ServicePlace(**HOME).lines == ["Minder's house", "7 Secretlane", "Witney", "OX28 6XY"]


@pytest.mark.parametrize(
    ("postcode", "lines"),
    [
        ("OX28 6XY", ["Witney OX28"]),
        ("OX286XY", ["Witney OX28"]),
        ("ox28", ["Witney OX28"]),
        ("", ["Witney"]),
        ("7 Secretl", ["Witney"]),
    ],
)
def test_of_a_home_only_the_town_and_the_district_show(postcode: str, lines: list[str]) -> None:
    assert ServicePlace(**{**HOME, "postcode": postcode}, is_home=True).lines == lines


def test_a_home_is_not_in_the_search_index(listing: Any) -> None:
    page = listing("Childminder", places=[ServicePlace(**HOME, is_home=True)])
    entry = SearchEntry.objects.get(page=page)
    assert entry.place == "witney ox28"
    assert find("Witney", kinds=["service"]).page_ids == [page.pk]
    for secret in ("Secretlane", "6XY", "Minder's house"):
        assert find(secret, kinds=["service"]).page_ids == []


@pytest.mark.parametrize("where", ["listing", "results", "seal filter"])
def test_a_home_shows_nowhere_on_public_pages(listing: Any, directory: Any, client: Any, where: str) -> None:
    page = listing("Childminder", places=[ServicePlace(**HOME, is_home=True)], at_places=True)
    factories.AwardFactory(listing=page, ends_on=timezone.localdate() + timedelta(days=9))
    response = client.get({"listing": page.url, "results": directory.url, "seal filter": f"{directory.url}?seal=on"}[where])
    assert response.status_code == 200
    html = response.content.decode()
    assert "Witney" in BeautifulSoup(html, "html5lib").select_one("main").get_text()
    for secret in ("Secretlane", "6XY", "Minder&#x27;s", "Minder's", "51.78591", "1.48512"):
        assert secret not in html


def test_chosen_services_come_in_their_order_without_those_that_nobody_may_see(listing: Any) -> None:
    second, first = listing("Second"), listing("First")
    closed, draft = listing("Closed", status="closed"), listing("Draft", live=False)
    assert [card.title for card in cards_of([first, None, closed, draft, second])] == ["First", "Second"]
    assert cards_of([]) == cards_of(None) == []


def test_chosen_services_carry_a_current_seal_only(listing: Any) -> None:
    sealed, expired = listing("Sealed"), listing("Expired")
    tomorrow, yesterday = timezone.localdate() + timedelta(days=1), timezone.localdate() - timedelta(days=1)
    award = factories.AwardFactory(listing=sealed, given_on=yesterday, ends_on=tomorrow)
    factories.AwardFactory(listing=expired, given_on=yesterday - timedelta(days=5), ends_on=yesterday)
    assert [card.award for card in cards_of([sealed, expired])] == [award, None]


def test_the_address_of_the_directory_is_empty_while_there_is_none(home: Any) -> None:
    assert directory_address() == ""


def test_the_address_of_the_directory_is_that_of_its_page(directory: Any) -> None:
    assert directory_address() == directory.url


AGES_ONLY = [field.name for field in ServicePage._meta.get_fields() if field.name != "maximum_age"]


@pytest.mark.parametrize("age", [0, 99])
def test_an_age_up_to_99_is_taken(age: int) -> None:
    ServicePage(maximum_age=age).clean_fields(exclude=AGES_ONLY)


@pytest.mark.parametrize("age", [100, 9999999])
def test_an_age_above_99_is_refused_in_words(age: int) -> None:
    with pytest.raises(ValidationError, match="Write an age up to 99"):
        ServicePage(maximum_age=age).clean_fields(exclude=AGES_ONLY)
