from typing import Any

from django.core.management.base import BaseCommand

from localoffer.places.services import load_shipped


class Command(BaseCommand):
    help = "Adds the towns, villages and postcode districts of the demonstration county. Safe to run twice."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_shipped()} places are there.")
