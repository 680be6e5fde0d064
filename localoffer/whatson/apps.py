from django.apps import AppConfig


class WhatsOnConfig(AppConfig):
    name = "localoffer.whatson"
    label = "whatson"
    verbose_name = "What’s on"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import personal_data, views  # noqa: F401  they register what is held of people, and what the pages show
        from .models import EventPage, EventsPage
        from .searchable import describe_event, describe_events

        registry.register(EventsPage, kind="event", describe=describe_events)
        registry.register(EventPage, kind="event", describe=describe_event)
