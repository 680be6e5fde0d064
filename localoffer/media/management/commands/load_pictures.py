from typing import Any

from django.core.management.base import BaseCommand

from localoffer.media.library import LIBRARY, load_pictures


class Command(BaseCommand):
    help = "Loads the pictures for Easy Read that come with the product. Safe to run twice."

    def handle(self, *args: Any, **options: Any) -> None:
        added = load_pictures()
        self.stdout.write(f"{added} pictures added to the {LIBRARY.lower()}." if added else "All pictures are there.")
