from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "localoffer.alerts"
    label = "alerts"
    verbose_name = "E-mail alerts"

    def ready(self) -> None:
        from . import jobs, personal_data  # noqa: F401  they register themselves
