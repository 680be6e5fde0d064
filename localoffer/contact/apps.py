from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "localoffer.contact"
    label = "contact"
    verbose_name = "Contact"

    def ready(self) -> None:
        from . import jobs, personal_data  # noqa: F401  telling staff, deleting old messages; what is held of visitors
