"""Opens a Word file and looks through it before anything else reads it. Nothing larger than the limits is unpacked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from .pieces import Notes, WordRefused, shortened

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
LARGEST_UNPACKED = 60 * MEGABYTE
LARGEST_WORDS = 4 * MEGABYTE  # of XML: what reads it holds it many times over
MOST_PARTS = 1000
DEEPEST = 100

TOO_LARGE = (
    f"This file is too large: at most {LARGEST // MEGABYTE} MB. "
    "In Word, make its pictures smaller (Picture Format, Compress Pictures), save it, and send it again."
)
EMPTY = "This file is empty. Save it in Word again, and send that."
OLD_WORD = (
    "This is a Word file of the old kind (.doc). Open it in Word, choose “Save as” and “Word Document (.docx)”, and send that."
)
LOCKED = "This file is locked with a password. Open it in Word, take the password off, save it, and send it again."
PDF = "This is a PDF, and we can only read Word files. Send the Word file (.docx) that it was made from."
NOT_WORD = "This is not a Word file. Send a file that was saved in Word as “Word Document (.docx)”."
DAMAGED = "We cannot read this file: it is damaged. Open it in Word, save it under a new name, and send that."
UNPACKS_TOO_LARGE = (
    "This file is not like a usual Word file: it holds far more than a post. "
    "Copy the text into a new Word document, save it, and send that."
)
MACROS = "This Word file has macros, which are small programs. Choose “Save as” and “Word Document (.docx)”, and send that."
TRACKED = (
    "This Word file has tracked changes, so we cannot know which words count. "
    "In Word, choose “Review”, accept or reject all changes, save it, and send it again."
)
COMMENTS = (
    "This Word file has comments, which are not for the public. "
    "In Word, choose “Review”, “Delete”, “Delete all comments”, save it, and send it again."
)
NESTED = (
    "This Word file has a table inside a table, which people who listen to the page cannot follow. "
    "Make two tables of it, one after the other, and send it again."
)

OLD_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")
WORD_NAMESPACE = "wordprocessingml"
READ_AS_XML = {"officeDocument", "comments", "footnotes", "endnotes", "numbering", "styles"}
CHANGES = {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange"}
NOT_TAKEN = {
    "object": "Something from another program, such as a spreadsheet. Write what it shows as text or a table.",
    "oMath": "A formula. Write it in words.",
    "chart": "A chart. Write its numbers into a part “Figures”.",
    "relIds": "A SmartArt drawing. Write what it says as text or a list.",
}
TEXT_BOX = "The words of a text box now stand among the other words. Look whether they are in the right place."


@dataclass
class Found:
    """What was seen while looking through the parts of a file."""

    tracked: bool = False
    comments: bool = False
    nested: bool = False
    notes: Notes = field(default_factory=Notes)

    def refusals(self) -> Iterator[str]:
        yield from (
            sentence
            for is_there, sentence in ((self.tracked, TRACKED), (self.comments, COMMENTS), (self.nested, NESTED))
            if is_there
        )


def look_through(data: bytes) -> Notes:
    """What of the file will not come in. Raises WordRefused, with every reason that was found, when it cannot be taken."""
    _check_start(data)
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            _check_parts(parts)
            macros = any("vbaproject" in part.filename.lower() for part in parts)
            found, main = _look_at(package, parts)
    except (BadZipFile, ZlibError, ParseError, DefusedXmlException, EOFError, ValueError, LookupError, OSError) as error:
        raise WordRefused(DAMAGED) from error
    except (NotImplementedError, RuntimeError) as error:  # packed in a way that Word does not use, or with a password
        raise WordRefused(DAMAGED) from error
    if not main:
        raise WordRefused(NOT_WORD)
    reasons = [MACROS] if macros else []
    reasons += found.refusals()
    if reasons:
        raise WordRefused(*reasons)
    return found.notes


def _check_start(data: bytes) -> None:
    if not data:
        raise WordRefused(EMPTY)
    if len(data) > LARGEST:
        raise WordRefused(TOO_LARGE)
    if data.startswith(OLD_START):
        raise WordRefused(LOCKED if LOCKED_MARK in data else OLD_WORD)
    if b"%PDF-" in data[:1024]:
        raise WordRefused(PDF)
    if not data.startswith(b"PK"):
        raise WordRefused(NOT_WORD)


def _is_xml(part: ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _check_parts(parts: list[ZipInfo]) -> None:
    """By the sizes that the file states; what it holds beyond them is never unpacked."""
    whole = sum(part.file_size for part in parts)
    words = sum(part.file_size for part in parts if _is_xml(part))
    if len(parts) > MOST_PARTS or whole > LARGEST_UNPACKED or words > LARGEST_WORDS:
        raise WordRefused(UNPACKS_TOO_LARGE)
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise WordRefused(DAMAGED)


def _look_at(package: ZipFile, parts: list[ZipInfo]) -> tuple[Found, bool]:
    """Reads each part to its end: the XML for what it holds, the rest for whether it is whole."""
    found, main = Found(), False
    for part in parts:
        if not _is_xml(part):
            package.read(part)
            continue
        with package.open(part) as file:
            main |= _look_at_xml(file, found)
    return found, main


def _look_at_xml(file: object, found: Found) -> bool:
    """Notes what one part holds; says whether it is the document itself."""
    path: list[str] = []
    texts: list[str] = []
    root = ""
    for event, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
        space, _, name = element.tag.rpartition("}")
        if event == "start":
            path.append(name)
            root = root or (name if WORD_NAMESPACE in space else "-" + name)
            if len(path) > DEEPEST:
                raise WordRefused(UNPACKS_TOO_LARGE)
            _look_at_element(element, name, WORD_NAMESPACE in space, path, found)
        else:
            if name == "t" and root in ("hdr", "ftr"):
                texts.append(element.text or "")
            path.pop()
            element.clear()
    if words := shortened("".join(texts)):
        found.notes.leave_out(f"The {'head' if root == 'hdr' else 'foot'} of each page: “{words}”")
    return root == "document"


def _look_at_element(element: Element, name: str, is_word: bool, path: list[str], found: Found) -> None:
    if name == "Relationship":
        _check_relationship(element)
    if is_word:
        found.tracked |= name in CHANGES
        found.comments |= name in ("comment", "commentReference")
        found.nested |= name == "tbl" and path.count("tbl") > 1
    if name == "txbxContent":
        found.notes.change(TEXT_BOX)
    elif name in NOT_TAKEN and path[0] == "document":
        found.notes.leave_out(NOT_TAKEN[name])


def _check_relationship(element: Element) -> None:
    """The parts that are read as XML must be among those that were looked through."""
    kind = element.get("Type", "").rpartition("/")[2]
    if kind in READ_AS_XML and not element.get("Target", "").lower().endswith(".xml"):
        raise WordRefused(DAMAGED)
