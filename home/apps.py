from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Home and information"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import views  # noqa: F401  registers what the pages show
        from .models import InformationPage, SectionPage
        from .searchable import describe_information

        registry.register(InformationPage, kind="information", describe=describe_information)
        registry.register(SectionPage, kind="information", describe=describe_information)
