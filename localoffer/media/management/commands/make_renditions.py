from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from localoffer.media.models import CustomImage
from localoffer.media.services import make_renditions


class Command(BaseCommand):
    help = "Makes those smaller copies of pictures for public pages that are missing. Safe to run again, and to break off."

    def handle(self, *args: Any, **options: Any) -> None:
        today, made, pictures = timezone.localdate(), 0, 0
        for image in CustomImage.objects.order_by("pk").iterator(chunk_size=100):
            try:
                new = make_renditions(image=image, today=today)
            except Exception as error:
                self.stderr.write(f"Picture {image.pk} could not be read: {error}. Send it again, or delete it.")
                continue
            made, pictures = made + new, pictures + bool(new)
        self.stdout.write(f"Made {made} copies. Pictures that lacked some: {pictures}." if made else "All copies are there.")
