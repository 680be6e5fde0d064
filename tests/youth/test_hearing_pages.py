"""What the pages show: asked and happened by the work programme, meetings, the calendar file."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from tests import factories
from youth.voices.shown import groups

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def asked(**fields: Any) -> Any:
    """A public one, approved straight in the table; the rules for approving are in youth.listening."""
    one = factories.AskedFactory.build(**fields)
    one.approved_at, one.approved_digest = timezone.now(), one.digest
    one.save()
    return one


def test_what_was_asked_stands_under_its_part_of_the_programme_waiting_ones_first() -> None:
    jobs, site = factories.WorkItemFactory(sort_order=2), factories.WorkItemFactory(sort_order=1)
    done = asked(work_item=jobs, asked_on=date(2026, 10, 1), happened="It did.", happened_on=date(2026, 10, 15))
    newer, older = asked(work_item=jobs, asked_on=date(2026, 9, 1)), asked(work_item=jobs, asked_on=date(2026, 1, 1))
    other = asked()
    of_site = asked(work_item=site)
    factories.AskedFactory(work_item=site)  # a draft
    factories.WorkItemFactory()
    assert [(group.item, group.asked) for group in groups(TODAY)] == [
        (site, [of_site]),
        (jobs, [older, newer, done]),
        (None, [other]),
    ]


def test_open_ones_say_how_long_they_have_waited_and_whether_they_are_late(youth_home: Any, client: Any) -> None:
    page = factories.YouAskedPageFactory(parent=youth_home)
    today = timezone.localdate()
    asked(words="Late one", asked_on=today - timedelta(days=35), answer_by=today - timedelta(days=1))
    asked(words="Open one", asked_on=today - timedelta(days=3), answer_by=today)
    asked(words="Done one", asked_on=today - timedelta(days=90), happened="It did.", happened_on=today, in_their_words=True)
    shown = {
        article.select_one(":is(blockquote, .asked-words)").get_text(strip=True): " ".join(article.get_text().split())
        for article in BeautifulSoup(client.get(page.url).content, "html5lib").select("article.asked")
    }
    assert "We have waited for 5 weeks. It is late" in shown["Late one"]
    assert "We have waited for 3 days." in shown["Open one"]
    assert "late" not in shown["Open one"]
    assert "waited" not in shown["“Done one”"]


def test_markup_in_published_words_is_shown_as_words(youth_home: Any, client: Any) -> None:
    page = factories.YouAskedPageFactory(parent=youth_home)
    asked(words="<img src=x onerror=alert(1)>", answer="<script>x</script>", answered_by="The team", answered_on=TODAY)
    found = BeautifulSoup(client.get(page.url).content, "html5lib")
    assert found.select("main img[src=x], main script") == []
    assert "<img src=x onerror=alert(1)>" in found.get_text()


def test_meetings_to_come_and_past_ones_are_kept_with_their_notes(youth_home: Any, client: Any) -> None:
    page = factories.ForumMeetingsPageFactory(parent=youth_home)
    today = timezone.localdate()
    factories.MeetingFactory(title="Today", day=today, agenda="Jobs\n\nPizza")
    factories.MeetingFactory(title="Later", day=today + timedelta(days=9), is_cancelled=True)
    factories.MeetingFactory(title="Past", day=today - timedelta(days=1), notes="We talked.\nWe ate.")
    factories.MeetingFactory(title="Off", day=today - timedelta(days=1), is_cancelled=True)
    factories.MeetingFactory(title="Board", body="board", day=today)
    found = BeautifulSoup(client.get(page.url).content, "html5lib")
    assert [article.b.get_text() for article in found.select("article.meeting")] == ["Today", "Later", "Past"]
    assert [item.get_text() for item in found.select("article.meeting li")] == ["Jobs", "Pizza", "We talked.", "We ate."]
    assert "This meeting does not happen." in found.select("article.meeting")[1].get_text()


def test_the_calendar_holds_what_is_to_come_of_meetings_and_work(client: Any, home: Any) -> None:
    today = timezone.localdate()
    soon = factories.MeetingFactory(day=today + timedelta(days=2), starts_at=time(16, 30), ends_at=time(18), place="Abingdon")
    factories.MeetingFactory(day=today - timedelta(days=2))
    factories.MeetingFactory(day=today + timedelta(days=3), is_cancelled=True)
    factories.MeetingFactory(day=today + timedelta(days=3), body="board")
    factories.WorkItemFactory(title="Jobs", done_by=today + timedelta(days=30))
    factories.WorkItemFactory(done_by=today + timedelta(days=30), progress="done")
    factories.WorkItemFactory()
    response = client.get("/youth-forum/calendar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    events = {str(event["uid"]): event for event in Calendar.from_ical(response.content).walk("VEVENT")}
    assert len(events) == 2
    meeting = events[f"{soon.uid}@localhost"]
    assert str(meeting["summary"]) == "SEND Youth Forum: Autumn meeting"
    assert str(meeting["location"]) == "Abingdon"
    assert (meeting["dtstart"].dt.hour, meeting["dtend"].dt.hour) == (16, 18)
    [work] = [event for uid, event in events.items() if uid.startswith("work-")]
    assert "Jobs" in str(work["summary"])


def test_the_calendar_is_there_also_when_nothing_is_to_come(client: Any, home: Any) -> None:
    assert client.get("/youth-forum/calendar.ics").status_code == 200
    assert client.post("/youth-forum/calendar.ics").status_code == 405


@pytest.mark.parametrize(
    "factory", [factories.YouAskedPageFactory, factories.ForumMeetingsPageFactory], ids=["asked", "meetings"]
)
def test_a_page_asks_the_database_as_often_for_many_as_for_one(factory: Any, youth_home: Any, client: Any) -> None:
    page = factory(parent=youth_home)

    def queries() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).status_code == 200
        return len(captured)

    def add() -> None:
        asked(work_item=factories.WorkItemFactory())
        factories.MeetingFactory(notes="We met.", day=TODAY)

    add()
    one = queries()
    for _ in range(9):
        add()
    assert queries() == one <= 10


def test_the_pages_without_anything_say_so(youth_home: Any, client: Any) -> None:
    for factory, words in (
        (factories.YouAskedPageFactory, "nothing here yet"),
        (factories.ForumMeetingsPageFactory, "not known yet"),
    ):
        assert words in client.get(factory(parent=youth_home).url).content.decode()
