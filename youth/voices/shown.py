"""What the pages of being heard show: asked and happened by the work programme, meetings, the way to the form."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from localoffer.events.choices import Body
from localoffer.events.models import Meeting
from localoffer.pages.addresses import language_of
from localoffer.pages.contexts import provides_context

from ..models import Asked, ForumMeetingsPage, TellUsPage, VoiceSettings, WorkItem, YouAskedPage
from ..rules import waited
from ..views import section_menu


@dataclass
class AskedGroup:
    """A part of the work programme with what belongs to it; ``item`` None for all else."""

    item: WorkItem | None
    asked: list[Asked] = field(default_factory=list)


def with_waiting(asked: Asked, today: date) -> Asked:
    """The same, with how long it has waited, or took, in words."""
    until = today if asked.is_open else min(day for day in (asked.answered_on, asked.happened_on) if day)
    asked.waited = waited(asked.asked_on, until)
    asked.late = asked.is_late(today)
    return asked


def groups(today: date) -> list[AskedGroup]:
    """All that is public: waiting ones first, those that wait longest before the others."""
    found = {item.pk: AskedGroup(item) for item in WorkItem.objects.all()}
    found[None] = AskedGroup(None)
    for asked in Asked.objects.public():
        found[asked.work_item_id].asked.append(with_waiting(asked, today))
    for group in found.values():
        waiting = sorted((asked for asked in group.asked if asked.is_open), key=lambda asked: asked.asked_on)
        group.asked = [*waiting, *(asked for asked in group.asked if not asked.is_open)]
    return [group for group in found.values() if group.asked]


@provides_context(YouAskedPage)
def you_asked(page: YouAskedPage, request: HttpRequest) -> dict[str, Any]:
    shown = groups(timezone.localdate())
    all_asked = [asked for group in shown for asked in group.asked]
    counts = {
        "asked": len(all_asked),
        "happened": sum(1 for asked in all_asked if asked.happened_on),
        "waiting": sum(1 for asked in all_asked if asked.is_open),
    }
    return section_menu(page, language_of(request)) | {"groups": shown, "counts": counts}


@provides_context(ForumMeetingsPage)
def forum_meetings(page: ForumMeetingsPage, request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    meetings = Meeting.objects.of(Body.FORUM)
    return section_menu(page, language_of(request)) | {
        "coming": list(meetings.coming(today)),
        "past": list(meetings.past(today)),
        "work": list(WorkItem.objects.all()),
    }


@provides_context(TellUsPage)
def tell_us(page: TellUsPage, request: HttpRequest) -> dict[str, Any]:
    return section_menu(page, language_of(request)) | {"voice": VoiceSettings.load()}
