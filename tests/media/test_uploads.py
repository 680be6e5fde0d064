"""Pictures, films and recordings sent through the real admin pages: cleaned or refused, on every road in."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from localoffer.media.models import CustomImage, CustomMedia
from localoffer.media.rules.pictures import UnreadablePicture
from tests.factories import CustomImageFactory
from tests.media import recordings as made
from tests.media.pictures import TELLTALES, moving, opened, photo

pytestmark = pytest.mark.django_db
KINDS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "avif": "avif", "gif": "gif"}
ANSWERS = {"title": "Sun", "description": "A sun.", "credit": "Us", "shows_people": "False"}


@pytest.fixture
def boss(person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


def upload(extension: str = "jpg", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"sun.{extension}", photo(KINDS[extension]) if data is None else data, f"image/{KINDS[extension]}")


def by_add_page(boss: Client, file: Any) -> Any:
    return boss.post(reverse("wagtailimages:add"), ANSWERS | {"file": file})


def by_chooser(boss: Client, file: Any) -> Any:
    prefix = "image-chooser-upload-"
    answers = {prefix + name: value for name, value in ANSWERS.items()}
    return boss.post(reverse("wagtailimages_chooser:create"), answers | {f"{prefix}file": file})


def first_of_many(boss: Client, file: Any) -> Any:
    address = reverse("wagtailimages:add_multiple")
    return boss.post(address, {"title": "Sun", "files[]": file}, headers={"X-Requested-With": "XMLHttpRequest"})


def by_many(boss: Client, file: Any) -> Any:
    first = first_of_many(boss, file)
    number = first.json()["uploaded_file_id"]
    # What is set aside until its answers are written is clean already.
    assert telltales(UploadedFile.objects.get(pk=number).file.read()) == []
    answers = {f"uploaded-image-{number}-{name}": value for name, value in ANSWERS.items()}
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number])
    return boss.post(address, answers, headers={"X-Requested-With": "XMLHttpRequest"})


def by_replacing(boss: Client, file: Any) -> Any:
    image = CustomImageFactory()
    answers = ANSWERS | {"collection": image.collection_id, "file": file}
    return boss.post(reverse("wagtailimages:edit", args=[image.pk]), answers)


def by_code(boss: Client, file: Any) -> Any:
    return CustomImage.objects.create(title="Sun", shows_people=False, file=ImageFile(BytesIO(file.read()), name=file.name))


ROADS = [by_add_page, by_chooser, by_many, by_replacing, by_code]


def telltales(data: bytes) -> list[bytes]:
    return [telltale for telltale in TELLTALES if telltale in data]


def stored(image: CustomImage) -> bytes:
    with image.file.storage.open(image.file.name) as file:
        return file.read()


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("extension", KINDS)
def test_no_picture_is_kept_with_its_notes(boss: Client, road: Callable[..., Any], extension: str) -> None:
    road(boss, upload(extension))
    image = CustomImage.objects.get(title="Sun")
    kept = stored(image)
    assert telltales(kept) == []
    assert (image.width, image.height) == opened(kept).size
    assert image.file_size == len(kept)
    assert image.file_hash


@pytest.mark.parametrize("road", ROADS)
def test_a_picture_that_lay_on_its_side_is_kept_upright(boss: Client, road: Callable[..., Any]) -> None:
    road(boss, upload("jpg", photo("jpeg", orientation=6)))
    image = CustomImage.objects.get(title="Sun")
    assert (image.width, image.height) == opened(stored(image)).size == (20, 40)


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "avif", "gif"])
@pytest.mark.parametrize(
    "spec", ["original", "width-10|format-avif", "width-10|format-webp", "width-10|format-jpeg", "fill-10x10|format-png"]
)
def test_no_copy_for_a_page_carries_notes(boss: Client, extension: str, spec: str) -> None:
    by_add_page(boss, upload(extension))
    rendition = CustomImage.objects.get().get_rendition(spec)
    with rendition.file.storage.open(rendition.file.name) as file:
        data = file.read()
    assert telltales(data) == []
    assert dict(Image.open(BytesIO(data)).getexif()) == {}


@pytest.mark.parametrize("extension", ["gif", "webp"])
def test_a_moving_picture_moves_after_it_was_sent(boss: Client, extension: str) -> None:
    by_add_page(boss, upload(extension, moving(extension)))
    assert opened(stored(CustomImage.objects.get())).n_frames == 3


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says that it is that large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


def slow_bomb() -> bytes:
    """A moving picture of more points in sum than we take, in a small file."""
    out = BytesIO()
    frames = [Image.new("L", (3000, 3000), 50 * number) for number in range(5)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


BAD = {
    "a bomb": ("png", lambda: bomb(50_000, 50_000), "too large to unpack"),
    "a picture just too large": ("png", lambda: bomb(8_001, 5_000), "too large to unpack"),
    "a moving bomb": ("gif", slow_bomb, "too large to unpack"),
    "half a picture": ("jpg", lambda: photo("jpeg")[:-120], "could not read this picture to its end"),
    "a head without a picture": ("png", lambda: bomb(20, 20), "could not read this picture to its end"),
    "a PNG named JPEG": ("jpg", lambda: photo("png"), "extension does not match"),
    "a drawing that runs scripts": (
        "png",
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "extension does not match",
    ),
    "a web page": ("jpg", lambda: b"<html><script>alert(1)</script></html>", "extension does not match"),
    "an archive": ("gif", lambda: b"PK\x03\x04" + b"\x00" * 400, "not an image"),
    "nothing": ("png", lambda: b"", "empty"),
}


def words_in(html: str) -> str:
    return BeautifulSoup(html, "html5lib").get_text(" ", strip=True)


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("road", [by_add_page, by_chooser, first_of_many, by_replacing])
@pytest.mark.filterwarnings("default::PIL.Image.DecompressionBombWarning")
def test_a_bad_picture_is_refused_with_a_sentence(boss: Client, road: Callable[..., Any], name: str) -> None:
    extension, make, sentence = BAD[name]
    response = road(boss, upload(extension, make()))
    assert response.status_code == 200
    assert not CustomImage.objects.filter(title="Sun").exists()
    assert not UploadedFile.objects.exists()
    answer = response.json() if response["Content-Type"] == "application/json" else {"page": response.content.decode()}
    assert sentence in words_in(" ".join(str(part) for part in answer.values()))


def test_code_cannot_keep_half_a_picture_either(boss: Client) -> None:
    with pytest.raises((UnreadablePicture, OSError)):
        by_code(boss, upload("jpg", photo("jpeg")[:-120]))
    assert not CustomImage.objects.exists()


# --- Films and recordings -------------------------------------------------------------------


def film(data: bytes, name: str = "film.mp4", **more: Any) -> dict[str, Any]:
    return {
        "title": "The forum",
        "file": SimpleUploadedFile(name, data, "video/mp4"),
        "captions": SimpleUploadedFile("film.vtt", b"WEBVTT\n", "text/vtt"),
        "transcript": "Hello.",
        "duration": "35",
        "shows_people": "False",
    } | more


PLACES = {
    "film.mp4": made.WITH_A_PLACE["Android"],
    "film.webm": made.WEBM_WITH_A_PLACE["tag"],
    "sound.m4a": made.WITH_A_PLACE["voice note"],
    "sound.mp3": made.MP3_WITH_A_PLACE["a field of its own"],
}
CLEAN = {"film.mp4": made.film(), "film.webm": made.webm(), "sound.m4a": made.film(), "sound.mp3": made.SOUND}


def kind_of(name: str) -> str:
    return "video" if name.startswith("film") else "audio"


@pytest.mark.parametrize("name", PLACES)
def test_a_film_that_says_where_it_was_made_is_refused_with_advice(boss: Client, name: str) -> None:
    response = boss.post(reverse("wagtailmedia:add", args=[kind_of(name)]), film(PLACES[name], name))
    said = words_in(response.content.decode())
    assert response.status_code == 200
    for words in ("tells where it was made", "iPhone: open it in Photos", "Android:", "settings of the camera"):
        assert words in said
    assert "Hello." in said
    assert not CustomMedia.objects.exists()


@pytest.mark.parametrize("name", CLEAN)
def test_a_film_without_a_place_is_kept(boss: Client, name: str) -> None:
    response = boss.post(reverse("wagtailmedia:add", args=[kind_of(name)]), film(CLEAN[name], name))
    assert response.status_code == 302
    kept = CustomMedia.objects.get()
    assert kept.file.read() == CLEAN[name]


@pytest.mark.parametrize("name", PLACES)
def test_the_chooser_of_a_page_refuses_it_too(boss: Client, name: str) -> None:
    prefix = "media-chooser-upload-"
    answers = {prefix + field: value for field, value in film(PLACES[name], name).items()}
    response = boss.post(reverse("wagtailmedia:chooser_upload", args=[kind_of(name)]), answers)
    assert response.status_code == 200
    assert "tells where it was made" in response.content.decode()
    assert not CustomMedia.objects.exists()


def test_a_film_is_not_replaced_by_one_that_says_where(boss: Client) -> None:
    boss.post(reverse("wagtailmedia:add", args=["video"]), film(CLEAN["film.mp4"]))
    kept = CustomMedia.objects.get()
    answers = film(PLACES["film.mp4"], captions="")
    assert boss.post(reverse("wagtailmedia:edit", args=[kept.pk]), answers).status_code == 200
    kept.refresh_from_db()
    assert kept.file.read() == CLEAN["film.mp4"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("film.mp4", b"MZ a program"), ("film.webm", made.film()), ("film.mp4", b"<html>"), ("sound.mp3", b"PK\x03\x04 archive")],
)
def test_a_film_that_is_something_else_is_refused(boss: Client, name: str, data: bytes) -> None:
    response = boss.post(reverse("wagtailmedia:add", args=[kind_of(name)]), film(data, name))
    assert "whatever its name says" in words_in(response.content.decode())
    assert not CustomMedia.objects.exists()


def test_the_still_of_a_film_loses_its_notes(boss: Client) -> None:
    response = boss.post(reverse("wagtailmedia:add", args=["video"]), film(made.film(), thumbnail=upload("jpg")))
    assert response.status_code == 302
    assert telltales(CustomMedia.objects.get().thumbnail.read()) == []


@pytest.mark.parametrize(("name", "data"), [("jpg", b"<html>"), ("jpg", photo("jpeg")[:-120])])
def test_a_still_that_is_no_picture_is_refused(boss: Client, name: str, data: bytes) -> None:
    response = boss.post(reverse("wagtailmedia:add", args=["video"]), film(made.film(), thumbnail=upload(name, data)))
    assert "could not read this picture" in words_in(response.content.decode())
    assert not CustomMedia.objects.exists()
