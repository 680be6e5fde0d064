from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "localoffer.media"
    label = "media"
    verbose_name = "Pictures, video and documents"
