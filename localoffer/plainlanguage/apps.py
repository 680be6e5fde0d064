from django.apps import AppConfig


class PlainLanguageConfig(AppConfig):
    name = "localoffer.plainlanguage"
    label = "plainlanguage"
    verbose_name = "Plain language"

    def ready(self) -> None:
        from .choices import NameKind
        from .models import GlossaryTerm
        from .registry import explains, register_known_names

        explains(GlossaryTerm.objects.all_words)
        register_known_names(NameKind.NO_PERSON, GlossaryTerm.objects.all_words)
