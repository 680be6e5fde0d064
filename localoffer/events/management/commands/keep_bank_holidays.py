from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from localoffer.events.services import YearsNotKnown, keep_bank_holidays, years_from


class Command(BaseCommand):
    help = "Fills in the bank holidays of England that are missing, of this year and the two after it. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="first", type=int, metavar="YEAR", help="the first year, in place of this one")
        parser.add_argument("--to", dest="last", type=int, metavar="YEAR", help="the last year")

    def handle(self, *args: Any, **options: Any) -> None:
        first, last = years_from(timezone.localdate())
        first = first if options["first"] is None else options["first"]
        last = max(first, last) if options["last"] is None else options["last"]
        try:
            added = keep_bank_holidays(first_year=first, last_year=last)
        except YearsNotKnown as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{added} bank holidays added, from {first} to {last}.")
