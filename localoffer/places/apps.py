from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "localoffer.places"
    label = "places"
    verbose_name = "Places"
