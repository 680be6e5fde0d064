from django.apps import AppConfig


class SealConfig(AppConfig):
    name = "localoffer.seal"
    label = "seal"
    verbose_name = "Seal of approval"

    def ready(self) -> None:
        from localoffer.alerts.registry import register as tells

        from . import jobs  # noqa: F401  registers itself
        from .newsworthy import SEALS

        tells(SEALS)
