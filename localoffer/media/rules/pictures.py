"""Takes place, camera, names and notes out of a picture's bytes, and keeps what it looks like.

JPEG, PNG, GIF and WebP are cut apart along their own structure and put together again without the parts that are
not named here, so nothing is lost of the picture and moving ones go on moving. A picture that lies on its side by
a note of the camera is turned first. AVIF keeps its notes in a way that only a new writing takes out.

ICO guidance on the right to privacy in pictures and NSPCC guidance on sharing images: a picture of a child must not
tell where it was taken.
"""

import re
import warnings
from collections.abc import Callable
from io import BytesIO
from typing import IO, Any

from PIL import Image, ImageSequence
from PIL.Image import Transpose

ORIENTATION = 0x0112
TURNED: dict[int, Transpose] = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
PNG_START = b"\x89PNG\r\n\x1a\n"
# Pixels, colours, size on paper, movement. Text, time, Exif and whatever else a program wrote are not here.
PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"cICP"),
    *(b"acTL", b"fcTL", b"fdAT"),
}
WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
WEBP_NOTES = 0x08 | 0x04  # the flags that promise Exif and XMP
GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")  # how often it repeats, its colours
AVIF_NOTES = (b"Exif", b"rdf+xml", b"uri ")
LARGEST = 65_535
JFIF = b"JFIF\x00"
END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class UnreadablePicture(Exception):
    """The bytes are not a whole picture of a format that we take."""


def without_notes(data: bytes) -> bytes:
    """The same picture, upright, with its colours, and without anything that tells where, when, by whom or with what.

    Raises UnreadablePicture when the bytes cannot be read to their end.
    """
    cut = _cutter(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about notes that are broken; they go
            with Image.open(BytesIO(data)) as picture:
                turn = TURNED.get(picture.getexif().get(ORIENTATION, 1))
            clean = cut(data, turn)
            with Image.open(BytesIO(clean)) as picture:
                for frame in ImageSequence.Iterator(picture):
                    frame.load()
    except UnreadablePicture:
        raise
    except Exception as error:  # whatever Pillow says of broken bytes: there are many kinds
        raise UnreadablePicture(str(error)) from error
    return clean


def size_of(file: IO[bytes]) -> tuple[int, int, int]:
    """Width, height and number of frames, from the head alone. Raises UnreadablePicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(file)
            return (*picture.size, getattr(picture, "n_frames", 1))
    except Image.DecompressionBombError:
        return LARGEST, LARGEST, 1
    except Exception as error:
        raise UnreadablePicture(str(error)) from error


Cut = Callable[[bytes, Transpose | None], bytes]


def _cutter(data: bytes) -> Cut:
    if data.startswith(b"\xff\xd8\xff"):
        return lambda whole, turn: _turned(_jpeg(whole), turn, _jpeg)
    if data.startswith(PNG_START):
        return lambda whole, turn: _turned(_png(whole), turn, _png)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return lambda whole, turn: _gif(whole)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return lambda whole, turn: _turned(_webp(whole), turn, _webp)
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis", b"mif1", b"msf1"):
        return _avif
    raise UnreadablePicture("not a format that we take")


def _turned(clean: bytes, turn: Transpose | None, cut: Callable[[bytes], bytes]) -> bytes:
    """Written anew only when it has to be turned. A moving picture has no camera's note, and is left alone."""
    with Image.open(BytesIO(clean)) as picture:
        if turn is None or getattr(picture, "n_frames", 1) > 1:
            return clean
        return cut(_written(picture, [picture.transpose(turn)]))


def _written(picture: Any, frames: list[Any]) -> bytes:
    options: dict[str, Any] = {"icc_profile": picture.info.get("icc_profile")}
    if picture.format in ("JPEG", "WEBP", "AVIF"):
        options["quality"] = 95
    if picture.format == "AVIF":
        options["exif"] = options["xmp"] = b""
    if len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:], "duration": picture.info.get("duration", 100)}
    for frame in frames:
        frame.info = {key: value for key, value in frame.info.items() if key == "transparency"}
    out = BytesIO()
    frames[0].save(out, picture.format, **options)
    return out.getvalue()


def _jpeg(data: bytes) -> bytes:
    """Up to the end of the first picture: phones hang films and second pictures, with notes of their own, behind it."""
    kept, at = [data[:2]], 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise UnreadablePicture("a part of the JPEG is out of place")
        kind = data[at + 1]
        if kind == 0xFF:  # filling
            at += 1
            continue
        if kind == 0xD9:
            return b"".join([*kept, data[at : at + 2]])
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        kept.append(_jpeg_part(kind, data[at:end]))
        at = end
        if kind == 0xDA:
            found = END_OF_SCAN.search(data, at)
            end = found.start() if found else len(data)
            kept.append(data[at:end])
            at = end
    raise UnreadablePicture("the JPEG has no end")


def _jpeg_part(kind: int, part: bytes) -> bytes:
    """The part as it may stay; b"" for notes. Of the first one a tiny second picture is cut off."""
    body = part[4:]
    if kind == 0xE0 and body.startswith(JFIF):
        return b"\xff\xe0\x00\x10" + body[:12].ljust(12, b"\x00") + b"\x00\x00"
    if kind == 0xE2 and body.startswith(b"ICC_PROFILE\x00"):
        return part
    if kind == 0xEE and body.startswith(b"Adobe"):
        return part
    return b"" if 0xE0 <= kind <= 0xEF or kind == 0xFE else part


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind in PNG_KEPT:
            kept.append(data[at:end])
        at = end
        if kind == b"IEND":
            return b"".join(kept)
    raise UnreadablePicture("the PNG has no end")


def _webp(data: bytes) -> bytes:
    kept, at = [], 12
    whole = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= whole:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        part = data[at:end]
        if kind == b"VP8X":
            part = part[:8] + bytes([part[8] & ~WEBP_NOTES]) + part[9:]
        if kind in WEBP_KEPT:
            kept.append(part)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _gif(data: bytes) -> bytes:
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while at < len(data):
        start, kind = at, data[at]
        if kind == 0x3B:
            return b"".join([*kept, b"\x3b"])
        if kind == 0x2C:
            at = _after_blocks(data, at + 11 + _colours(data[at + 9]))
            kept.append(data[start:at])
        elif kind == 0x21:
            at = _after_blocks(data, at + 2)
            label = data[start + 1]
            if label == 0xF9 or (label == 0xFF and data[start + 3 : start + 14] in GIF_KEPT):
                kept.append(data[start:at])
        else:
            raise UnreadablePicture("a part of the GIF is out of place")
    raise UnreadablePicture("the GIF has no end")


def _colours(packed: int) -> int:
    """The length of a table of colours, by the byte that tells of it."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _avif(data: bytes, turn: Transpose | None) -> bytes:
    if turn is None and not any(note in data for note in AVIF_NOTES):
        return data
    with Image.open(BytesIO(data)) as picture:
        frames = [frame.copy() for frame in ImageSequence.Iterator(picture)]
        if turn is not None:
            frames = [frame.transpose(turn) for frame in frames]
        return _written(picture, frames)
