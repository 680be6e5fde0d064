"""The one file of a backup: a ZIP with the manifest, the database and the uploads."""

import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

from .rules import MANIFEST, MEDIA, Entry, Manifest, Refused, check, read_manifest

PIECE = 1024 * 1024
LONGEST_MANIFEST = 256 * PIECE
DAMAGED = "“{name}” in this backup is damaged. Take another backup."


def add(archive: zipfile.ZipFile, name: str, file: Path) -> Entry:
    """Writes a file into the archive, reading it once, and returns its size and checksum. Uploads are compressed already."""
    entry = zipfile.ZipInfo.from_file(file, name, strict_timestamps=False)
    entry.compress_type = zipfile.ZIP_STORED if name.startswith(MEDIA) else zipfile.ZIP_DEFLATED
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        return copy(source, target)


def copy(source: IO[bytes], target: IO[bytes] | None) -> Entry:
    """Copies, or only reads; gives the size and the checksum of what was read."""
    size, digest = 0, sha256()
    while piece := source.read(PIECE):
        size += len(piece)
        digest.update(piece)
        if target is not None:
            target.write(piece)
    return Entry(size, digest.hexdigest())


def uploads(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below the folder of uploads, with their names in a backup. Links are left out: they lead elsewhere."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield MEDIA + file.relative_to(folder).as_posix(), file


@contextmanager
def opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, for reading. Raises Refused when it is no ZIP or breaks off, while it is open too."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError as error:
        raise Refused(f"There is no file {file}.") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused("This file is damaged, cut short, or not a backup. Take another backup.") from error


def manifest_of(archive: zipfile.ZipFile) -> Manifest:
    """Raises Refused when there is none, or it is not one of ours."""
    try:
        entry = archive.getinfo(MANIFEST)
    except KeyError as error:
        raise Refused("This file is not a backup of a Local Offer site: it has no list of contents.") from error
    if entry.file_size > LONGEST_MANIFEST:
        raise Refused("The list of contents in this file is too long to be one of ours.")
    return read_manifest(archive.read(entry))


def checked(archive: zipfile.ZipFile, *, database: str, known: Iterable[str]) -> Manifest:
    """Looks through all of the archive and returns its manifest. Writes nothing; raises Refused for whatever is wrong."""
    manifest = manifest_of(archive)
    entries = [entry for entry in archive.infolist() if entry.filename != MANIFEST]
    if len({entry.filename for entry in entries}) != len(archive.infolist()) - 1:
        raise Refused("This file holds a name twice, which no backup of ours does.")
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise Refused("This file holds links to other files, which no backup of ours does.")
    check(manifest, there={entry.filename: entry.file_size for entry in entries}, database=database, known=known)
    for name in manifest.files:
        read_out(archive, manifest, name, None)
    return manifest


def read_out(archive: zipfile.ZipFile, manifest: Manifest, name: str, to: Path | None) -> None:
    """Reads one file, writes it to ``to`` if that is given, and raises Refused when it is not as it was."""
    try:
        with archive.open(name) as source:
            if to is None:
                found = copy(source, None)
            else:
                to.parent.mkdir(parents=True, exist_ok=True)
                with to.open("xb") as target:
                    found = copy(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Refused(DAMAGED.format(name=name)) from error
    if found != manifest.files[name]:
        raise Refused(DAMAGED.format(name=name))
