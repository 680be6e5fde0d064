from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "localoffer.scheduling"
    label = "scheduling"
    verbose_name = "Scheduled work"

    def ready(self) -> None:
        from . import jobs  # noqa: F401  registers the queue's own job
