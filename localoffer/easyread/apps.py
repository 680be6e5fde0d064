from django.apps import AppConfig


class EasyReadConfig(AppConfig):
    name = "localoffer.easyread"
    label = "easyread"
    verbose_name = "Easy Read"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import signal_handlers, views  # noqa: F401  registers what other pages show of their edition
        from .models import EasyReadPage
        from .searchable import describe_edition

        signal_handlers.connect()
        registry.register(EasyReadPage, kind="easy_read", describe=describe_edition)
