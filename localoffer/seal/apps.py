from django.apps import AppConfig


class SealConfig(AppConfig):
    name = "localoffer.seal"
    label = "seal"
    verbose_name = "Seal of approval"

    def ready(self) -> None:
        from localoffer.alerts.registry import register as tells

        from . import jobs, personal_data  # noqa: F401  they register themselves
        from .newsworthy import SEALS

        tells(SEALS)
