"""What a backup must be before anything is restored from it; when a database counts as out; security.txt. Pure."""

import errno
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from django.db import InterfaceError, OperationalError

FORMAT, VERSION = "local-offer-backup", 1
MANIFEST = "manifest.json"
MEDIA = "media/"
DATABASE_FILES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
# Settings of the environment that a restored site needs as they were, and that no backup holds. Names only.
SECRETS = ("SECRET_KEY", "DATABASE_URL", "EMAIL_PASSWORD", "MEDIA_URL", "BACKUP_URL")
NAME_OF_A_BACKUP = re.compile(r"local-offer-\d{8}T\d{6}Z\.zip")
SHA256 = re.compile(r"[0-9a-f]{64}")
SHOWN = 5  # names in one sentence


class Refused(Exception):
    """The backup cannot be made or restored; the sentence says why and what to do. Nothing was changed."""


@dataclass(frozen=True)
class Entry:
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. ``migrations`` are those of its database, as "app.0001_name"."""

    made_at: str
    site: str
    database: str
    database_version: str
    migrations: tuple[str, ...]
    keys: tuple[str, ...]
    files: dict[str, Entry]

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, "version": VERSION, **asdict(self)}, indent=1, ensure_ascii=False).encode()

    @property
    def size(self) -> int:
        return sum(entry.size for entry in self.files.values())


def name_of_backup(now: datetime) -> str:
    """The file's name, from a moment in UTC; names sort by age."""
    return f"local-offer-{now:%Y%m%dT%H%M%SZ}.zip"


def read_manifest(text: bytes) -> Manifest:
    """The manifest from its JSON. Raises Refused for what is not ours, or is newer than this code."""
    try:
        found: Any = json.loads(text)
    except ValueError as error:
        raise Refused("The list of contents in this file cannot be read: the file is damaged. Take another backup.") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused("This file is not a backup of a Local Offer site. Give the file that `manage.py backup` wrote.")
    if found.get("version") != VERSION:
        raise Refused(
            f"This backup is of kind {str(found.get('version'))[:20]}, and this code reads kind {VERSION}. "
            "Install the version of the code that made the backup, or a newer one, then restore."
        )
    try:
        return Manifest(
            made_at=str(found["made_at"]),
            site=str(found["site"]),
            database=str(found["database"]),
            database_version=str(found["database_version"]),
            migrations=tuple(map(str, found["migrations"])),
            keys=tuple(map(str, found["keys"])),
            files={str(name): _entry(entry) for name, entry in found["files"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused("Parts of the list of contents are missing: the file is damaged. Take another backup.") from error


def _entry(found: Mapping[str, Any]) -> Entry:
    size, sha256 = found["size"], found["sha256"]
    if not isinstance(size, int) or size < 0 or not SHA256.fullmatch(str(sha256)):
        raise ValueError
    return Entry(size, sha256)


def is_safe(name: str) -> bool:
    """Whether a name in a backup stays inside the folder that it is unpacked into, and is a name that we write."""
    parts = name.split("/")
    plain = not any(part in ("", ".", "..") for part in parts) and "\\" not in name and "\0" not in name and ":" not in name
    return plain and not PurePosixPath(name).is_absolute() and (name in DATABASE_FILES.values() or name.startswith(MEDIA))


def check(manifest: Manifest, *, there: Mapping[str, int], database: str, known: Iterable[str]) -> None:
    """Raises Refused unless the backup can be restored here.

    ``there``: what the file really holds, name and size; ``database``: the kind that the site has; ``known``: the
    migrations of this code.
    """
    if odd := [name for name in (*manifest.files, *there) if not is_safe(name)]:
        raise Refused(f"This file holds names that no backup of ours has, such as “{odd[0][:80]}”. It was not touched.")
    listed = {name: entry.size for name, entry in manifest.files.items()}
    if wrong := sorted(name for name in {*listed, *there} if listed.get(name) != there.get(name)):
        raise Refused(f"This backup does not hold what it lists: {some(wrong)}. It is damaged. Take another backup.")
    if manifest.database != database:
        raise Refused(
            f"This backup is of a {manifest.database[:20]} database, and this site has {database}. "
            "Set DATABASE_URL to a database of the same kind as the backup's, then restore."
        )
    if DATABASE_FILES[database] not in manifest.files:
        raise Refused("This backup has no database in it. Take another backup.")
    if newer := sorted(set(manifest.migrations) - set(known)):
        raise Refused(
            f"This backup was made by newer code: its database has steps that this code does not know ({some(newer)}). "
            "Install that version of the code, or a newer one, then restore."
        )


def some(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(name[:80] for name in names[:SHOWN]) + more


def too_old(names: Iterable[str], keep: int) -> list[str]:
    """The names of our backups that go when the newest ``keep`` stay. Files of other names are never among them."""
    ours = sorted((name for name in names if NAME_OF_A_BACKUP.fullmatch(name)), reverse=True)
    return ours[keep:]


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


# SQLite's word for a mistake in the question itself: ours to mend, not the database's to recover from.
MISTAKE = "SQLITE_ERROR"


def database_is_out(error: BaseException | None) -> bool:
    """Whether a failure means that the database is gone, locked or full, so that trying again later may help."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return getattr(error.__cause__, "sqlite_errorname", "") != MISTAKE


# No room, more than is allowed to us, longer than a file may be.
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def disk_is_full(error: BaseException | None) -> bool:
    """Whether a failure means that there was no room for what somebody sent."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


MONTHS_VALID = 6


def security_txt(contact: str, here: str, now: datetime) -> list[str]:
    """The lines of security.txt. It ends on the first day of the sixth month from now: within a year, as the RFC asks,
    and the same for all of a month."""
    years, month = divmod(now.month - 1 + MONTHS_VALID, 12)
    ends = datetime(now.year + years, month + 1, 1, tzinfo=UTC)
    return [f"Contact: {contact}", f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: en", f"Canonical: {here}"]
