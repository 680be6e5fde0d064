"""Events in the admin: who may, the list with its filters, and mistakes said beside their field."""

from datetime import date, time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from localoffer.people.services import set_up_roles
from localoffer.whatson.models import EventPage
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/events/"
MONDAYS = {"freq": "weekly", "weekdays": "MO", "interval": "1", "during": "all_year", "opens_at": "16:00", "closes_at": "18:00"}


@pytest.fixture
def staff(events: Any, person: Any, client: Any) -> Any:
    set_up_roles()
    client.force_login(person(COMMUNICATIONS))
    return client


def typed(times: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    data = {
        "title": "Drop-in",
        "slug": "drop-in",
        "summary": "Come and talk.",
        "attend": "place",
        "town": "Abingdon",
        "free": "unknown",
        "booking": "unknown",
        "phone": "01632 960123",
        "body": streamfield([]),
        "times": inline_formset(times),
        **{name: inline_formset([]) for name in ("days_off", "access", "comments")},
        "action-publish": "publish",
    }
    return nested_form_data(data | fields)


def add(staff: Any, events: Any, times: list[dict[str, Any]], **fields: Any) -> Any:
    return staff.post(reverse("wagtailadmin_pages:add", args=["whatson", "eventpage", events.pk]), typed(times, **fields))


def test_communications_staff_write_and_publish_a_repeating_event(staff: Any, events: Any) -> None:
    assert add(staff, events, [MONDAYS]).status_code == 302
    page = EventPage.objects.get()
    assert page.live
    assert [row.weekdays for row in page.times.all()] == ["MO"]
    assert page.last_day is None


@pytest.mark.parametrize(
    ("row", "fields", "field", "said"),
    [
        ({"closes_at": "15:00"}, {}, "closes_at", "It would end before it starts."),
        (
            {"starts_on": "2026-12-01", "ends_on": "2026-12-05"},
            {},
            "ends_on",
            "None of those days falls between the first date and the last.",
        ),
        (
            {},
            {"booking_link": "http://book.example.org"},
            "booking_link",
            "Write a whole address that begins with https://",
        ),
    ],
    ids=["end before start", "never happens", "not https"],
)
def test_a_mistake_is_said_beside_its_field_and_nothing_is_lost(
    staff: Any, events: Any, row: Any, fields: Any, field: str, said: str
) -> None:
    answer = add(staff, events, [MONDAYS | row], **fields)
    assert answer.status_code == 200
    shown = BeautifulSoup(answer.content, "html5lib")
    assert said in " ".join(part.get_text() for part in shown.select(f"[id$='-{field}-errors']"))
    assert shown.select_one("#id_town")["value"] == "Abingdon"
    assert not EventPage.objects.exists()


def titles(staff: Any, query: str = "") -> list[str]:
    answer = staff.get(f"{LIST}{query}")
    assert answer.status_code == 200
    return sorted(
        link.get_text(strip=True) for link in BeautifulSoup(answer.content, "html5lib").select("td.title .title-wrapper a")
    )


def test_the_list_shows_the_next_time_and_filters_by_coming_and_past(staff: Any, events: Any) -> None:
    factories.EventPageFactory(
        parent=events, title="Coming", times={"freq": "weekly", "weekdays": "MO", "opens_at": time(9)}, attend="online", town=""
    )
    factories.EventPageFactory(parent=events, title="Past", times={"freq": "once", "starts_on": date(2020, 3, 4)})
    factories.EventPageFactory(parent=events, title="Draft", times={"freq": "weekly", "weekdays": "TU"}, live=False)
    assert titles(staff) == ["Coming", "Draft", "Past"]
    assert titles(staff, "?when=coming") == ["Coming", "Draft"]
    assert titles(staff, "?when=past") == ["Past"]
    assert titles(staff, "?attend=online") == ["Coming"]
    assert titles(staff, "?q=pas") == ["Past"]
    assert "Over" in staff.get(f"{LIST}?when=past").content.decode()


def test_others_open_neither_the_list_nor_the_form(events: Any, person: Any, client: Any) -> None:
    set_up_roles()
    client.force_login(person(DIRECTORY_EDITOR))
    assert client.get(LIST).status_code == 403
    assert add(client, events, [MONDAYS]).status_code == 302
    assert not EventPage.objects.exists()
