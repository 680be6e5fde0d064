import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home.demo.frame import PEOPLE, demo_password

PATIENCE = 10  # seconds, for what runs beside to end the task at hand


@contextmanager
def running(command: list[str]) -> Iterator[subprocess.Popen]:
    """The command, until the block ends: then it is asked to stop, and killed when it does not."""
    process = subprocess.Popen(command, cwd=settings.BASE_DIR)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


class Command(BaseCommand):
    help = "Prepares the demonstration and serves it with gunicorn; scheduled work runs beside it. For `make run`."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("Use DJANGO_SETTINGS_MODULE=localoffer.settings.demo, or `make run`.")
        host, port = os.environ.get("HOST") or "localhost", os.environ.get("PORT") or "8000"
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_demo", stdout=StringIO())
        self.collect_static_files()
        self.welcome(host, port)
        self.serve(host, port)

    def collect_static_files(self) -> None:
        """Collects when something changed since the last time: it takes some seconds."""
        mark = Path(settings.STATIC_ROOT) / ".collected"
        sources = [file for folder in settings.STATICFILES_DIRS for file in Path(folder).rglob("*")]
        sources.append(Path(settings.BASE_DIR) / "requirements" / "site.txt")
        if not mark.exists() or any(source.stat().st_mtime > mark.stat().st_mtime for source in sources):
            self.stdout.write("Collecting static files …")
            began = time.time()  # a file that changes while we collect is newer than that
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)
            mark.touch()
            os.utime(mark, (began, began))

    def welcome(self, host: str, port: str) -> None:
        shown = "localhost" if host in ("0.0.0.0", "::", "") else host  # noqa: S104  only compared
        self.stdout.write(f"\n  The site:      http://{shown}:{port}/\n  For editors:   http://{shown}:{port}/admin/\n")
        for name, display_name, _ in PEOPLE:
            self.stdout.write(f"    {name}@example.org".ljust(36) + display_name)
        self.stdout.write(f"  Password for all: {demo_password()}\n  Stop with Ctrl+C.\n")
        self.stdout.flush()

    def serve(self, host: str, port: str) -> None:
        """Workers are processes with one thread each: Wagtail's draft leniency is shared between threads."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C
        address = f"[{host}]" if ":" in host else host
        beside = [sys.executable, "manage.py", "run_scheduled", "--every", "30"]
        server = [
            *(sys.executable, "-m", "gunicorn", "localoffer.wsgi"),
            *("--bind", f"{address}:{port}", "--workers", "2", "--preload", "--log-level", "warning"),
            *("--limit-request-line", "0"),  # a question of any length gets our own words
        ]
        with running(beside), running(server) as serving:
            try:
                stopped = serving.wait()
            except KeyboardInterrupt:
                self.stdout.write("\nStopped.")
                return
        if stopped:
            raise CommandError(
                f"The server could not start at {host}:{port}. If something else uses that port, take another: make run PORT=8080"
            )
