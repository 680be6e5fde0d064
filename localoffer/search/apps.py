from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "localoffer.search"
    label = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        from . import (
            jobs,  # noqa: F401  registers itself
            signal_handlers,
        )

        signal_handlers.connect()
