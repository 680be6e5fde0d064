from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "localoffer.guide"
    label = "guide"
    verbose_name = "What could help?"
