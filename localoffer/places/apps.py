from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "localoffer.places"
    label = "places"
    verbose_name = "Places"

    def ready(self) -> None:
        from localoffer.plainlanguage.choices import NameKind
        from localoffer.plainlanguage.registry import register_known_names

        from .models import Place

        register_known_names(NameKind.NO_PERSON, Place.objects.names)
