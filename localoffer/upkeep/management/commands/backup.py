from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from localoffer.upkeep.rules import Refused, megabytes
from localoffer.upkeep.services import back_up, back_up_to_bucket


class Command(BaseCommand):
    help = "Writes the database and all uploads to one file, while people use the site. Restore it with `manage.py restore`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to (else the bucket of BACKUP_URL, or BACKUP_DIR)")
        parser.add_argument("--keep", type=int, metavar="NUMBER", help="delete all backups there but the newest so many")

    def handle(self, *args: Any, **options: Any) -> None:
        keep, now = options["keep"], timezone.now()
        if keep is not None and keep < 1:
            raise CommandError(f"--keep is {keep}. Give 1 or more: the backup that is made now is one of them.")
        try:
            if settings.BACKUP_BUCKET and not options["to"]:
                where, size, manifest = back_up_to_bucket(folder=settings.BACKUP_DIR, now=now, keep=keep)
                where += ", in the bucket of BACKUP_URL"
            else:
                file, manifest = back_up(folder=options["to"] or settings.BACKUP_DIR, now=now, keep=keep)
                where, size = str(file), file.stat().st_size
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{where}: {megabytes(size)}, the database and {len(manifest.files) - 1} uploads.")
        if settings.MEDIA_BUCKET:
            self.stdout.write("The uploads lie in the bucket of MEDIA_URL, and are not in it: let the bucket keep old versions.")
        self.stdout.write("All of it was read again and is whole.")
        if manifest.keys:
            self.stdout.write(f"Not in it, keep them elsewhere: {', '.join(manifest.keys)}.")
