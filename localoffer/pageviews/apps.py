from django.apps import AppConfig


class PageViewsConfig(AppConfig):
    name = "localoffer.pageviews"
    label = "pageviews"
    verbose_name = "Page views"

    def ready(self) -> None:
        from . import jobs, signal_handlers  # noqa: F401  forgetting what is old registers itself

        signal_handlers.connect()
