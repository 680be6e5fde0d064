from django.apps import AppConfig


class BlocksConfig(AppConfig):
    name = "localoffer.blocks"
    label = "blocks"
    verbose_name = "Blocks"

    def ready(self) -> None:
        from . import checks  # noqa: F401  the house rules
