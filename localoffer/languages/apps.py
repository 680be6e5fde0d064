from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "localoffer.languages"
    label = "languages"
    verbose_name = "Translations"

    def ready(self) -> None:
        from . import checks, signal_handlers, views  # noqa: F401  the note is given to pages by the views
        from .services import pass_over_empty_catalogues

        pass_over_empty_catalogues()
        signal_handlers.connect()
