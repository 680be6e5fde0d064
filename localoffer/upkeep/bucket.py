"""Backups in a bucket of an S3-compatible store (BACKUP_URL): sent whole and read again, and fetched by name.

``storages["backups"]`` is that of uploads in a bucket (``localoffer.media.storage.bucket``), with another address.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import storages

from .archives import copy
from .rules import NAME_OF_A_BACKUP, Entry, Refused, megabytes, some

ADVICE = "Look at the setting, the key and the network, or use a folder: backup --to FOLDER, restore FILE."


@contextmanager
def _answering() -> Iterator[Any]:
    """The bucket. Raises Refused when it does not answer, or does not let us."""
    there: Any = storages["backups"]
    try:
        yield there
    except there.failures as error:
        said = str(error)[:300].rstrip(".")
        raise Refused(f"The bucket of BACKUP_URL could not be used. It said: {said}. {ADVICE}") from error


def names() -> list[str]:
    """The names of our backups in the bucket, the newest first."""
    with _answering() as there:
        return sorted((name for name in there.listdir("")[1] if NAME_OF_A_BACKUP.fullmatch(name)), reverse=True)


def send(file: Path) -> None:
    """Puts a backup into the bucket under its name, and reads all of it again. Raises Refused, and leaves nothing of it
    there, when it did not arrive as it was sent."""
    with file.open("rb") as source:
        sent = copy(source, None)
    with _answering() as there, file.open("rb") as source:
        if there.exists(file.name):
            raise Refused(f"{file.name} is in the bucket already. Wait a second and try again.")
        there.save(file.name, File(source))
        came = _read(there, file.name)
        if came != sent:
            there.delete(file.name)
            raise Refused(f"The backup did not reach the bucket as it was sent. Nothing was kept of it. {ADVICE}")


def _read(there: Any, name: str) -> Entry:
    size, digest = 0, sha256()
    for piece in there.part(name, "").pieces:
        size += len(piece)
        digest.update(piece)
    return Entry(size, digest.hexdigest())


def fetch(name: str, to: Path) -> Path:
    """Brings a backup into a folder, and returns the file. Raises Refused when it is not in the bucket, or there is no room."""
    file = to / name
    with _answering() as there:
        try:
            size, free = there.size(name), shutil.disk_usage(to).free
            if free < size:
                raise Refused(f"{name} needs {megabytes(size)} on the disk of {to.parent}; {megabytes(free)} are free.")
            with file.open("xb") as target:
                for piece in there.part(name, "").pieces:
                    target.write(piece)
        except FileNotFoundError as error:
            found = names()
            newest = f"The newest there: {some(found)}" if found else "There is none of ours"
            raise Refused(f"There is no {name} in the bucket of BACKUP_URL. {newest}.") from error
    return file


def delete(name: str) -> None:
    with _answering() as there:
        there.delete(name)
