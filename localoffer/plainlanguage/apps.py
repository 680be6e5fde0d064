from django.apps import AppConfig


class PlainLanguageConfig(AppConfig):
    name = "localoffer.plainlanguage"
    label = "plainlanguage"
    verbose_name = "Plain language"

    def ready(self) -> None:
        from .models import GlossaryTerm
        from .registry import explains

        explains(GlossaryTerm.objects.all_words)
