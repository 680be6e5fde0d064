"""Meetings of any body: the next one first, past ones kept, times that can be."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from localoffer.events.models import Meeting
from tests.factories import MeetingFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_to_come_means_today_and_later_and_past_means_before_today() -> None:
    days = {
        name: MeetingFactory(day=TODAY + timedelta(days=offset)) for name, offset in (("past", -1), ("today", 0), ("later", 1))
    }
    older = MeetingFactory(day=TODAY - timedelta(days=100))
    MeetingFactory(body="board", day=TODAY)
    forum = Meeting.objects.of("forum")
    assert list(forum.coming(TODAY)) == [days["today"], days["later"]]
    assert list(forum.past(TODAY)) == [days["past"], older]


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "field"),
    [
        (None, None, None),
        (time(16), None, None),
        (time(16), time(17), None),
        (time(16), time(16), "ends_at"),
        (time(16), time(15), "ends_at"),
        (None, time(17), "starts_at"),
    ],
)
def test_a_meeting_ends_after_it_begins(starts_at: Any, ends_at: Any, field: str | None) -> None:
    meeting = MeetingFactory.build(starts_at=starts_at, ends_at=ends_at)
    if field is None:
        meeting.full_clean()
        meeting.save()
        return
    with pytest.raises(ValidationError) as refused:
        meeting.full_clean()
    assert field in refused.value.message_dict


def test_each_meeting_has_a_mark_of_its_own_for_calendars() -> None:
    assert MeetingFactory().uid != MeetingFactory().uid
