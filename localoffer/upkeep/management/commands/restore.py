from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from localoffer.upkeep.rules import Manifest, Refused, megabytes
from localoffer.upkeep.services import Unfinished, at_hand, look_through, restore


class Command(BaseCommand):
    help = "Puts the site back to what a backup holds: database, uploads, search. Looks through all of the file first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a backup; with BACKUP_URL also the name of one in the bucket")
        parser.add_argument("--check", action="store_true", help="only say whether the backup is whole and fits; change nothing")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with at_hand(options["file"]) as file:
                manifest = self.look_and_restore(file, only_look=options["check"], ask=not options["yes"])
        except Refused as refusal:
            raise CommandError(f"{refusal} Nothing was changed.") from refusal
        except Unfinished as failure:
            raise CommandError(str(failure)) from failure
        if options["check"]:
            self.stdout.write("It is whole, and can be restored here. Nothing was changed.")
            return
        if settings.MEDIA_BUCKET and len(manifest.files) > 1:
            self.stdout.write(f"The uploads of the backup are in {settings.MEDIA_ROOT}: copy them to the bucket of MEDIA_URL.")
        self.stdout.write("Restored. Everybody has to sign in again.")
        if manifest.keys:
            self.stdout.write(f"Set these as they were when the backup was made: {', '.join(manifest.keys)}.")
        self.stdout.write("Now start the site and its scheduled work again.")

    def look_and_restore(self, file: Path, *, only_look: bool, ask: bool) -> Manifest:
        manifest = look_through(file)
        self.describe(manifest)
        if only_look:
            return manifest
        if ask:
            self.ask()
        return restore(file=file, say=self.stdout.write)

    def describe(self, manifest: Manifest) -> None:
        self.stdout.write(
            f"A backup of {manifest.site}, made at {manifest.made_at}: "
            f"{manifest.database} {manifest.database_version}, {len(manifest.files) - 1} uploads, {megabytes(manifest.size)}."
        )

    def ask(self) -> None:
        name = connection.settings_dict["NAME"]
        self.stdout.write(f"All that is now in the database {name} and among the uploads will be lost.")
        try:
            answer = input("Type “yes” to go on: ")
        except EOFError:
            answer = ""
        if answer.strip().lower() != "yes":
            raise CommandError("Nothing was changed. To restore without being asked, add --yes.")
