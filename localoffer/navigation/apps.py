from django.apps import AppConfig


class NavigationConfig(AppConfig):
    name = "localoffer.navigation"
    label = "navigation"
    verbose_name = "Navigation"

    def ready(self) -> None:
        from . import signal_handlers

        signal_handlers.connect()
