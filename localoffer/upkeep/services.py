"""Making a backup, looking through one, and restoring the site from one."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from localoffer.search import index

from . import archives, bucket, dumps
from .rules import (
    DATABASE_FILES,
    MANIFEST,
    MEDIA,
    NAME_OF_A_BACKUP,
    SECRETS,
    Entry,
    Manifest,
    Refused,
    megabytes,
    name_of_backup,
    too_old,
)

Say = Callable[[str], object]


class Unfinished(Exception):
    """The data is restored; the sentence says what is still to be done by hand."""


@cache
def known_migrations() -> dict[str, tuple[str, ...]]:
    """The migrations of this code as "app.name", each with those that it stands in for."""
    loader = MigrationLoader(None)
    return {
        f"{app}.{name}": tuple(f"{label}.{other}" for label, other in migration.replaces)
        for (app, name), migration in (loader.disk_migrations or {}).items()
    }


def applied_migrations() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}


def missing_migrations() -> list[str]:
    """Those of this code that the database does not have. Two queries."""
    applied, known = applied_migrations(), known_migrations()
    stood_in_for = {old for name, replaced in known.items() if name in applied for old in replaced}
    return sorted(
        name
        for name, replaced in known.items()
        if name not in applied and name not in stood_in_for and not (replaced and applied.issuperset(replaced))
    )


def back_up(*, folder: Path, now: datetime, keep: int | None = None) -> tuple[Path, Manifest]:
    """Writes a backup of database and uploads into the folder, reads all of it again, and returns the file and what is in it.

    The database comes first, so that each upload that it names is there. With ``keep``, only so many of the newest
    backups stay in the folder. Raises Refused, and leaves no half of a file, when it cannot be done.
    """
    media = Path(settings.MEDIA_ROOT)
    if folder.resolve().is_relative_to(media.resolve()):
        raise Refused(f"{folder} is inside the folder of uploads, so each backup would hold the last one. Choose another.")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as workshop:
            made = Path(workshop, "made.zip")
            made.touch(mode=0o600)
            _write(made, Path(workshop), media, now)
            with made.open("rb") as written:
                os.fsync(written.fileno())
            manifest = look_through(made)
            file = folder / name_of_backup(now.astimezone(UTC))
            if file.exists():
                raise Refused(f"{file} is there already. Wait a second and try again.")
            made.rename(file)
    except OSError as error:
        raise Refused(f"The backup could not be written to {folder}: {error.strerror}. Nothing was kept of it.") from error
    if keep is not None:
        for name in too_old([each.name for each in folder.iterdir()], keep):
            (folder / name).unlink()
    return file, manifest


def back_up_to_bucket(*, folder: Path, now: datetime, keep: int | None = None) -> tuple[str, int, Manifest]:
    """Makes a backup in the folder, sends it to the bucket of BACKUP_URL and takes it away. Returns its name, its size and what
    is in it. With ``keep``, only so many of the newest stay in the bucket. Raises Refused as ``back_up`` does, and when the
    bucket cannot be used: before anything is made, where that can be seen.
    """
    bucket.names()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as workshop:
            file, manifest = back_up(folder=Path(workshop), now=now)
            size = file.stat().st_size
            bucket.send(file)
    except OSError as error:
        raise Refused(f"The backup could not be written to {folder}: {error.strerror}. Nothing was kept of it.") from error
    if keep is not None:
        for name in too_old(bucket.names(), keep):
            bucket.delete(name)
    return file.name, size, manifest


@contextmanager
def at_hand(file: Path) -> Iterator[Path]:
    """The backup as a file: itself, or fetched for as long as it is needed, when it is only a name and there is a bucket."""
    if not settings.BACKUP_BUCKET or file.exists() or not NAME_OF_A_BACKUP.fullmatch(str(file)):
        yield file
        return
    beside = Path(settings.DATA_DIR)
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetched-", dir=beside) as workshop:
        yield bucket.fetch(str(file), Path(workshop))


def _write(made: Path, workshop: Path, media: Path, now: datetime) -> None:
    copied, name = workshop / "database", DATABASE_FILES[connection.vendor]
    dumps.copy_database(copied)
    files: dict[str, Entry] = {}
    with zipfile.ZipFile(made, "w", allowZip64=True) as archive:
        files[name] = archives.add(archive, name, copied)
        copied.unlink()
        for name, file in archives.uploads(media):
            try:
                files[name] = archives.add(archive, name, file)
            except FileNotFoundError:
                continue  # deleted by staff in this moment
        manifest = Manifest(
            made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
            site=settings.SITE_URL,
            database=connection.vendor,
            database_version=dumps.database_version(),
            migrations=tuple(sorted(applied_migrations() & set(known_migrations()))),
            keys=tuple(name for name in SECRETS if os.environ.get(name)),
            files=files,
        )
        archive.writestr(MANIFEST, manifest.as_json(), compress_type=zipfile.ZIP_DEFLATED)


def look_through(file: Path) -> Manifest:
    """Reads all of a backup and returns what is in it. Changes nothing; raises Refused unless it can be restored here."""
    with archives.opened(file) as archive:
        return archives.checked(archive, database=connection.vendor, known=_all_known())


def _all_known() -> set[str]:
    return {name for known, replaced in known_migrations().items() for name in (known, *replaced)}


def restore(*, file: Path, say: Say = lambda sentence: None) -> Manifest:
    """Puts database and uploads in the place of those that are there, brings the database up to this code, signs
    everybody out, and makes the search index anew. ``say`` is told of each step.

    Raises Refused while all is as it was: for whatever ``look_through`` refuses, and when there is no room. Raises
    Unfinished when the data is restored and a later step failed.
    """
    manifest = look_through(file)
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(parents=True, exist_ok=True)
    if (free := shutil.disk_usage(media.parent).free) < manifest.size:
        raise Refused(f"Restoring needs {megabytes(manifest.size)} on the disk of {media.parent}; {megabytes(free)} are free.")
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=media.parent) as workshop:
        new = Path(workshop, "new")
        (new / MEDIA).mkdir(parents=True)
        say("Unpacking …")
        try:
            with archives.opened(file) as archive:
                for name in manifest.files:
                    archives.read_out(archive, manifest, name, new / name)
        except OSError as error:
            raise Refused(f"The backup could not be unpacked beside {media}: {error.strerror}.") from error
        with _exchanged(media, new / MEDIA, Path(workshop, "before")):
            say("Restoring the database …")
            dumps.put_back(new / DATABASE_FILES[manifest.database])
    try:
        _bring_up(say)
    except Exception as error:
        raise Unfinished(
            "Database and uploads are restored, but what follows failed. Run `manage.py migrate`, then "
            f"`manage.py rebuild_search`, then start the site. It said: {error}"
        ) from error
    return manifest


@contextmanager
def _exchanged(folder: Path, new: Path, before: Path) -> Iterator[None]:
    """The new folder in the place of the old one; if what is done meanwhile fails, the old one comes back."""
    try:
        if folder.exists():
            folder.rename(before)
        new.rename(folder)
    except OSError as error:
        if before.exists():
            before.rename(folder)
        raise Refused(f"The folder {folder} could not be replaced: {error.strerror}. All is as it was.") from error
    try:
        yield
    except BaseException:
        folder.rename(new)
        if before.exists():
            before.rename(folder)
        raise


def _bring_up(say: Say) -> None:
    """What must follow on another database under our feet: nothing that was held of the old one may count."""
    ContentType.objects.clear_cache()
    caches["default"].clear()
    say("Bringing the database up to this code …")
    call_command("migrate", interactive=False, verbosity=0)
    ContentType.objects.clear_cache()
    Session.objects.all().delete()
    say("Making the search index anew …")
    say(f"{index.rebuild()} pages can be searched.")
    caches["default"].clear()
