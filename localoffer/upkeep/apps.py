from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "localoffer.upkeep"
    label = "upkeep"
    verbose_name = "Upkeep"
