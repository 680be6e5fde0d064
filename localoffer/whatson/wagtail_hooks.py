from wagtail import hooks

from .viewsets import EventListViewSet


@hooks.register("register_admin_viewset")
def register_events() -> EventListViewSet:
    return EventListViewSet("events")
