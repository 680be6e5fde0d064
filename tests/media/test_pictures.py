"""A picture keeps how it looks, and loses where, when, by whom and with what it was made."""

from io import BytesIO

import pytest
from PIL import Image, ImageSequence

from localoffer.media.rules.pictures import UnreadablePicture, without_notes
from tests.media.pictures import TELLTALES, colours, moving, opened, photo, two_colours

KINDS = ["jpeg", "png", "webp", "avif", "gif"]


def left_and_right(picture: Image.Image) -> tuple[str, str]:
    """Which of red and blue is more, near the left edge and near the right."""
    picture = picture.convert("RGB")
    middle = picture.height // 2
    return tuple(
        "red" if r > b else "blue" for r, _g, b in (picture.getpixel((4, middle)), picture.getpixel((picture.width - 5, middle)))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_pictures_of_these_tests_are_full_of_notes(kind: str) -> None:
    assert any(telltale in photo(kind) for telltale in TELLTALES)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_tells_where_or_with_what_it_was_made(kind: str) -> None:
    clean = without_notes(photo(kind))
    assert [telltale for telltale in TELLTALES if telltale in clean] == []
    picture = opened(clean)
    assert dict(picture.getexif()) == {}
    assert not {"xmp", "exif", "comment", "Place", "XML:com.adobe.xmp"} & set(picture.info)
    assert picture.format == kind.upper()


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_the_colours_stay_exact(kind: str) -> None:
    assert opened(without_notes(photo(kind))).info["icc_profile"] == colours()


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif"])
def test_not_one_pixel_changes_in_a_picture_that_stands_upright(kind: str) -> None:
    before = photo(kind)
    assert opened(without_notes(before)).convert("RGB").tobytes() == opened(before).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
@pytest.mark.parametrize(
    ("orientation", "size", "sides"),
    [
        (1, (40, 20), ("red", "blue")),
        (3, (40, 20), ("blue", "red")),
        (2, (40, 20), ("blue", "red")),
        (6, (20, 40), None),
        (8, (20, 40), None),
    ],
)
def test_a_picture_that_the_camera_held_another_way_is_turned(
    kind: str, orientation: int, size: tuple[int, int], sides: tuple[str, str] | None
) -> None:
    clean = without_notes(photo(kind, orientation))
    picture = opened(clean)
    assert picture.size == size
    if sides:
        assert left_and_right(picture) == sides
    assert [telltale for telltale in TELLTALES if telltale in clean] == []
    assert picture.info["icc_profile"] == colours()


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_turned_clockwise_the_left_side_comes_to_the_top(kind: str) -> None:
    picture = opened(without_notes(photo(kind, 6))).convert("RGB")
    red, _green, blue = picture.getpixel((10, 4))
    assert red > blue


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_a_moving_picture_goes_on_moving(kind: str) -> None:
    before, after = opened(moving(kind)), opened(without_notes(moving(kind)))
    assert after.n_frames == before.n_frames == 3
    assert after.info.get("loop") == before.info.get("loop") == 0
    frames = [
        [(frame.convert("RGB").getpixel((5, 5)), frame.info.get("duration")) for frame in ImageSequence.Iterator(picture)]
        for picture in (before, after)
    ]
    assert frames[0] == frames[1]
    assert [telltale for telltale in TELLTALES if telltale in without_notes(moving(kind))] == []


@pytest.mark.parametrize("mode", ["P", "L", "LA", "RGBA", "1", "I;16"])
def test_pictures_of_all_sorts_of_colours_stay_what_they_are(mode: str) -> None:
    picture = Image.new(mode, (5, 5)) if mode == "I;16" else two_colours("L" if mode == "LA" else "RGB").convert(mode)
    out = BytesIO()
    picture.save(out, "PNG")
    assert opened(without_notes(out.getvalue())).mode == opened(out.getvalue()).mode


def test_a_transparent_colour_stays_transparent() -> None:
    out = BytesIO()
    two_colours("P").save(out, "PNG", transparency=0)
    assert opened(without_notes(out.getvalue())).info["transparency"] == 0


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "webp"])
def test_what_hangs_behind_a_picture_is_cut_off(kind: str) -> None:
    """A second picture, a film, a web page or an archive, as some telephones and some attackers add."""
    clean = without_notes(photo(kind) + b"<script>PK\x03\x04 Blackbird Leys</script>" + photo("jpeg"))
    assert b"<script>" not in clean
    assert [telltale for telltale in TELLTALES if telltale in clean] == []


def test_the_tiny_second_picture_in_the_head_of_a_jpeg_goes() -> None:
    data = photo("jpeg")
    head = b"\xff\xe0\x00\x19JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x03\x01tiny-tiny"
    clean = without_notes(data[:2] + head + data[2:])
    assert b"tiny-tiny" not in clean


def test_a_progressive_jpeg_of_many_scans_stays_whole() -> None:
    out = BytesIO()
    two_colours().resize((300, 200)).save(out, "JPEG", progressive=True, comment="Blackbird")
    assert opened(without_notes(out.getvalue())).tobytes() == opened(out.getvalue()).tobytes()


def test_a_picture_for_print_stays_readable() -> None:
    out = BytesIO()
    two_colours("CMYK").save(out, "JPEG")
    assert opened(without_notes(out.getvalue())).mode == "CMYK"


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_is_cleaning_once(kind: str) -> None:
    once = without_notes(photo(kind))
    assert without_notes(once) == once


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9])
def test_half_a_picture_is_refused_or_readable(kind: str, share: float) -> None:
    data = photo(kind)
    try:
        clean = without_notes(data[: int(len(data) * share)])
    except UnreadablePicture:
        return
    assert [telltale for telltale in TELLTALES if telltale in clean] == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"GIF89a" + b"\xff" * 50,
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        b"RIFF\xff\xff\xff\xffWEBP" + b"VP8X" + b"\xff" * 30,
        b"\x00\x00\x00\x20ftypavif" + b"\xff" * 40,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"PK\x03\x04 an archive",
        b"\xff\xd8\xff\xe1\xff\xff" + b"Exif" * 20,
    ],
)
def test_what_is_not_a_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePicture):
        without_notes(data)
