"""Does a film or a sound recording say where it was made? Reads only the parts that can, and never the whole file.

Telephones write the place into films (and voice notes) without being asked. We refuse such a file and say how to take
the place out: cutting it out of somebody's film by ourselves could break the film.

MP4 and M4A: ISO/IEC 14496-12 boxes; "©xyz" (QuickTime), "loci" (3GPP TS 26.244), Apple's metadata keys, XMP, and the
tracks of action cameras (GoPro "gpmd", Google "camm"). WebM: Matroska tags (RFC 9559). MP3: ID3v2 frames, APEv2.
"""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

SHORT = 64 * 1024  # what is read of one note
LONG = 1024 * 1024  # of XMP, and of an ID3 tag's frames in sum
MOST_PARTS = 20_000  # a file made to keep us busy is given up here
DEEPEST = 12
NAME_LONGEST = 100

# Latitude and longitude as ISO 6709 writes them, such as +51.7520-001.2577/
ISO_6709 = re.compile(r"[+-]\d{2,6}\.\d+[+-]\d{3,7}\.\d+|[+-]\d{2,6}[+-]\d{3,7}([+-]\d+)?/")
NAMES_OF_PLACE = ("location", "latitude", "longitude", "gpscoordinates", "geotag")
# In XMP the word "location" alone may mean where a file lies on a disk.
PLACES_IN_XMP = ("gpslatitude", "gpslongitude", "iptc4xmpcore:location", "locationcreated", "locationshown", "photoshop:city")

