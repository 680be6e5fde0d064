from django.apps import AppConfig


class BookletConfig(AppConfig):
    name = "localoffer.booklet"
    label = "booklet"
    verbose_name = "Booklets"
