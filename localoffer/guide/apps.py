from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "localoffer.guide"
    label = "guide"
    verbose_name = "What could help?"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import views  # noqa: F401  registers what the pages show
        from .models import GuidePage
        from .searchable import describe_guide

        registry.register(GuidePage, kind="information", describe=describe_guide)
