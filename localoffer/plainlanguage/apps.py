from django.apps import AppConfig


class PlainLanguageConfig(AppConfig):
    name = "localoffer.plainlanguage"
    label = "plainlanguage"
    verbose_name = "Plain language"
