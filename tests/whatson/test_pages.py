"""What families see of events: the list in the order of the next time, the page of each, past ones kept."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from localoffer.directory.finding import other_pages
from localoffer.search.index import find
from localoffer.whatson.models import EventAccess, EventDaysOff, EventPage, EventTime
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
MORNING = {"freq": "once", "starts_on": TODAY, "opens_at": time(9), "closes_at": time(12, 1)}
MONDAYS = {"freq": "weekly", "weekdays": "MO", "opens_at": time(16), "closes_at": time(18)}
IN_MAY = {"freq": "once", "starts_on": date(2027, 5, 4)}
LAST_YEAR = {"freq": "once", "starts_on": date(2025, 3, 4), "opens_at": time(10)}


def page_of(client: Any, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib").select_one("main")


def titles(shown: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in shown.select(".post h3 a")]


def event(events: Any, title: str, times: Any, **more: Any) -> EventPage:
    return factories.EventPageFactory(parent=events, title=title, times=times, **more)


@pytest.fixture
def four(events: Any) -> None:
    event(events, "In May", IN_MAY)
    event(events, "Mondays", MONDAYS, attend="both")
    event(events, "This morning", MORNING, attend="online", town="")
    event(events, "Last year", LAST_YEAR)


def test_the_list_has_what_is_to_come_by_the_month_of_the_next_time(at: Any, four: None, events: Any, client: Any) -> None:
    shown = page_of(client, events.url)
    assert titles(shown) == ["This morning", "Mondays", "In May"]
    assert [heading.get_text() for heading in shown.select("section > h2.tags-head")] == ["November 2026", "May 2027"]
    assert "On now" in shown.select(".post")[0].get_text()
    assert "Tomorrow, 4pm to 6pm" in shown.select(".post")[1].get_text()


def test_an_event_moves_to_those_that_are_over_in_the_minute_in_which_it_ends(
    at: Any, four: None, events: Any, client: Any
) -> None:
    assert titles(page_of(client, f"{events.url}?when=past")) == ["Last year"]
    at(datetime(2026, 11, 22, 12, 1, tzinfo=UTC))
    assert titles(page_of(client, events.url)) == ["Mondays", "In May"]
    assert titles(page_of(client, f"{events.url}?when=past")) == ["This morning", "Last year"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("where=online", ["This morning", "Mondays"]),
        ("where=place", ["Mondays", "In May"]),
        ("where=moon&page=x&when=never", ["This morning", "Mondays", "In May"]),
    ],
    ids=["online", "place", "nonsense"],
)
def test_the_list_can_be_narrowed_to_a_place_or_online(
    at: Any, four: None, events: Any, client: Any, query: str, expected: list[str]
) -> None:
    assert titles(page_of(client, f"{events.url}?{query}")) == expected


def test_drafts_and_events_behind_a_sign_in_are_in_no_list(at: Any, events: Any, client: Any) -> None:
    event(events, "Draft", IN_MAY, live=False)
    assert titles(page_of(client, events.url)) == []


def test_an_event_that_is_over_keeps_its_address_and_says_so(at: Any, events: Any, client: Any) -> None:
    over = event(events, "Last year", LAST_YEAR, booking_link="https://book.example.org/")
    shown = page_of(client, over.url)
    assert "This event is over" in shown.get_text()
    assert "Tuesday 4 March 2025, from 10am" in shown.get_text()
    assert shown.select('.buttons, [href$="calendar.ics"], [href^="https://book"]') == []
    assert shown.select_one(f'.callout a[href="{events.url}"]')


def test_what_nobody_wrote_down_is_said_to_be_not_known(at: Any, events: Any, client: Any) -> None:
    facts = page_of(client, event(events, "Bare", IN_MAY).url).select_one(".facts")
    unknown = [row.dt.get_text() for row in facts.select("div:has(.unknown)")]
    assert unknown == ["What it costs", "Booking", "Who it is for", "Who runs it"]
    assert facts.get_text().count("Not known: ask them") == 4


def test_its_page_has_all_its_facts(at: Any, events: Any, client: Any) -> None:
    step_free = factories.AccessFeatureFactory(name="Step-free way in")
    page = event(
        events,
        "Mondays",
        MONDAYS,
        place_name="Abbey Hall",
        free="yes",
        booking="needed",
        booking_link="https://book.example.org/x",
        who_for="Parents",
        run_by="The forum (example)",
        change="moved",
        change_note="We are in the big room now.",
    )
    page.access.set([EventAccess(feature=step_free, answer="no", note="Three steps.")])
    page.days_off.set([EventDaysOff(first_day=date(2026, 12, 21), last_day=date(2026, 12, 28), note="Holidays.")])
    page.save()
    words = " ".join(page_of(client, page.url).get_text(" ").split())
    for part in (
        "Changed: another day or place We are in the big room now.",
        "Next time Tomorrow, 4pm to 6pm",
        "Abbey Hall, Abingdon",
        "Free",
        "You need to book",
        "Mondays, 4pm to 6pm",
        "21 December 2026 to 28 December 2026: Holidays.",
        "Step-free way in No Three steps.",
        "All else is not known: ask them.",
        "01632 960123",
    ):
        assert part in words, part


def test_a_cancelled_event_says_so_in_the_list_and_can_no_longer_be_booked(at: Any, events: Any, client: Any) -> None:
    page = event(
        events, "Off", IN_MAY, change="cancelled", change_note="The speaker is ill.", booking_link="https://book.example.org/"
    )
    assert "Cancelled" in page_of(client, events.url).select_one(".post").get_text()
    shown = page_of(client, page.url)
    assert "The speaker is ill." in shown.get_text()
    assert shown.select('[href^="https://book"]') == []


def schema_of(client: Any, page: EventPage) -> dict[str, Any]:
    scripts = BeautifulSoup(client.get(page.url).content, "html5lib").select('script[type="application/ld+json"]')
    return next(data for script in scripts if (data := json.loads(script.string))["@type"] != "BreadcrumbList")


def test_search_engines_get_the_next_time_and_the_way_to_attend(at: Any, events: Any, client: Any) -> None:
    page = event(events, "Mondays", MONDAYS, attend="both", address="1 High Street", postcode="ox14 3ex", free="yes", run_by="We")
    data = schema_of(client, page)
    assert (data["@type"], data["startDate"], data["endDate"]) == (
        "Event",
        "2026-11-23T16:00:00+00:00",
        "2026-11-23T18:00:00+00:00",
    )
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in data["location"]] == ["Place", "VirtualLocation"]
    assert data["isAccessibleForFree"] is True
    assert data["organizer"]["name"] == "We"
    page.change, page.change_note = "cancelled", "Ill."
    page.save()
    assert schema_of(client, page)["eventStatus"] == "https://schema.org/EventCancelled"


def test_the_list_asks_the_database_as_often_for_forty_events_as_for_one(at: Any, events: Any, client: Any) -> None:
    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    page = event(events, "One", MONDAYS)
    event(events, "Over", LAST_YEAR)
    one = queries(events.url), queries(f"{events.url}?when=past"), queries(page.url)
    for number in range(20):
        event(events, f"Mondays {number}", [MONDAYS, IN_MAY])
        event(events, f"Over {number}", LAST_YEAR)
    page.times.set([EventTime(**MONDAYS), EventTime(**IN_MAY)])
    page.save()
    assert (queries(events.url), queries(f"{events.url}?when=past"), queries(page.url)) == one


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"times": []}, "times", "Say when it is on"),
        ({"times": {"freq": "weekly", "weekdays": "MO", "ends_on": date(2026, 11, 1), "during": "term"}}, None, ""),
        ({"town": ""}, "town", "at least the town"),
        ({"town": "", "attend": "online"}, None, ""),
        ({"phone": ""}, "phone", "telephone number or an e-mail address"),
        ({"phone": "", "email": "we@example.org"}, None, ""),
        ({"change": "cancelled"}, "change_note", "Say what changed"),
        ({"booking_link": "http://book.example.org/"}, "booking_link", "begins with https://"),
        ({"join_link": "javascript:alert(1)"}, "join_link", "begins with https://"),
        ({"join_link": "https://meet.example.org/"}, None, ""),
    ],
)
def test_the_gate_says_what_is_missing_beside_its_field(at: Any, events: Any, fields: Any, field: str | None, said: str) -> None:
    page = event(events, "Draft", **{"times": IN_MAY} | fields, live=False)
    if field is None:
        page.full_clean()
        return
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert said in " ".join(refused.value.message_dict[field])


def test_times_that_never_come_are_refused(at: Any, events: Any) -> None:
    page = event(events, "Never", IN_MAY, live=False)
    page.days_off.set([EventDaysOff(first_day=date(2027, 5, 4), last_day=date(2027, 5, 4))])
    with pytest.raises(ValidationError, match="It would never be on"):
        page.full_clean()
    page.days_off.set([EventDaysOff(first_day=date(2027, 5, 5), last_day=date(2027, 5, 5))])
    page.full_clean()


def test_an_event_is_found_by_its_words_among_what_is_on(at: Any, events: Any) -> None:
    page = event(events, "Otter morning", IN_MAY, place_name="Reed House", live=False)
    page.save_revision().publish()
    assert find("reed house", kinds=["event"]).page_ids == [page.pk]
    assert [found.pk for found in other_pages(find("otter", kinds=["service", "event"]))["event"]] == [page.pk]
