from django.apps import AppConfig


class AccessibilityConfig(AppConfig):
    name = "localoffer.accessibility"
    label = "accessibility"
    verbose_name = "Accessibility"

    def ready(self) -> None:
        from . import jobs  # noqa: F401  registers itself
