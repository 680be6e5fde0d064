import signal
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from localoffer.scheduling.services import run_due_jobs


@contextmanager
def told_to_stop() -> Iterator[None]:
    """SIGTERM ends the process as an exception does, so that the job at work is set free on the way out."""
    before = signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Command(BaseCommand):
    help = "Does all scheduled work that is due. Run it every minute; twice at once does no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on, with this long a pause")

    def handle(self, *args: Any, **options: Any) -> None:
        with told_to_stop():
            self.work(pause=options["every"])

    def work(self, *, pause: int | None) -> None:
        while True:
            for report in run_due_jobs(now=timezone.now()):
                if report.failed:
                    self.stderr.write(f"{report.name} failed: {report.said}")
                elif report.said:
                    self.stdout.write(f"{report.name}: {report.said}")
            if not pause:
                break
            close_old_connections()
            sleep(pause)
