from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "localoffer.media"
    label = "media"
    verbose_name = "Pictures, video and documents"

    def ready(self) -> None:
        from . import jobs, signal_handlers  # noqa: F401  jobs register themselves

        signal_handlers.connect()
