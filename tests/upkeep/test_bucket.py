"""Backups go to a bucket and come back from it by their names; what the bucket does wrong is said, and changes nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.files.storage.memory import InMemoryStorage
from django.core.management import CommandError, call_command
from wagtail.models import Page

from localoffer.upkeep import bucket
from localoffer.upkeep.services import back_up_to_bucket
from tests.upkeep.test_backup import files_below, made, quick, site  # noqa: F401  fixtures

NOW = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)
NAME = "local-offer-20261128T020000Z.zip"


class Bucket(InMemoryStorage):
    """As ``media.storage.bucket`` answers, without its packages. It may be out of reach, or lose the end of a file."""

    failures = (ConnectionError,)
    is_down = loses_the_end = False

    def listdir(self, path: str) -> Any:
        if self.is_down:
            raise ConnectionError("Could not connect to the endpoint URL")
        return super().listdir(path)

    def size(self, name: str) -> int:
        if self.is_down:
            raise ConnectionError("Could not connect to the endpoint URL")
        return super().size(name)

    def part(self, name: str, asked: str) -> SimpleNamespace:
        return SimpleNamespace(pieces=self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        with self.open(name) as file:
            whole = file.read()
        yield whole[:100]
        yield whole[100 : -1 if self.loses_the_end else None]


@pytest.fixture
def there(settings: Any, tmp_path: Path) -> Any:
    settings.BACKUP_BUCKET = {"bucket_name": "backups"}
    settings.BACKUP_DIR, settings.DATA_DIR = tmp_path / "making", tmp_path
    settings.STORAGES = {**settings.STORAGES, "backups": {"BACKEND": "tests.upkeep.test_bucket.Bucket"}}
    return storages["backups"]


def command(name: str, *words: str) -> str:
    out = StringIO()
    call_command(name, *words, stdout=out)
    return out.getvalue()


def test_a_backup_in_the_bucket_is_found_by_its_name_and_brings_everything_back(
    there: Any,
    made: Path,  # noqa: F811
    site: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    bucket.send(made)
    made.unlink()
    before = files_below(site)
    Page.objects.filter(title="Zebra crossings").update(title="Spoilt")
    (site / "images" / "swan.jpg").unlink()

    assert "It is whole, and can be restored here." in command("restore", NAME, "--check")
    assert not Page.objects.filter(title="Zebra crossings").exists()
    assert "Restored." in command("restore", NAME, "--yes")
    assert Page.objects.filter(title="Zebra crossings").exists()
    assert files_below(site) == before
    assert list(tmp_path.glob(".fetched-*")) == []


def test_it_is_made_here_sent_and_taken_away_again(there: Any, quick: Path, settings: Any) -> None:  # noqa: F811
    said = command("backup")
    [name] = bucket.names()
    assert f"{name}, in the bucket of BACKUP_URL: " in said
    assert "All of it was read again and is whole." in said
    assert there.size(name) > 100
    assert list(settings.BACKUP_DIR.iterdir()) == []


def test_a_folder_that_is_named_wins_over_the_bucket(there: Any, quick: Path, tmp_path: Path) -> None:  # noqa: F811
    command("backup", "--to", str(tmp_path / "folder"))
    assert bucket.names() == []
    assert len(list((tmp_path / "folder").iterdir())) == 1


def test_only_the_newest_stay_and_no_other_file_is_touched(there: Any, quick: Path, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "notes.zip").write_bytes(b"notes")
    with (tmp_path / "notes.zip").open("rb") as file:
        there.save("local-offer-notes.zip", file)
    for day in (1, 2, 3):
        back_up_to_bucket(folder=tmp_path / "b", now=NOW.replace(day=day), keep=2)
    assert bucket.names() == ["local-offer-20261103T020000Z.zip", "local-offer-20261102T020000Z.zip"]
    assert there.exists("local-offer-notes.zip")


def test_one_that_does_not_arrive_whole_is_not_kept(there: Any, quick: Path, settings: Any) -> None:  # noqa: F811
    there.loses_the_end = True
    with pytest.raises(CommandError, match="did not reach the bucket as it was sent"):
        command("backup", "--keep", "1")
    assert bucket.names() == []
    assert list(settings.BACKUP_DIR.iterdir()) == []


@pytest.mark.parametrize("words", [["backup"], ["restore", NAME, "--yes"]], ids=["backup", "restore"])
def test_a_bucket_that_does_not_answer_is_said_with_what_to_do(words: list[str], there: Any, quick: Path, settings: Any) -> None:  # noqa: F811
    there.is_down = True
    with pytest.raises(CommandError, match=r"could not be used. It said: Could not connect.*backup --to FOLDER"):
        command(*words)
    assert not settings.BACKUP_DIR.exists(), "nothing was begun"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("local-offer-20200101T000000Z.zip", f"There is no local-offer-20200101T000000Z.zip in the bucket.*newest there: {NAME}"),
        ("no-such-file.zip", "There is no file no-such-file.zip"),
    ],
    ids=["a name of ours", "another"],
)
def test_a_backup_that_is_not_there_is_answered_with_those_that_are(
    name: str,
    sentence: str,
    there: Any,
    quick: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    back_up_to_bucket(folder=tmp_path / "b", now=NOW)
    with pytest.raises(CommandError, match=sentence) as refusal:
        command("restore", name, "--yes")
    assert str(refusal.value).endswith("Nothing was changed.")


def test_without_room_for_it_nothing_is_fetched(
    there: Any,
    quick: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    back_up_to_bucket(folder=tmp_path / "b", now=NOW)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=10))
    with pytest.raises(CommandError, match=r"needs .* on the disk"):
        command("restore", NAME, "--yes")
