from django.apps import AppConfig


class NavigationConfig(AppConfig):
    name = "localoffer.navigation"
    label = "navigation"
    verbose_name = "Navigation"

    def ready(self) -> None:
        from . import personal_data, signal_handlers  # noqa: F401  the first registers itself

        signal_handlers.connect()
