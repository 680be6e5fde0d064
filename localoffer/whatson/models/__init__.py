from .pages import EventPage, EventsPage
from .parts import EventAccess, EventDaysOff, EventTime

__all__ = ["EventAccess", "EventDaysOff", "EventPage", "EventTime", "EventsPage"]
