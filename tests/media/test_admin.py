"""Pictures, films and consents in the admin: the rules hold on every road in."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from localoffer.media.models import Consent, CustomImage, CustomMedia
from tests.factories import ConsentFactory, CustomImageFactory, CustomMediaFactory

pytestmark = pytest.mark.django_db
SAYS_WHAT_IS_MISSING = "Say what the picture shows"


@pytest.fixture
def boss(person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


def picture_file() -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (20, 20), "green").save(data, "PNG")
    return SimpleUploadedFile("sun.png", data.getvalue(), "image/png")


def picture(prefix: str = "", **changes: str) -> dict[str, str]:
    answers = {"title": "Sun", "description": "A sun.", "credit": "Us", "shows_people": "False"} | changes
    return {prefix + name: value for name, value in answers.items()}


def words_in(html: str) -> str:
    return BeautifulSoup(html, "html5lib").get_text(" ", strip=True)


ANSWERS = [
    ({}, True),
    ({"description": ""}, False),
    ({"description": "", "is_decorative": "on"}, True),
    ({"shows_people": ""}, False),
]


@pytest.mark.parametrize(("changes", "kept"), ANSWERS)
def test_the_add_page_keeps_only_a_picture_with_its_answers(boss: Client, changes: dict[str, str], kept: bool) -> None:
    response = boss.post(reverse("wagtailimages:add"), picture(**changes) | {"file": picture_file()})
    assert response.status_code == (302 if kept else 200)
    assert CustomImage.objects.exists() is kept
    if "description" in changes and not kept:
        assert SAYS_WHAT_IS_MISSING in words_in(response.content.decode())


@pytest.mark.parametrize(("changes", "kept"), ANSWERS)
def test_the_edit_page_keeps_only_a_picture_with_its_answers(boss: Client, changes: dict[str, str], kept: bool) -> None:
    image = CustomImageFactory(title="Moon", description="A moon.")
    answers = picture(**changes) | {"collection": image.collection_id}
    response = boss.post(reverse("wagtailimages:edit", args=[image.pk]), answers)
    assert response.status_code == (302 if kept else 200)
    image.refresh_from_db()
    assert image.title == ("Sun" if kept else "Moon")


@pytest.mark.parametrize(("changes", "kept"), ANSWERS)
def test_the_chooser_of_a_page_keeps_only_a_picture_with_its_answers(boss: Client, changes: dict[str, str], kept: bool) -> None:
    address = reverse("wagtailimages_chooser:create")
    answers = picture("image-chooser-upload-", **changes) | {"image-chooser-upload-file": picture_file()}
    response = boss.post(address, answers)
    assert response.status_code == 200
    assert CustomImage.objects.exists() is kept
    assert response.json()["step"] == ("chosen" if kept else "reshow_creation_form")


def upload_many(boss: Client) -> Any:
    """The first step of uploading many at once: the file, before its answers."""
    return boss.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Sun", "files[]": picture_file()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )


@pytest.mark.parametrize(("changes", "kept"), ANSWERS)
def test_uploading_many_keeps_only_pictures_with_their_answers(boss: Client, changes: dict[str, str], kept: bool) -> None:
    first = upload_many(boss).json()
    assert first["success"]
    assert not CustomImage.objects.exists()
    number = first["uploaded_file_id"]
    response = boss.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number]),
        picture(f"uploaded-image-{number}-", **changes),
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert response.status_code == 200
    assert response.json()["success"] is kept
    assert CustomImage.objects.exists() is kept


def film(**changes: Any) -> dict[str, Any]:
    return {
        "title": "The forum",
        "file": SimpleUploadedFile("film.mp4", b"\x00\x00\x00\x10ftypisom\x00\x00\x00\x00", "video/mp4"),
        "captions": SimpleUploadedFile("film.vtt", b"WEBVTT\n", "text/vtt"),
        "transcript": "Hello.",
        "duration": "35",
        "shows_people": "False",
    } | changes


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"captions": ""}, "A film needs a captions file"),
        ({"captions": SimpleUploadedFile("film.srt", b"1\n", "text/plain")}, "srt"),
        ({"transcript": ""}, "Write down all that is said"),
        ({"shows_people": ""}, "required"),
    ],
)
def test_a_film_is_kept_only_with_captions_and_its_words(boss: Client, changes: dict[str, Any], reason: str) -> None:
    response = boss.post(reverse("wagtailmedia:add", args=["video"]), film(**changes))
    assert CustomMedia.objects.exists() is not bool(reason)
    assert response.status_code == (200 if reason else 302)
    assert reason in words_in(response.content.decode())


def test_a_film_loses_neither_captions_nor_words_when_it_is_changed(boss: Client) -> None:
    kept = CustomMediaFactory(title="Old")
    address = reverse("wagtailmedia:edit", args=[kept.pk])
    answers = {"title": "New", "transcript": "Hello.", "duration": "35", "shows_people": "False"}
    assert boss.post(address, answers | {"captions-clear": "on"}).status_code == 200
    kept.refresh_from_db()
    assert (kept.title, bool(kept.captions)) == ("Old", True)
    assert boss.post(address, answers).status_code == 302
    kept.refresh_from_db()
    assert (kept.title, bool(kept.captions)) == ("New", True)


def consent(**changes: str) -> dict[str, str]:
    return {
        "display_name": "Ari",
        "agrees_to_picture": "on",
        "under_16": "False",
        "given_by_person": "on",
        "how_given": "signed form",
        "given_on": "2026-01-01",
        "ends_on": "2027-01-01",
    } | changes


def test_a_consent_is_recorded(boss: Client) -> None:
    assert boss.post(reverse("wagtailsnippets_media_consent:add"), consent()).status_code == 302
    kept = Consent.objects.get()
    assert kept.agrees_to_picture
    assert kept.recorded_by.email == "boss@example.org"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ends_on": "2025-12-31"}, "would end before it begins"),
        ({"given_by_person": ""}, "The person must agree"),
        ({"under_16": "True"}, "somebody with parental responsibility must agree as well"),
        ({"under_16": ""}, "required"),
        ({"agrees_to_picture": ""}, "Tick at least one thing"),
        ({"ends_on": ""}, "required"),
    ],
)
def test_a_consent_with_something_missing_is_refused(boss: Client, changes: dict[str, str], reason: str) -> None:
    answers = {name: value for name, value in consent(**changes).items() if value}
    response = boss.post(reverse("wagtailsnippets_media_consent:add"), answers)
    assert response.status_code == 200
    assert reason in words_in(response.content.decode())
    assert not Consent.objects.exists()


def test_a_consent_is_taken_back_in_its_record(boss: Client) -> None:
    record = ConsentFactory()
    address = reverse("wagtailsnippets_media_consent:edit", args=[record.pk])
    assert boss.post(address, consent(withdrawn_on="2026-06-01")).status_code == 302
    record.refresh_from_db()
    assert str(record.withdrawn_on) == "2026-06-01"
