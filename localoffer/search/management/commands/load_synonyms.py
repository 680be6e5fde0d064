from typing import Any

from django.core.management.base import BaseCommand

from localoffer.search.services import load_synonyms


class Command(BaseCommand):
    help = "Adds our starter set of words that mean the same. Groups that are there already stay as editors made them."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_synonyms()} groups of words added.")
