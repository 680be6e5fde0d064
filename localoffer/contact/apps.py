from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "localoffer.contact"
    label = "contact"
    verbose_name = "Contact"
