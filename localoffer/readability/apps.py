from django.apps import AppConfig


class ReadabilityConfig(AppConfig):
    name = "localoffer.readability"
    label = "readability"
    verbose_name = "Plain words"

    def ready(self) -> None:
        from . import jobs, signal_handlers  # noqa: F401  measuring what was never measured

        signal_handlers.connect()
