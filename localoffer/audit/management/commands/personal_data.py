from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from localoffer.audit.registry import is_address
from localoffer.audit.services import Gone, erase, export, look
from localoffer.audit.views import as_json


class Command(BaseCommand):
    help = "Prints as JSON, or erases, what is held about an e-mail address or a name. Erasing shows first what would go."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("do", choices=["export", "erase"])
        parser.add_argument("asked", metavar="ADDRESS-OR-NAME")
        parser.add_argument("--yes", action="store_true", help="erase; without it, only say what would go")
        parser.add_argument("--only", nargs="+", metavar="KEY", default=[], help="erase only these; needed for a name")

    def handle(self, *args: Any, **options: Any) -> None:
        asked = options["asked"]
        if options["do"] == "export":
            self.stdout.write(as_json(export(asked)))
            return
        found = [held for _, held in look(asked)]
        for held in found:
            self.stdout.write(f"{'goes' if held.erase else 'stays'}  {held.key}  {held.what}  {held.why}".rstrip())
        if not found:
            self.stdout.write("Nothing is held.")
        if not options["yes"]:
            self.stdout.write("Nothing was changed. To erase what goes, add --yes.")
            return
        if not is_address(asked) and not options["only"]:
            raise CommandError("Several people may have the same name. Name what to erase: --only KEY KEY")
        keys = options["only"] or [held.key for held in found if held.erase]
        try:
            remains = erase(asked, keys, now=timezone.now())
        except Gone as gone:
            raise CommandError(str(gone)) from gone
        self.stdout.write(f"Erased: {len(keys)}. Remains: {len(remains)}.")
