"""When a service is on, in the words of its page; and its calendar file."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar as CalendarFile
from wagtail.models import PageViewRestriction

from localoffer.directory.listing.times import Shut, Times, times_of
from localoffer.directory.models import ServiceClosedDates, ServiceContact, ServicePage, ServicePlace, ServiceSchedule
from localoffer.events.rules import Calendar, Term

NOW = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # a Monday, half past four in London
TODAY = NOW.date()
pytestmark = pytest.mark.django_db
CALENDAR = Calendar((Term(date(2026, 11, 2), date(2026, 12, 18)), Term(date(2027, 1, 4), date(2027, 2, 12))), frozenset())
MONDAY = {"weekdays": "MO", "opens_at": time(16), "closes_at": time(18)}


def page_with(*schedules: Any, closed: Any = (), places: Any = (), **fields: Any) -> ServicePage:
    page = ServicePage(title="Club", **fields)
    page.schedules = [ServiceSchedule(**schedule) for schedule in schedules]
    page.closed_dates = [ServiceClosedDates(**row) for row in closed]
    page.places = [ServicePlace(**place) for place in places]
    return page


def times(*schedules: Any, now: datetime = NOW, **more: Any) -> Times:
    return times_of(page_with(*schedules, **more), CALENDAR, now)


@pytest.mark.parametrize(
    ("minutes", "is_open", "coming"),
    [
        (-31, False, "Today, 4pm to 6pm"),
        (-30, True, "Today, 4pm to 6pm"),
        (89, True, "Today, 4pm to 6pm"),
        (90, False, "Monday 30 November, 4pm to 6pm"),
    ],
)
def test_it_is_open_from_its_first_minute_until_its_last(minutes: int, is_open: bool, coming: str) -> None:
    said = times(MONDAY, now=NOW + timedelta(minutes=minutes))
    assert (said.is_open, said.next, said.until) == (is_open, coming, "6pm" if is_open else "")


def test_without_a_table_of_times_nothing_is_claimed() -> None:
    assert times() == Times()


def test_without_an_hour_it_is_not_known_whether_it_is_open() -> None:
    said = times({"weekdays": "MO"})
    assert (said.is_open, said.next) == (None, "Today")


def test_one_place_that_may_be_open_leaves_it_unknown_whether_all_are_closed() -> None:
    tuesday = {"weekdays": "TU", "opens_at": time(9), "closes_at": time(10)}
    places = [{"name": "Hall", "town": "Witney"}, {"name": "Barn", "town": "Thame"}]
    said = times({**tuesday, "at_place": "Hall"}, {"weekdays": "MO", "at_place": "Barn"}, places=places)
    assert said.is_open is None


def test_where_it_is_open_is_said_when_it_has_several_places() -> None:
    places = [{"name": "Hall", "town": "Witney"}, {"name": "Barn", "town": "Thame"}]
    tuesday = {"weekdays": "TU", "at_place": "Barn"}
    said = times({**MONDAY, "at_place": "Hall"}, tuesday, places=places)
    assert (said.is_open, said.at) == (True, "Hall")
    assert {place.name: place.next for place in said.places} == {"Hall": "Today, 4pm to 6pm", "Barn": "Tomorrow"}
    assert times(MONDAY, places=places[:1]).at == ""


def test_in_the_holidays_a_club_of_term_time_is_next_on_when_school_begins() -> None:
    said = times({**MONDAY, "during": "term"}, now=datetime(2026, 12, 21, 12, tzinfo=UTC))
    assert said.next == "Monday 4 January 2027, 4pm to 6pm"
    assert said.lines == ["Mondays, 4pm to 6pm, in term time"]


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ({**MONDAY, "interval": 2, "starts_on": date(2026, 11, 23)}, "Every other Monday from 23 November, 4pm to 6pm"),
        ({**MONDAY, "freq": "monthly", "week_of_month": 1}, "First Monday of the month, 4pm to 6pm"),
        ({**MONDAY, "during": "holidays"}, "Mondays, 4pm to 6pm, in school holidays"),
        ({"freq": "once", "starts_on": date(2026, 12, 5), "opens_at": time(10)}, "Saturday 5 December 2026, from 10am"),
    ],
)
def test_what_repeats_is_said_in_words(schedule: dict[str, Any], words: str) -> None:
    assert times(schedule).lines == [words]


@pytest.mark.parametrize(("days", "shown"), [(-1, False), (0, True)])
def test_a_date_or_a_series_that_is_over_is_left_out(days: int, shown: bool) -> None:
    day = TODAY + timedelta(days=days)
    assert bool(times({"freq": "once", "starts_on": day}).places) is shown
    assert bool(times({**MONDAY, "ends_on": day}).places) is shown


def test_a_row_that_is_not_complete_is_left_out() -> None:
    assert times({"weekdays": ""}) == Times()


@pytest.mark.parametrize(("days", "shown"), [(-1, False), (0, True)])
def test_closed_dates_show_until_they_are_over(days: int, shown: bool) -> None:
    closed = [{"first_day": TODAY - timedelta(days=9), "last_day": TODAY + timedelta(days=days), "note": "Painting."}]
    assert bool(times(MONDAY, closed=closed).shut) is shown


def test_closed_dates_are_said_in_words_and_nothing_is_on_then() -> None:
    closed = [{"first_day": TODAY, "last_day": date(2027, 1, 3), "note": "Painting."}]
    said = times(MONDAY, closed=closed)
    assert said.shut == (Shut("from 23 November to 3 January 2027", "Painting."),)
    assert (said.is_open, said.next) == (False, "Monday 4 January 2027, 4pm to 6pm")


@pytest.mark.parametrize(
    ("fields", "coming"),
    [
        ({"closed_from": None, "closed_until": None}, ""),
        ({"closed_from": date(2026, 11, 24), "closed_until": None}, "Today, 4pm to 6pm"),
        ({"closed_from": None, "closed_until": date(2026, 11, 23)}, "Monday 30 November, 4pm to 6pm"),
    ],
)
def test_a_temporary_closing_counts_as_long_as_it_lasts(fields: dict[str, Any], coming: str) -> None:
    assert times(MONDAY, status="temporarily_closed", **fields).next == coming
    assert times(MONDAY, status="open", **fields).next == "Today, 4pm to 6pm"


# --- The calendar file ----------------------------------------------------------------------


@pytest.fixture
def club(listing: Any) -> Any:
    def make(*schedules: Any, **parts: Any) -> ServicePage:
        page = listing("Café club")
        page.schedules = [ServiceSchedule(**schedule) for schedule in schedules]
        for name, rows in parts.items():
            setattr(page, name, rows)
        page.save_revision().publish()
        return page

    return make


def file_of(client: Any, page: Any) -> Any:
    response = client.get(f"/directory/{page.pk}/calendar.ics")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return CalendarFile.from_ical(response.content.decode())


@pytest.mark.django_db
def test_its_times_can_be_put_into_a_calendar(club: Any, client: Any) -> None:
    page = club(
        {**MONDAY, "note": "Bring tea."},
        {**MONDAY, "weekdays": "FR", "quieter": True},
        places=[ServicePlace(name="Hall", address="1 High Street", town="Witney", postcode="OX28 1AA")],
        contacts=[ServiceContact(phone="01632 960101")],
    )
    link = f"/directory/{page.pk}/calendar.ics"
    assert link in client.get(page.url).content.decode()
    first, second = file_of(client, page).walk("VEVENT")
    assert first["SUMMARY"] == "Café club"
    assert second["SUMMARY"] == "Café club (quieter)"
    assert first["LOCATION"] == "Hall, 1 High Street, Witney, OX28 1AA"
    assert first["DESCRIPTION"] == "Bring tea.\nCheck before you go: 01632 960101"
    assert first["URL"] == page.full_url
    assert first["UID"] != second["UID"]
    assert [event["UID"] for event in file_of(client, page).walk("VEVENT")] == [first["UID"], second["UID"]]
    assert client.get(link).headers["Content-Disposition"] == f'attachment; filename="{page.slug}.ics"'


@pytest.mark.django_db
def test_of_several_places_each_time_names_its_own(club: Any, client: Any) -> None:
    places = [ServicePlace(name="Hall", town="Witney"), ServicePlace(name="Barn", town="Thame")]
    page = club({**MONDAY, "at_place": "Barn"}, MONDAY, places=places)
    assert [event["LOCATION"] for event in file_of(client, page).walk("VEVENT")] == ["Barn, Thame", "Witney, Thame"]


@pytest.mark.django_db
def test_a_temporary_closing_is_left_out_of_the_calendar(club: Any, client: Any) -> None:
    page = club(MONDAY, status="temporarily_closed", alert="The roof leaks.")
    assert file_of(client, page).walk("VEVENT") == []


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["no times", "a draft", "behind a sign-in", "not there", "a huge number"])
def test_what_has_no_times_or_is_not_public_has_no_calendar(club: Any, client: Any, listing: Any, what: str) -> None:
    page = club() if what == "no times" else club(MONDAY)
    if what == "a draft":
        page.unpublish()
    if what == "behind a sign-in":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    number = {"not there": page.pk + 999, "a huge number": 10**40}.get(what, page.pk)
    assert client.get(f"/directory/{number}/calendar.ics").status_code == 404


@pytest.mark.django_db
def test_a_page_without_coming_dates_offers_no_calendar(club: Any, client: Any) -> None:
    page = club({"freq": "once", "starts_on": timezone.localdate() - timedelta(days=1)})
    assert "calendar.ics" not in client.get(page.url).content.decode()