MP4_WITH_CHILDREN = {
    *(b"moov", b"udta", b"meta", b"ilst", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf", b"gmhd", b"----"),
}
MP4_NAMES = {b"keys", b"name", b"mean"}
MP4_VALUES = {b"data", b"XMP_", b"uuid"}
MP4_PLACES = {b"\xa9xyz", b"loci"}
MP4_PLACE_TRACKS = (b"gpmd", b"camm", b"location.iso6709")
MP4_STARTS = {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"}

EBML_START = b"\x1a\x45\xdf\xa3"
SEGMENT, CLUSTER, TAGS, TAG, SIMPLE_TAG = 0x18538067, 0x1F43B675, 0x1254C367, 0x7373, 0x67C8
TAG_NAME, TAG_STRING = 0x45A3, 0x4487
EBML_WITH_CHILDREN = {SEGMENT, TAGS, TAG, SIMPLE_TAG}

ID3_NAMED = (b"TXXX", b"TXX", b"GEOB", b"GEO", b"PRIV")  # frames whose content begins with a name of its own


class Part(NamedTuple):
    kind: bytes
    start: int  # of what is in it
    end: int
    depth: int


def is_what_it_claims(file: IO[bytes], extension: str) -> bool:
    """Whether the first bytes are those of the kind that the name promises."""
    file.seek(0)
    head = file.read(16)
    if extension in ("mp4", "m4a"):
        return head[4:8] in MP4_STARTS
    if extension == "webm":
        return head.startswith(EBML_START)
    if extension == "mp3":
        return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)
    return False


def says_where(file: IO[bytes], extension: str) -> bool:
    """Whether the file holds the place where it was made. Broken parts are passed over. Ends with the file at its start."""
    readers = {"mp4": _mp4_says_where, "m4a": _mp4_says_where, "webm": _webm_says_where, "mp3": _mp3_says_where}
    try:
        return readers[extension](file, file.seek(0, 2)) if extension in readers else False
    finally:
        file.seek(0)


def names_a_place(note: bytes) -> bool:
    """Whether the name of a field says that the field holds a place."""
    words = _words(note)
    return any(name in words for name in NAMES_OF_PLACE)


def holds_a_place(note: bytes) -> bool:
    """Whether the content of a field holds a position, or XMP that tells of a place."""
    words = _words(note)
    return any(name in words for name in PLACES_IN_XMP) or bool(ISO_6709.search(words))


def _words(note: bytes) -> str:
    """The note in small letters, whichever of the usual encodings it has."""
    return note.replace(b"\x00", b"").decode("latin-1").lower()


def _read(file: IO[bytes], start: int, end: int, most: int = SHORT) -> bytes:
    file.seek(start)
    return file.read(max(0, min(end - start, most)))


# --- MP4, M4A -------------------------------------------------------------------------------


def _mp4_says_where(file: IO[bytes], size: int) -> bool:
    for part in _boxes(file, size):
        if part.kind in MP4_PLACES:
            return True
        if part.kind == b"stsd" and any(kind in _read(file, part.start, part.end).lower() for kind in MP4_PLACE_TRACKS):
            return True
        if part.kind in MP4_NAMES and names_a_place(_read(file, part.start, part.end)):
            return True
        if part.kind in MP4_VALUES and holds_a_place(_read(file, part.start, part.end, LONG)):
            return True
    return False


def _boxes(file: IO[bytes], size: int) -> Iterator[Part]:
    """Each box of the file, those inside other boxes too. Pictures and sound themselves are jumped over."""
    waiting = [(0, size, 0)]
    seen = 0
    while waiting:
        at, end, depth = waiting.pop()
        while at + 8 <= end and seen < MOST_PARTS:
            seen += 1
            length, kind, header = _box_head(file, at, end)
            stop = at + length
            if length < header or stop > end:
                break
            yield Part(kind, at + header, stop, depth)
            if kind in MP4_WITH_CHILDREN and depth < DEEPEST:
                waiting += [(start, stop, depth + 1) for start in _children_start(file, kind, at + header, stop)]
            elif depth and kind[:1] == b"\x00":  # in "ilst", a number in place of a name: the value of a key
                waiting.append((at + header, stop, depth + 1))
            at = stop


def _box_head(file: IO[bytes], at: int, end: int) -> tuple[int, bytes, int]:
    """The length of the box, its kind, and the length of its head."""
    head = _read(file, at, end, 16)
    length, kind = int.from_bytes(head[:4], "big"), head[4:8]
    if length == 1:
        return int.from_bytes(head[8:16], "big"), kind, 16
    return (length or end - at), kind, 8


def _children_start(file: IO[bytes], kind: bytes, start: int, stop: int) -> list[int]:
    """Where the boxes inside begin: "meta" has four bytes before them in MP4 and none in QuickTime."""
    if kind != b"meta":
        return [start]
    return [start if _read(file, start, stop, 8)[4:8].isalpha() else start + 4]


# --- WebM -----------------------------------------------------------------------------------


def _webm_says_where(file: IO[bytes], size: int) -> bool:
    """Parts of unknown length (a browser's own recordings) are read on as if their content stood beside them."""
    at, seen = 0, 0
    while at < size and seen < MOST_PARTS:
        seen += 1
        head = _read(file, at, size, 12)
        kind, kind_length = _number(head, keep_marker=True)
        length, length_length = _number(head[kind_length:])
        if not kind_length or not length_length:
            return False
        start = at + kind_length + length_length
        unknown = length == (1 << (7 * length_length)) - 1
        if kind == TAG_NAME and names_a_place(_read(file, start, start + length)):
            return True
        if kind == TAG_STRING and holds_a_place(_read(file, start, start + length, LONG)):
            return True
        at = start if unknown or kind in EBML_WITH_CHILDREN else start + length
    return False


def _number(data: bytes, *, keep_marker: bool = False) -> tuple[int, int]:
    """A number of EBML and how many bytes it took; (0, 0) when there is none."""
    if not data or not data[0]:
        return 0, 0
    length = 9 - data[0].bit_length()
    if len(data) < length:
        return 0, 0
    value = int.from_bytes(data[:length], "big")
    return (value if keep_marker else value & ((1 << (7 * length)) - 1)), length


# --- MP3 ------------------------------------------------------------------------------------


def _mp3_says_where(file: IO[bytes], size: int) -> bool:
    end_notes = _read(file, max(0, size - SHORT), size)
    if b"APETAGEX" in end_notes and names_a_place(end_notes[end_notes.index(b"APETAGEX") :]):
        return True
    head = _read(file, 0, size, 10)
    if not head.startswith(b"ID3") or len(head) < 10:
        return False
    return any(
        holds_a_place(content) or (name in ID3_NAMED and names_a_place(content[:NAME_LONGEST]))
        for name, content in _id3_frames(file, head, size)
    )


def _id3_frames(file: IO[bytes], head: bytes, size: int) -> Iterator[tuple[bytes, bytes]]:
    """The (name, content) of each frame but pictures."""
    version, end = head[3], min(size, 10 + _seven_bits(head[6:10]))
    name_length, head_length = (3, 6) if version == 2 else (4, 10)
    at = 10
    if head[5] & 0x40:  # there is a second head
        extra = _read(file, 10, end, 4)
        at += _seven_bits(extra) if version == 4 else int.from_bytes(extra, "big") + 4
    while at + head_length <= end:
        frame = _read(file, at, end, head_length)
        name, length_bytes = frame[:name_length], frame[name_length : name_length + (3 if version == 2 else 4)]
        length = _seven_bits(length_bytes) if version == 4 else int.from_bytes(length_bytes, "big")
        if not name.strip(b"\x00") or not length:
            return
        if name not in (b"APIC", b"PIC"):
            yield name, _read(file, at + head_length, min(end, at + head_length + length), LONG)
        at += head_length + length


def _seven_bits(data: bytes) -> int:
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
    return value
