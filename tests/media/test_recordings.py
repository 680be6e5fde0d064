"""A film or a recording that tells where it was made is found out, without reading all of it."""

from io import BytesIO
from typing import Any

import pytest

from localoffer.media.rules.recordings import is_what_it_claims, says_where
from tests.media import recordings as made


@pytest.mark.parametrize("name", made.WITH_A_PLACE)
def test_a_film_with_a_place_is_found_out(name: str) -> None:
    for extension in ("mp4", "m4a"):
        assert says_where(BytesIO(made.WITH_A_PLACE[name]), extension)


@pytest.mark.parametrize("name", made.WITHOUT)
def test_a_film_without_a_place_is_not(name: str) -> None:
    assert not says_where(BytesIO(made.WITHOUT[name]), "mp4")


@pytest.mark.parametrize("name", made.WEBM_WITH_A_PLACE)
def test_a_webm_film_with_a_place_is_found_out(name: str) -> None:
    assert says_where(BytesIO(made.WEBM_WITH_A_PLACE[name]), "webm")


@pytest.mark.parametrize("name", made.WEBM_WITHOUT)
def test_a_webm_film_without_a_place_is_not(name: str) -> None:
    assert not says_where(BytesIO(made.WEBM_WITHOUT[name]), "webm")


@pytest.mark.parametrize("name", made.MP3_WITH_A_PLACE)
def test_a_recording_with_a_place_is_found_out(name: str) -> None:
    assert says_where(BytesIO(made.MP3_WITH_A_PLACE[name]), "mp3")


@pytest.mark.parametrize("name", made.MP3_WITHOUT)
def test_a_recording_without_a_place_is_not(name: str) -> None:
    assert not says_where(BytesIO(made.MP3_WITHOUT[name]), "mp3")


ALL = {"mp4": made.WITH_A_PLACE["iPhone"], "webm": made.WEBM_WITH_A_PLACE["tag"], "mp3": made.MP3_WITH_A_PLACE["older"]}


@pytest.mark.parametrize("extension", ALL)
def test_a_file_that_is_broken_anywhere_is_read_as_far_as_it_goes(extension: str) -> None:
    whole = ALL[extension]
    for cut in range(len(whole)):
        says_where(BytesIO(whole[:cut]), extension)
        says_where(BytesIO(whole[:cut] + b"\xff" * 40), extension)
        says_where(BytesIO(whole[:cut] + b"\x00" * 40), extension)


@pytest.mark.parametrize("extension", ["mp4", "webm", "mp3", "txt"])
@pytest.mark.parametrize("data", [b"", b"\x00", b"words", b"\xff" * 1000, b"\x00\x00\x00\x08moov" * 1000])
def test_nonsense_says_nothing(extension: str, data: bytes) -> None:
    assert not says_where(BytesIO(data), extension)


class CountingFile(BytesIO):
    """A film of which only its head is there: 600 MB of pictures and sound are never asked for."""

    was_read = 0

    def read(self, size: int | None = -1) -> bytes:
        got = super().read(size)
        self.was_read += len(got)
        return got


def test_a_film_is_not_read_whole() -> None:
    long_film = made.HEAD + made.box(b"mdat", b"\x00" * 5_000_000) + made.box(b"moov", made.box(b"udta", made.LOCI))
    file = CountingFile(long_film)
    assert says_where(file, "mp4")
    assert file.was_read < 5_000


def test_a_file_made_to_keep_us_busy_is_given_up() -> None:
    file = CountingFile(made.HEAD + b"\x00\x00\x00\x08free" * 1_000_000)
    assert not says_where(file, "mp4")
    assert file.was_read < 1_000_000
    deep = b""
    for _ in range(2_000):
        deep = made.box(b"udta", deep)
    assert not says_where(BytesIO(made.HEAD + made.box(b"moov", deep)), "mp4")


def test_the_file_is_left_at_its_start() -> None:
    for extension, data in ALL.items():
        file = BytesIO(data)
        says_where(file, extension)
        assert file.tell() == 0


@pytest.mark.parametrize(
    ("extension", "data", "right"),
    [
        ("mp4", made.film(), True),
        ("m4a", made.film(), True),
        ("webm", made.webm(), True),
        ("mp3", made.SOUND, True),
        ("mp3", made.id3() + made.SOUND, True),
        ("mp4", made.webm(), False),
        ("webm", made.film(), False),
        ("mp3", made.film(), False),
        ("mp4", b"MZ a program", False),
        ("mp4", b"<html>", False),
        ("mp3", b"PK\x03\x04", False),
        ("mp3", b"", False),
        ("mov", made.film(), False),
    ],
)
def test_a_file_is_what_its_name_says(extension: str, data: Any, right: bool) -> None:
    assert is_what_it_claims(BytesIO(data), extension) is right
