"""Is a document what its name says? Reads its beginning, and of a packed one the list of its parts."""

from typing import IO
from zipfile import BadZipFile, ZipFile

MOST = 20 * 1024 * 1024  # bytes
HEAD = 4096
# What a packed document holds, whatever else is in it.
PARTS = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
STARTS = {"pdf": b"%PDF-", "rtf": b"{\\rtf"}
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
# Text that a browser might run, if ever somebody served it as what it is.
MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml")


def is_what_it_says(file: IO[bytes], extension: str) -> bool:
    """Whether the content is of the kind that the extension promises, such as "pdf". The file is left at its start."""
    try:
        if extension in PARTS:
            return _is_packed(file, extension)
        file.seek(0)
        head = file.read(HEAD)
        if start := STARTS.get(extension):
            return head.lstrip().startswith(start)
        return b"\0" not in head and not head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP)
    finally:
        file.seek(0)


def _is_packed(file: IO[bytes], extension: str) -> bool:
    try:
        with ZipFile(file) as packed:
            names = set(packed.namelist())
            if extension == "odt" and ("mimetype" not in names or packed.open("mimetype").read(64).strip() != OPEN_DOCUMENT):
                return False
            return PARTS[extension] in names
    except (BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError):
        return False
