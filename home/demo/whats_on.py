"""The demonstration's events: one that repeats, one online, one that is over. Their days are counted from today."""

from datetime import date, timedelta
from typing import Any

from localoffer.directory.models import AccessFeature
from localoffer.whatson.models import EventAccess, EventPage, EventsPage, EventTime

from .pages import Tree
from .reading import read

PARTS = ("times", "access", "body")


def load_events(tree: Tree, today: date) -> None:
    """Adds the events that are not there yet."""
    parent = EventsPage.objects.get(pk=tree.page_id("/whats-on/"))
    features = {feature.slug: feature for feature in AccessFeature.objects.in_use()}
    for described in read("events.json"):
        if EventPage.objects.child_of(parent).filter(slug=described["slug"]).exists():
            continue
        page = EventPage(
            **{name: value for name, value in described.items() if name not in PARTS},
            review_date=today + timedelta(days=90),
            body=tree.writer().raw(described["body"]),
        )
        page.times.set([_time(one, today) for one in described["times"]])
        page.access.set([EventAccess(**one | {"feature": features[one["feature"]]}) for one in described["access"]])
        parent.add_child(instance=page)


def _time(described: dict[str, Any], today: date) -> EventTime:
    """As it comes from the file: clocks are words there, and "starts_in" counts days from today."""
    row = EventTime(
        **{name: value for name, value in described.items() if name != "starts_in"},
        starts_on=today + timedelta(days=described["starts_in"]),
    )
    row.clean_fields(exclude=["page"])
    return row
