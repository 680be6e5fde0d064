"""The demonstration of being heard: a work programme, what was asked, meetings, and messages. All of it invented,
but for the forum's areas of change, which are those of its report to the council's scrutiny committee (February 2025)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils.crypto import get_random_string

from localoffer.events.choices import Body
from localoffer.events.models import Meeting
from localoffer.people.models import User
from youth.listening import approve, receive_voice
from youth.models import Asked, VoiceSettings, WorkItem, YoungMessage

from .reading import read


def load_heard(supporter: User, approver: User, now: datetime, today: date) -> None:
    """Adds each part that is not there yet."""
    described = read("heard.json")
    if not WorkItem.objects.exists():
        _load_work(described, supporter, approver, now, today)
    if not Meeting.objects.of(Body.FORUM).exists():
        Meeting.objects.bulk_create(_meeting(one, today) for one in described["meetings"])
    if not YoungMessage.objects.exists():
        settings = VoiceSettings.load()
        settings.danger_contact = supporter
        settings.save()
        for one in described["voices"]:
            _load_voice(one, now)


def _load_work(described: dict[str, Any], supporter: User, approver: User, now: datetime, today: date) -> None:
    items = [
        WorkItem.objects.create(
            title=one["title"],
            summary=one["summary"],
            icon=one["icon"],
            progress=one["progress"],
            done_by=today + timedelta(days=one["done_in_days"]) if one["done_in_days"] else None,
            sort_order=number,
        )
        for number, one in enumerate(described["work"])
    ]

    def ago(days: int | None) -> date | None:
        return None if days is None else today - timedelta(days=days)

    for one in described["asked"]:
        asked = Asked.objects.create(
            work_item=items[one["work"]],
            words=one["words"],
            in_their_words=one["own"],
            asked_on=ago(one["asked"]),
            asked_of=one["of"],
            answer_by=ago(-one["due"]) if "due" in one else None,
            answered_by=one.get("by", ""),
            answer=one.get("answer", ""),
            answered_on=ago(one.get("answered")),
            happened=one.get("happened", ""),
            happened_on=ago(one.get("done")),
            written_by=supporter,
        )
        approve(asked, seen=asked.digest, cleared=set(), alone=False, user=approver, now=now)


def _meeting(one: dict[str, Any], today: date) -> Meeting:
    return Meeting(
        body=Body.FORUM,
        title=one["title"],
        day=today + timedelta(days=one["in_days"]),
        starts_at=time.fromisoformat(one["starts"]),
        ends_at=time.fromisoformat(one["ends"]),
        place=one["place"],
        agenda="\n".join(one["agenda"]),
        notes="\n".join(one["notes"]),
    )


def _load_voice(one: dict[str, Any], now: datetime) -> None:
    """As a sender would, and then as a supporter left it. No e-mail goes out for it."""
    sent = now.astimezone(UTC) - timedelta(days=one["days"])
    once = get_random_string(32)
    receive_voice(
        kind=one["kind"],
        words=one["words"],
        about=one.get("about", []),
        feelings=one.get("feelings", []),
        age_band=one["age"],
        once=once,
        sender="demonstration",
        now=sent,
        quietly=True,
    )
    message = YoungMessage.objects.order_by("-pk")[0]
    message.status, message.with_whom = one["status"], one.get("with", "")
    message.answer, message.told_at = one.get("answer", ""), now
    message.answered_at = sent + timedelta(days=4) if message.answer else None
    message.save()
