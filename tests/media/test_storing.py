"""Uploads are stored whole or not at all; and served from a bucket as from the folder."""

import errno
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from home.views import server_error
from localoffer.media.models import CustomMedia
from localoffer.media.storage import WholeFiles
from localoffer.upkeep.rules import disk_is_full

WORDS = b"0123456789"


class BreaksOff(ContentFile):
    """Ten bytes, then the disk is full."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield WORDS
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "uploads"


def names(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_file_is_there_with_its_words_and_can_be_read_by_the_web_server(folder: Path) -> None:
    storage = WholeFiles(folder)
    assert storage.save("documents/plan.txt", ContentFile(WORDS)) == "documents/plan.txt"
    assert storage.save("words.txt", ContentFile("ünïcode")) == "words.txt"
    assert names(folder) == ["documents/plan.txt", "words.txt"]
    assert (folder / "documents" / "plan.txt").read_bytes() == WORDS
    assert (folder / "documents" / "plan.txt").stat().st_mode & 0o777 == 0o644


def test_a_file_that_breaks_off_leaves_nothing(folder: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        WholeFiles(folder).save("documents/plan.txt", BreaksOff(b""))
    assert names(folder) == []


def test_a_second_file_of_a_name_gets_another_one_also_when_both_come_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = WholeFiles(folder)
    storage.save("plan.txt", ContentFile(b"first"))
    looked = iter([False])  # the first look, as long as the other has not written yet
    exists = WholeFiles.exists
    monkeypatch.setattr(WholeFiles, "exists", lambda self, name: next(looked, exists(self, name)))
    second = storage.save("plan.txt", ContentFile(b"second"))
    assert second != "plan.txt"
    assert [(folder / name).read_bytes() for name in ("plan.txt", second)] == [b"first", b"second"]


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "full"), True),
        (OSError(errno.EDQUOT, "quota"), True),
        (OSError(errno.EACCES, "refused"), False),
        (ValueError(), False),
        (None, False),
    ],
    ids=["no room", "over the quota", "not allowed", "a mistake of ours", "nothing"],
)
def test_only_want_of_room_counts_as_a_full_disk(error: Exception | None, full: bool) -> None:
    assert disk_is_full(error) is full


def test_whoever_sends_to_a_full_disk_is_told_that_nothing_was_kept(rf: Any) -> None:
    try:
        raise OSError(errno.ENOSPC, "No space left on device")
    except OSError:
        answer = server_error(rf.post("/"))
    assert answer.status_code == 507
    assert "There is no room left to keep what you sent" in answer.content.decode()
    assert 'href="tel:999"' in answer.content.decode()


# --- From a bucket ----------------------------------------------------------------------------------


class Bucket:
    """As ``storage.bucket`` answers, without its packages."""

    def part(self, name: str, asked: str) -> SimpleNamespace:
        if name != "media/film.mp4":
            raise FileNotFoundError(name)
        headers = {"Content-Length": "10", "Accept-Ranges": "bytes"}
        body, status = WORDS, 200
        if asked == "bytes=2-4":
            body, status = WORDS[2:5], 206
            headers |= {"Content-Length": "3", "Content-Range": "bytes 2-4/10"}
        return SimpleNamespace(
            status=status, headers=headers, etag='"abc"', changed_at=datetime(2026, 11, 1, tzinfo=UTC), pieces=iter([body])
        )


@pytest.fixture
def film(db: None, monkeypatch: pytest.MonkeyPatch) -> CustomMedia:
    monkeypatch.setattr("localoffer.media.views.serving.default_storage", Bucket())
    return CustomMedia.objects.create(title="Film", type="video", shows_people=False, file="media/film.mp4")


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ({}, 200, WORDS),
        ({"range": "bytes=2-4"}, 206, b"234"),
        ({"range": "bytes=2-4", "if-range": '"old"'}, 200, WORDS),
        ({"if-none-match": '"abc"'}, 304, b""),
    ],
    ids=["all", "a part", "a part if it is the same", "what the reader has already"],
)
def test_a_film_is_served_from_a_bucket_also_in_parts(
    film: CustomMedia, client: Client, asked: dict[str, str], status: int, words: bytes
) -> None:
    answer = client.get("/media/media/film.mp4", headers=asked)
    assert answer.status_code == status
    assert (b"".join(answer.streaming_content) if answer.streaming else answer.content) == words
    assert answer["Cache-Control"] == "public, max-age=86400"


def test_consent_is_asked_for_and_what_is_missing_is_not_found_there_too(film: CustomMedia, client: Client) -> None:
    CustomMedia.objects.create(title="Lost", type="video", shows_people=False, file="media/lost.mp4")
    assert client.get("/media/media/lost.mp4").status_code == 404
    film.shows_people = True
    film.save()
    assert client.get("/media/media/film.mp4").status_code == 404
