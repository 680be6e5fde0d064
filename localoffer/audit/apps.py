from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "localoffer.audit"
    label = "audit"
    verbose_name = "Audit log and personal data"

    def ready(self) -> None:
        from . import (
            jobs,  # noqa: F401  forgets old entries
            personal_data,  # noqa: F401  registers the accounts
            signal_handlers,
        )

        signal_handlers.connect()
