from django.apps import AppConfig


class SealConfig(AppConfig):
    name = "localoffer.seal"
    label = "seal"
    verbose_name = "Seal of approval"
