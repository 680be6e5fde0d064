from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "localoffer.directory"
    label = "directory"
    verbose_name = "Directory of services"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import views  # noqa: F401  registers what the pages show
        from .models import ServicePage
        from .searchable import describe_service

        registry.register(ServicePage, kind="service", describe=describe_service)
