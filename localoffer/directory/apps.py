from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "localoffer.directory"
    label = "directory"
    verbose_name = "Directory of services"

    def ready(self) -> None:
        from localoffer.plainlanguage.choices import NameKind
        from localoffer.plainlanguage.registry import register_known_names
        from localoffer.search import registry

        from . import (
            jobs,  # noqa: F401  registers itself
            naming,
            personal_data,  # noqa: F401  the same
            signal_handlers,
            views,  # noqa: F401  registers what the pages show
        )
        from .listing import page  # noqa: F401  and the page of a listing
        from .models import ServicePage, pairs_in
        from .searchable import describe_service, read_services

        registry.names(pairs_in)
        registry.register(ServicePage, kind="service", describe=describe_service, read=read_services)
        signal_handlers.connect()
        register_known_names(NameKind.SCHOOL, naming.schools)
        register_known_names(NameKind.NO_PERSON, naming.no_persons)
