from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from localoffer.alerts.services import erase


class Command(BaseCommand):
    help = "Deletes all that the e-mail alerts keep on an address. No more e-mails go to it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        there = erase(options["address"], now=timezone.now())
        self.stdout.write("Deleted. No more e-mails go there." if there else "Nothing is kept on that address.")
