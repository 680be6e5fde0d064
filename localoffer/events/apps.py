from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "localoffer.events"
    label = "events"
    verbose_name = "Events and the calendar"

    def ready(self) -> None:
        from . import jobs, signal_handlers  # noqa: F401  bank holidays

        signal_handlers.connect()
