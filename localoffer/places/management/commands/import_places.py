import re
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from localoffer.places.choices import POSTCODE_AREAS
from localoffer.places.management.postcode_files import Sieve, WrongFile, tables_in
from localoffer.places.services import NothingToImport, replace_imported

# The ONS codes of Oxfordshire's districts, and the slugs of the directory's areas.
DISTRICTS = {
    "E07000177": "cherwell",
    "E07000178": "oxford-city",
    "E07000179": "south-oxfordshire",
    "E07000180": "vale-of-white-horse",
    "E07000181": "west-oxfordshire",
}


def postcode_areas(text: str) -> frozenset[str]:
    """ "OX,RG9" as {"OX", "RG9"}; raises ArgumentTypeError for what begins no postcode."""
    wanted = frozenset(part.strip().upper() for part in text.split(",") if part.strip())
    if wrong := sorted(part for part in wanted if re.sub(r"[0-9]+[A-Z]?$", "", part) not in POSTCODE_AREAS):
        raise ArgumentTypeError(f"no postcode begins with {wrong[0]}. Write letters, with or without a number: OX,RG9,SN7")
    return wanted


def district(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"([A-Z][0-9]{8})=([a-z0-9-]{1,50})", text)
    if not found:
        raise ArgumentTypeError(f"“{text}” should look like E07000179=south-oxfordshire")
    return found[1], found[2]


class Command(BaseCommand):
    help = (
        "Fills the table of places with postcodes from a file: OS Code-Point Open or the ONS Postcode Directory, as CSV or as "
        "the zip that you download. May run again: it replaces what was imported before, all or nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--areas", type=postcode_areas, default=frozenset(), metavar="OX,RG9", help="keep only postcodes that begin so"
        )
        parser.add_argument(
            "--district",
            type=district,
            action="append",
            metavar="CODE=SLUG",
            help="a local district of ours, such as E07000179=south-oxfordshire; may be repeated. Default: Oxfordshire’s",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sieve = Sieve(areas=options["areas"], districts=dict(options["district"] or DISTRICTS))
        try:
            tables = tables_in(options["file"])
            shown = {"disable": None if options["verbosity"] else True, "file": sys.stderr, "unit": "B", "unit_scale": True}
            with tqdm(total=sum(table.size for table in tables), desc="Reading", **shown) as bar:
                done = replace_imported(rows=(row for table in tables for row in table.rows(sieve, bar.update)))
        except (WrongFile, NothingToImport) as error:
            raise CommandError("\n".join(filter(None, [str(error), self.said(sieve), "Nothing was changed."]))) from error
        self.stdout.write(
            f"{done.postcodes:,} postcodes, {done.sectors:,} sectors and {done.districts:,} districts are in the table of places."
        )
        self.stdout.write(self.said(sieve))

    def said(self, sieve: Sieve) -> str:
        """How many rows were read, and why some were left out; "" when none was read."""
        if not sieve.read:
            return ""
        lines = [f"Rows read: {sieve.read:,}. Left out: {sieve.left_out.total():,}."]
        lines += [f"  {number:,} {why}" for why, number in sieve.left_out.most_common()]
        return "\n".join(lines)
