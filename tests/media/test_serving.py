"""Uploaded files: pictures and films are served, also in parts; documents and all else are not."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import timezone

from localoffer.media.models import Consent, CustomMedia, CustomRendition
from localoffer.media.views import serve_media
from localoffer.people.roles import COMMUNICATIONS, FORUM_MEMBER, FORUM_SUPPORTER, READER, TRANSLATOR
from tests.factories import ConsentFactory, CustomImageFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
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
    CustomMedia.objects.create(
        title="Film",
        type="video",
        shows_people=False,
        file="media/film.mp4",
        thumbnail="media_thumbnails/still.jpg",
        captions="captions/film.vtt",
    )
    CustomRendition.objects.create(image=CustomImageFactory(), filter_spec="width-1", file="images/a.png", width=1, height=1)
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


def test_what_shows_nobody_may_be_kept_for_a_day(files: Path, client: Client) -> None:
    for name in GOOD:
        assert client.get(f"/media/{name}")["Cache-Control"] == "public, max-age=86400"


def test_a_file_that_no_record_stands_for_is_not_served(files: Path, client: Client) -> None:
    CustomRendition.objects.all().delete()
    (files / "images").mkdir(exist_ok=True)
    (files / "images" / "a.png").write_bytes(b"left behind")
    assert client.get("/media/images/a.png").status_code == 404


def people_in_them(consent: Any) -> None:
    for item in (CustomMedia.objects.get(), CustomRendition.objects.get().image):
        type(item).objects.filter(pk=item.pk).update(shows_people=True, consent=consent)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_of_people_is_served_only_while_their_consent_is_live_and_kept_by_nobody(
    files: Path, client: Client, name: str
) -> None:
    today = timezone.localdate()
    consent = ConsentFactory(given_on=today - DAY, ends_on=today)
    people_in_them(consent)
    response = client.get(f"/media/{name}")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")
    Consent.objects.update(ends_on=today - DAY)
    assert client.get(f"/media/{name}").status_code == 404
    Consent.objects.update(ends_on=today + DAY, withdrawn_on=today)
    assert client.get(f"/media/{name}", headers={"If-Modified-Since": response["Last-Modified"]}).status_code == 404
    assert client.get(f"/media/{name}", headers={"Range": "bytes=0-1"}).status_code == 404
    Consent.objects.update(withdrawn_on=today + DAY)
    assert client.get(f"/media/{name}").status_code == 200
    people_in_them(None)
    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize("name", GOOD)
def test_staff_who_see_consents_still_see_the_file_in_the_admin_and_nobody_keeps_it(
    files: Path, client: Client, site_tree: Any, person: Any, name: str
) -> None:
    people_in_them(ConsentFactory(withdrawn_on=date(2026, 6, 1)))
    for role, status in ((FORUM_SUPPORTER, 200), (COMMUNICATIONS, 200), (FORUM_MEMBER, 404), (READER, 404), (TRANSLATOR, 404)):
        client.force_login(person(role))
        response = client.get(f"/media/{name}")
        assert (role.name, response.status_code) == (role.name, status)
        assert status == 404 or response["Cache-Control"] == "private, no-store"


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
