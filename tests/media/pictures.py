"""Real small pictures, full of what a telephone writes into them."""

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

CAMERA, NOTE, PLACE_NAME = "Secretphone 9", b"private note of the maker", "Blackbird Leys"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description exif:GPSLatitude="51,43.2N" photoshop:City="Blackbird Leys"/></rdf:RDF></x:xmpmeta>'
)
# None of these may be in a kept file.
TELLTALES = (b"Secretphone", NOTE, b"Blackbird", b"GPSLatitude", b"Exif", b"xmpmeta", b"eXIf", b"EXIF", b"XMP ")
# Of colours that JPEG and WebP keep apart: red at the left, blue at the right, wider than it is high.
SIZE = (40, 20)


def two_colours(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", SIZE, "red")
    picture.paste("blue", (20, 0, 40, 20))
    return picture.convert(mode)


def camera_notes(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    exif[0x0112] = orientation
    exif[0x8769] = {0x927C: NOTE, 0x9003: "2026:01:02 03:04:05"}
    exif[0x8825] = {
        1: "N",
        2: (IFDRational(51, 1), IFDRational(43, 1), IFDRational(12, 1)),
        3: "W",
        4: (IFDRational(1, 1), IFDRational(12, 1), IFDRational(3, 1)),
    }
    return exif.tobytes()


@cache  # a profile carries the second in which it was made
def colours() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photo(kind: str, orientation: int = 1) -> bytes:
    """A picture of that format ("jpeg", "png", "webp", "avif", "gif") with all its notes."""
    out = BytesIO()
    options: dict[str, Any] = {"exif": camera_notes(orientation), "icc_profile": colours()}
    if kind == "png":
        text = PngImagePlugin.PngInfo()
        text.add_text("Place", PLACE_NAME)
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options["pnginfo"] = text
    if kind in ("webp", "avif", "jpeg"):
        options["xmp"] = XMP
    if kind == "jpeg":
        options["comment"] = PLACE_NAME
    if kind == "gif":
        options = {"comment": PLACE_NAME.encode()}
    two_colours("P" if kind == "gif" else "RGB").save(out, kind.upper(), **options)
    if kind == "gif":
        # Adobe's way to put XMP into a GIF, before the end.
        out = BytesIO(out.getvalue()[:-1] + b"\x21\xff\x0bXMP DataXMP" + xmp_blocks() + b"\x3b")
    return out.getvalue()


def xmp_blocks() -> bytes:
    return b"".join(bytes([len(part)]) + part for part in (XMP[at : at + 200] for at in range(0, len(XMP), 200))) + b"\x00"


def moving(kind: str) -> bytes:
    """Three frames, each with its time, that repeat for ever."""
    out = BytesIO()
    frames = [Image.new("RGB", SIZE, colour) for colour in ("red", "green", "blue")]
    options: dict[str, Any] = {"comment": PLACE_NAME.encode()} if kind == "gif" else {"xmp": XMP, "exif": camera_notes()}
    frames[0].save(out, kind.upper(), save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture
