from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "localoffer.pages"
    label = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from . import checks, jobs, signal_handlers  # noqa: F401  the house rules, and publishing on time

        signal_handlers.connect()
