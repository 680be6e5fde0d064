"""The calendar files of events, read back by a reader of calendars."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar as CalendarFile

from localoffer.events.rules import LONDON
from localoffer.whatson.models import EventDaysOff
from tests import factories

pytestmark = pytest.mark.django_db
MONDAYS = {"freq": "weekly", "weekdays": "MO", "opens_at": time(16), "closes_at": time(18)}
IN_TWO_YEARS = {"freq": "once", "starts_on": date(2028, 12, 4), "opens_at": time(9), "closes_at": time(10)}
OVER = {"freq": "once", "starts_on": date(2026, 11, 22), "opens_at": time(9), "closes_at": time(12)}


def entries(client: Any, address: str) -> list[Any]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return CalendarFile.from_ical(answer.content).walk("VEVENT")


def test_an_event_goes_into_a_calendar_with_its_days_off(at: Any, events: Any, client: Any) -> None:
    page = factories.EventPageFactory(parent=events, title="Tea; talk, and more", times=MONDAYS, place_name="Hall")
    page.days_off.set([EventDaysOff(first_day=date(2026, 11, 30), last_day=date(2026, 11, 30))])
    page.save()
    link = BeautifulSoup(client.get(page.url).content, "html5lib").select_one('main [href$=".ics"]')["href"]
    [entry] = entries(client, link)
    assert entry["SUMMARY"] == "Tea; talk, and more"
    assert entry["DTSTART"].dt == datetime(2026, 11, 23, 16, tzinfo=LONDON)
    assert (entry["LOCATION"], entry["URL"]) == ("Hall, Abingdon", page.full_url)
    assert entry["RRULE"]["BYDAY"] == ["MO"]
    assert [day.dt for day in entry["EXDATE"].dts] == [datetime(2026, 11, 30, 16, tzinfo=LONDON)]
    assert "01632 960123" in entry["DESCRIPTION"]


def test_there_is_no_file_for_an_event_that_is_over_or_not_public(at: Any, events: Any, client: Any) -> None:
    over = factories.EventPageFactory(parent=events, times=OVER)
    draft = factories.EventPageFactory(parent=events, times=MONDAYS, live=False)
    for number in (over.pk, draft.pk, events.pk, 10**30):
        assert client.get(f"/events/{number}/calendar.ics").status_code == 404
    at(datetime(2026, 11, 22, 11, 59, tzinfo=UTC))
    assert len(entries(client, f"/events/{over.pk}/calendar.ics")) == 1


def test_one_calendar_has_all_that_is_to_come_also_what_is_far_away_and_what_is_cancelled(
    at: Any, events: Any, client: Any
) -> None:
    factories.EventPageFactory(parent=events, title="Mondays", times=[MONDAYS, IN_TWO_YEARS], attend="online", town="")
    factories.EventPageFactory(
        parent=events, title="Off", times={"starts_on": date(2026, 12, 1), "freq": "once"}, change="cancelled", change_note="Ill."
    )
    factories.EventPageFactory(parent=events, title="Draft", times=MONDAYS, live=False)
    factories.EventPageFactory(parent=events, title="Last year", times={"freq": "once", "starts_on": date(2025, 12, 1)})
    shown = BeautifulSoup(client.get(events.url).content, "html5lib")
    follow = shown.select_one('main [href^="webcal://"]')["href"]
    found = entries(client, follow.removeprefix("webcal://testserver"))
    assert sorted((str(entry["SUMMARY"]), str(entry.get("STATUS", ""))) for entry in found) == [
        ("Cancelled: Off", "CANCELLED"),
        ("Mondays", ""),
        ("Mondays", ""),
    ]
    assert len({str(entry["UID"]) for entry in found}) == 3
    assert entries(client, "/events/calendar.ics")[0]["UID"] == found[0]["UID"]


def test_without_events_it_is_an_empty_calendar(at: Any, home: Any, client: Any) -> None:
    assert entries(client, "/events/calendar.ics") == []
