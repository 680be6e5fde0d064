from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "localoffer.events"
    label = "events"
    verbose_name = "Events and the calendar"
