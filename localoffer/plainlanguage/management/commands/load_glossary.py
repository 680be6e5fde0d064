from typing import Any

from django.core.management.base import BaseCommand

from localoffer.plainlanguage.services import load_glossary


class Command(BaseCommand):
    help = "Adds our starter set of hard words with their plain meaning. Words that are there already stay as editors wrote them."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_glossary()} words added.")
