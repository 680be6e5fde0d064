"""Uploaded files: pictures and films are served, also in parts; documents and all else are not."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import Http404
from django.test import Client, RequestFactory

from localoffer.media.views import serve_media

FILM = bytes(range(256)) * 4
GOOD = {
    "images/a.png": ("image/png", b"\x89PNG picture"),
    "media/film.mp4": ("video/mp4", FILM),
    "media_thumbnails/still.jpg": ("image/jpeg", b"jpeg"),
    "captions/film.vtt": ("text/vtt; charset=utf-8", b"WEBVTT\n"),
}
HIDDEN = ["documents/plan.pdf", "original_images/a.png", "secret-key", "db.sqlite3"]


@pytest.fixture
def files(media_folder: None) -> Path:
    root = Path(settings.MEDIA_ROOT)
    for name, content in {name: content for name, (_, content) in GOOD.items()}.items() | {(name, b"secret") for name in HIDDEN}:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    (root.parent / "outside.png").write_bytes(b"secret")
    return root


def words_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("name", GOOD)
def test_pictures_films_and_captions_are_served_with_their_kind(files: Path, client: Client, name: str) -> None:
    kind, content = GOOD[name]
    response = client.get(f"/media/{name}")
    assert (response.status_code, response["Content-Type"]) == (200, kind)
    assert words_of(response) == content
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "max-age" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", HIDDEN)
def test_documents_and_other_files_are_not_served(files: Path, client: Client, name: str) -> None:
    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/../documents/plan.pdf",
        "images/../../outside.png",
        "images//etc/passwd",
        "images/../secret-key",
        "images/",
        "images",
        "images/none.png",
        "images/a.png\x00.jpg",
        "../outside.png",
        "",
    ],
)
def test_no_path_leads_out_of_the_public_folders(files: Path, path: str) -> None:
    with pytest.raises(Http404):
        serve_media(RequestFactory().get("/media/"), path)


@pytest.mark.django_db
def test_a_path_that_climbs_is_not_found_through_the_whole_site(files: Path, client: Client) -> None:
    assert client.get("/media/images/../documents/plan.pdf").status_code == 404
    assert client.get("/media/images/%2e%2e/documents/plan.pdf").status_code == 404


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-9", 0, 9), ("bytes=100-199", 100, 199), ("bytes=1000-", 1000, 1023), ("bytes=-24", 1000, 1023)],
)
@pytest.mark.parametrize("encoding", ["identity", "gzip, deflate, br"])
def test_a_film_can_be_asked_for_in_parts(files: Path, client: Client, asked: str, first: int, last: int, encoding: str) -> None:
    response = client.get("/media/media/film.mp4", headers={"Range": asked, "Accept-Encoding": encoding})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{len(FILM)}"
    assert words_of(response) == FILM[first : last + 1]
    assert response["Content-Length"] == str(last - first + 1)
    assert "Content-Encoding" not in response


def test_a_part_that_is_not_there_is_refused(files: Path, client: Client) -> None:
    response = client.get("/media/media/film.mp4", headers={"Range": "bytes=5000-6000"})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(FILM)}"


def test_asking_only_for_the_head_gives_its_length(files: Path, client: Client) -> None:
    response = client.head("/media/media/film.mp4")
    assert (response.status_code, response["Content-Length"]) == (200, str(len(FILM)))


def test_a_file_that_has_not_changed_is_not_sent_again(files: Path, client: Client) -> None:
    changed = client.head("/media/images/a.png")["Last-Modified"]
    again = client.get("/media/images/a.png", headers={"If-Modified-Since": changed})
    assert again.status_code == 304


def test_nothing_can_be_sent_to_a_file(files: Path, client: Client) -> None:
    assert client.post("/media/images/a.png").status_code == 405
