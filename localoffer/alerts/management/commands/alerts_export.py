import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from localoffer.alerts.services import kept_on


class Command(BaseCommand):
    help = "Prints as JSON all that the e-mail alerts keep on an address, or on every address."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", default="", help="leave it out for all addresses")

    def handle(self, *args: Any, **options: Any) -> None:
        found = [asdict(kept) for kept in kept_on(options["address"])]
        self.stdout.write(json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
