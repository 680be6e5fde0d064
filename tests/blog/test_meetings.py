"""The board's meetings: coming and past to the minute, papers held back, the post on each, the calendar."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar as CalendarFile

from blog.models import BoardMeetingPage, MeetingPaper
from localoffer.media.models import CustomDocument
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from localoffer.people.services import set_up_roles
from localoffer.search.index import find
from tests import factories
from tests.languages.ground import translate

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 3, 13, 30, tzinfo=UTC)  # half past two in London
TODAY = date(2026, 6, 3)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def meetings(blog: Any) -> Any:
    return factories.BoardMeetingsPageFactory(parent=blog)


def meeting(meetings: Any, **fields: Any) -> BoardMeetingPage:
    return factories.BoardMeetingPageFactory(parent=meetings, **{"day": TODAY} | fields)


def document(title: str = "The plan", size: int = 1_258_291) -> CustomDocument:
    found = CustomDocument(title=title, file_size=size)
    found.file.save(f"{title}.pdf", ContentFile(b"%PDF-1.4"), save=False)
    found.save()
    return found


def main_of(client: Any, page: Any) -> BeautifulSoup:
    answer = client.get(page.url)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib").select_one("main")


def test_a_meeting_is_past_from_the_minute_in_which_it_ends(meetings: Any) -> None:
    days = {
        "yesterday": meeting(meetings, day=date(2026, 6, 2)),
        "ended": meeting(meetings, starts_at=time(13), ends_at=time(14, 30)),
        "ends": meeting(meetings, starts_at=time(13), ends_at=time(14, 31)),
        "no end": meeting(meetings),
        "tomorrow": meeting(meetings, day=date(2026, 6, 4)),
    }
    names = {page.pk: name for name, page in days.items()}
    assert {names[page.pk] for page in BoardMeetingPage.objects.coming(NOW)} == {"ends", "no end", "tomorrow"}
    assert [names[page.pk] for page in BoardMeetingPage.objects.past(NOW)] == ["ended", "yesterday"]
    assert {name for name, page in days.items() if page.is_over(NOW)} == {"ended", "yesterday"}


def test_the_list_has_the_next_one_first_and_then_those_that_were(meetings: Any, blog: Any, client: Any) -> None:
    for title, day in (("Last", date(2026, 5, 6)), ("Later", date(2026, 9, 9)), ("Next", date(2026, 7, 1))):
        meeting(meetings, title=title, day=day, starts_at=time(14))
    meeting(meetings, title="Draft", live=False)
    shown = main_of(client, meetings)
    assert [link.get_text() for link in shown.select("h3 a")] == ["Next", "Later", "Last"]
    assert "Wednesday 1 July 2026, from 2pm" in shown.get_text()
    assert f'href="{meetings.url}"' in client.get(blog.url).content.decode()


def test_the_page_has_what_people_need_and_says_what_is_not_known(meetings: Any, client: Any) -> None:
    bare = main_of(client, meeting(meetings, day=date(2026, 7, 1)))
    assert bare.select_one(".facts").get_text().count("Not known: ask them") == 2
    assert "The agenda is not known yet." in bare.get_text()
    page = meeting(meetings, place="County Hall", invited="All", agenda="<ol><li>Letters</li></ol>", minutes="<p>Agreed.</p>")
    page.papers.set([MeetingPaper(document=document(), kind="figures", title="Plans on time")])
    page.save()
    words = " ".join(main_of(client, page).get_text(" ").split())
    for part in ("County Hall", "Letters", "Agreed.", "Plans on time (PDF, 1.2\xa0MB)".replace("\xa0", " "), "Figures"):
        assert part in words, part


def test_a_meeting_that_does_not_happen_needs_a_reason_and_says_so(meetings: Any, client: Any) -> None:
    page = meeting(meetings, is_cancelled=True, live=False)
    with pytest.raises(ValidationError, match="why it does not happen"):
        page.full_clean()
    page.change_note = "The chair is ill."
    page.save_revision().publish()
    assert "This meeting does not happen." in main_of(client, meetings).get_text()
    assert "The chair is ill." in main_of(client, page).get_text()


def status(client: Any, paper: CustomDocument) -> int:
    return client.get(paper.url).status_code


def test_papers_are_held_back_until_their_meeting_is_public(meetings: Any, client: Any) -> None:
    paper, other = document(), document("Leaflet")
    page = meeting(meetings, live=False)
    page.papers.set([MeetingPaper(document=paper)])
    revision = page.save_revision()
    assert (status(client, paper), status(client, other)) == (404, 200)
    revision.publish()
    assert status(client, paper) == 200
    BoardMeetingPage.objects.get().unpublish()
    assert status(client, paper) == 404


def test_a_paper_of_a_draft_of_a_public_meeting_waits_too(meetings: Any, client: Any) -> None:
    paper = document("Minutes")
    page = meeting(meetings)
    page.papers.set([MeetingPaper(document=paper)])
    revision = page.save_revision()
    assert not MeetingPaper.objects.exists()
    assert status(client, paper) == 404
    revision.publish()
    assert status(client, paper) == 200


def test_whoever_writes_the_blog_opens_them_before_and_no_other_staff(meetings: Any, person: Any, client: Any) -> None:
    set_up_roles()
    paper = document()
    page = meeting(meetings, live=False)
    page.papers.set([MeetingPaper(document=paper)])
    page.save_revision()
    client.force_login(person(DIRECTORY_EDITOR))
    assert status(client, paper) == 404
    client.force_login(person(COMMUNICATIONS))
    assert status(client, paper) == 200


def test_the_post_and_the_meeting_lead_to_each_other(blog: Any, meetings: Any, client: Any) -> None:
    factories.PromisesPageFactory(parent=blog)
    page = meeting(meetings, title="Board of June")
    post = factories.BoardPostPageFactory(parent=blog, meeting=page, live=False)
    promise = factories.PromiseFactory(post=post)
    assert main_of(client, page).select_one(f'a[href="{blog.url}{post.slug}/"]') is None, "A draft is not public."
    post.save_revision().publish()
    post.refresh_from_db()
    assert (post.meeting_name, post.meeting_date) == ("Board of June", TODAY)
    link = main_of(client, post).select_one(f'a[href="{page.url}"]')
    assert link.get_text() == "About the meeting of 3 June 2026"
    shown = main_of(client, page)
    assert shown.select_one(f'a[href="{post.url}"]').get_text() == post.title
    assert promise.words in shown.get_text()
    assert shown.select_one(f'a[href$="/promises/?post={post.pk}"]')
    page.unpublish()
    assert main_of(client, post).select_one(f'a[href="{page.url}"]') is None


def test_a_post_that_is_translated_stands_once_on_the_page_of_its_meeting(
    home: Any, blog: Any, meetings: Any, client: Any
) -> None:
    translate(home, "pl", title="Strona")
    page = meeting(meetings)
    post = factories.BoardPostPageFactory(parent=blog, meeting=page, title="What we heard in June")
    translate(post, "pl", title="Co słyszeliśmy w czerwcu")
    said = [link.get_text() for link in main_of(client, page).select(f'a[href="{post.url}"]')]
    assert said == ["What we heard in June"]
    in_polish = BeautifulSoup(client.get(f"/pl{page.url}").content, "html5lib").select_one("main")
    assert [link.get_text() for link in in_polish.select(f'a[href="/pl{post.url}"]')] == ["Co słyszeliśmy w czerwcu"]


def test_the_pages_ask_the_database_as_often_for_many_as_for_one(meetings: Any, client: Any) -> None:
    def queries(page: Any) -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).status_code == 200
        return len(captured)

    page = meeting(meetings)
    meeting(meetings, day=date(2026, 5, 1))
    page.papers.set([MeetingPaper(document=document())])
    page.save()
    one = queries(meetings), queries(page)
    for number in range(15):
        meeting(meetings, day=date(2026, 7, number + 1))
        meeting(meetings, day=date(2026, 5, number + 1))
    page.papers.set([MeetingPaper(document=document(f"Paper {number}")) for number in range(10)])
    page.save()
    assert (queries(meetings), queries(page)) == one


def test_meetings_to_come_are_in_a_calendar_to_follow(meetings: Any, client: Any) -> None:
    meeting(meetings, title="June", starts_at=time(14), ends_at=time(16), place="County Hall")
    meeting(meetings, title="July", day=date(2026, 7, 1), is_cancelled=True, change_note="Holidays.")
    meeting(meetings, title="May", day=date(2026, 5, 1))
    meeting(meetings, title="Draft", live=False)
    follow = main_of(client, meetings).select_one('[href^="webcal://"]')["href"].removeprefix("webcal://testserver")
    found = CalendarFile.from_ical(client.get(follow).content).walk("VEVENT")
    assert sorted((str(one["SUMMARY"]), str(one.get("STATUS", ""))) for one in found) == [
        ("Cancelled: July", "CANCELLED"),
        ("June", ""),
    ]


def test_a_meeting_is_found_by_its_agenda_and_its_papers(meetings: Any) -> None:
    page = meeting(meetings, agenda="<p>Otters</p>", live=False)
    page.papers.set([MeetingPaper(document=document("Badger report"))])
    page.save_revision().publish()
    assert find("otters", kinds=["post"]).page_ids == [page.pk]
    assert find("badger", kinds=["post"]).page_ids == [page.pk]
