from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "localoffer.media"
    label = "media"
    verbose_name = "Pictures, video and documents"

    def ready(self) -> None:
        from . import checks, jobs, personal_data, signal_handlers  # noqa: F401  they register themselves

        signal_handlers.connect()
