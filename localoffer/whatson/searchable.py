from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import EventPage, EventsPage


def describe_events(page: EventsPage) -> Shown:
    return Shown(title=page.title, summary=page.summary)


def describe_event(page: EventPage) -> Shown:
    return Shown(
        title=page.title,
        summary=page.summary,
        body=f"{page.who_for}\n{words_of(page.body)}",
        organisation=page.run_by,
        place=", ".join(page.address_lines),
    )
