from typing import Any

from django.core.management.base import BaseCommand

from localoffer.search.index import rebuild


class Command(BaseCommand):
    help = "Makes the public search index anew from the published pages. Readers keep the old one meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} pages can be searched.")
