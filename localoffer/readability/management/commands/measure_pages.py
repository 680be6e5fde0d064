from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from localoffer.readability.services import measure_missing


class Command(BaseCommand):
    help = "Measures the reading age of all public pages anew. For after changes past the pages' own saving."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{measure_missing(now=timezone.now(), all_anew=True)} pages measured.")
