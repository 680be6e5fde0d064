"""The demonstration's meetings of the board: the next one, and two with papers, which the posts of the invented chair tell of."""

from datetime import date, time, timedelta
from typing import Any

from dateutil.relativedelta import WE, relativedelta
from django.core.files import File
from wagtail.models import Locale

from blog.models import BoardMeetingPage, BoardMeetingsPage, BoardPostPage, MeetingPaper
from localoffer.media.models import CustomDocument

from .files import collection
from .pages import Tree
from .reading import FOLDER, read


def load_meetings(tree: Tree, today: date) -> None:
    """Adds the meetings, when there are none yet."""
    parent = BoardMeetingsPage.objects.get(pk=tree.page_id("/board/meetings/"))
    if parent.get_children().exists():
        return
    described = read("meetings.json")
    _add(parent, described, described["coming"], next_meeting_from(today), today)
    for one in described["past"]:
        meeting = _add(parent, described, one, date.fromisoformat(one["day"]), today)
        BoardPostPage.objects.filter(slug=one["post"], locale=Locale.get_default()).update(meeting=meeting)


def next_meeting_from(today: date) -> date:
    """The board meets on third Wednesdays: the first of them that is three days away or more."""
    third = today + relativedelta(day=1, weekday=WE(3))
    return third if third - today >= timedelta(days=3) else today + relativedelta(months=1, day=1, weekday=WE(3))


def _add(parent: BoardMeetingsPage, shared: dict[str, Any], one: dict[str, Any], day: date, today: date) -> BoardMeetingPage:
    meeting = BoardMeetingPage(
        title=shared["title"].format(day=f"{day:%-d %B %Y}"),
        slug=f"meeting-{day:%Y-%m-%d}",
        summary=one["summary"],
        search_description=one["summary"],
        review_date=today + timedelta(days=180),
        day=day,
        starts_at=time.fromisoformat(shared["starts_at"]),
        ends_at=time.fromisoformat(shared["ends_at"]),
        place=shared["place"],
        invited=shared["invited"],
        agenda=one["agenda"],
        minutes=one.get("minutes", ""),
    )
    meeting.papers.set(
        [
            MeetingPaper(document=_document(paper), kind=paper["kind"], sort_order=n)
            for n, paper in enumerate(one.get("papers", []))
        ]
    )
    parent.add_child(instance=meeting)
    return meeting


def _document(described: dict[str, str]) -> CustomDocument:
    with (FOLDER / "papers" / described["file"]).open("rb") as file:
        document = CustomDocument(title=described["title"], collection=collection(), file=File(file, name=described["file"]))
        document.save()
    document.get_file_size(), document.get_file_hash()  # both are kept with it
    return document
