"""What was backed up comes back whole, from a file that was looked through first; or nothing changes."""

import json
import sqlite3
import stat
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page, Site

from localoffer.people.models import User
from localoffer.search.models import SearchEntry, Word
from localoffer.upkeep import dumps
from localoffer.upkeep.rules import DATABASE_FILES, MANIFEST, Refused, is_safe
from localoffer.upkeep.services import back_up, look_through, restore
from tests import factories
from tests.databases import standing_in

NOW = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)
SECRET = "hush-hush-" + "x" * 50


@pytest.fixture
def site(own_database: dict[str, Any], settings: Any) -> Path:
    """A small site with one public page, one upload, one person signed in; gives the folder of uploads."""
    root = Page.get_first_root_node()
    home = factories.HomePageFactory(parent=root)
    Site.objects.create(is_default_site=True, root_page=home, hostname="localhost", port=8000)
    factories.InformationPageFactory(parent=home, title="Zebra crossings")
    User.objects.create_user("sam@example.org", SECRET)
    Session.objects.create(session_key="k" * 32, session_data="", expire_date=timezone.now())
    media = Path(settings.MEDIA_ROOT)
    (media / "images").mkdir(parents=True)
    (media / "images" / "swan.jpg").write_bytes(b"a swan" * 1000)
    return media


@pytest.fixture
def made(site: Path, tmp_path: Path) -> Path:
    return back_up(folder=tmp_path / "backups", now=NOW)[0]


@pytest.fixture(scope="module")
def small_file(pristine: str, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of next to nothing, made once for all tests that only spoil it."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "media" / "images").mkdir(parents=True)
    (folder / "media" / "images" / "swan.jpg").write_bytes(b"a swan" * 1000)
    with django_db_blocker.unblock(), standing_in(pristine), override_settings(MEDIA_ROOT=folder / "media"):
        return back_up(folder=folder, now=NOW)[0].read_bytes()


@pytest.fixture
def small(small_file: bytes, db: None, settings: Any, tmp_path: Path) -> Path:
    """That backup, beside a site that has changed since."""
    media = Path(settings.MEDIA_ROOT)
    (media / "images").mkdir(parents=True)
    (media / "images" / "swan.jpg").write_bytes(b"of today")
    Page.objects.filter(depth=1).update(title="Of today")
    file = tmp_path / "small.zip"
    file.write_bytes(small_file)
    return file


@pytest.fixture
def quick(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """For what does not depend on what is in the database: a copy of it that takes no time. Gives the folder of uploads."""
    monkeypatch.setattr(dumps, "copy_database", lambda to: to.write_bytes(b"a database"))
    media = Path(settings.MEDIA_ROOT)
    (media / "images").mkdir(parents=True)
    (media / "images" / "swan.jpg").write_bytes(b"a swan")
    return media


def command(name: str, *words: str) -> str:
    out = StringIO()
    call_command(name, *words, stdout=out)
    return out.getvalue()


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_what_was_lost_or_changed_since_comes_back_and_what_was_added_goes(made: Path, site: Path) -> None:
    before = files_below(site)
    Page.objects.filter(title="Zebra crossings").update(title="Spoilt")
    User.objects.all().delete()
    SearchEntry.objects.all().delete()
    factories.InformationPageFactory(parent=Page.objects.get(depth=2), title="Added since")
    (site / "images" / "swan.jpg").unlink()
    (site / "images" / "new.jpg").write_bytes(b"new")
    cache.set("held", "of the old database")

    assert "Restored." in command("restore", str(made), "--yes")

    assert set(Page.objects.filter(depth=3).values_list("title", flat=True)) == {"Zebra crossings"}
    assert User.objects.get(email="sam@example.org").check_password(SECRET)
    assert files_below(site) == before
    assert cache.get("held") is None
    assert not Session.objects.exists()
    assert SearchEntry.objects.filter(title="Zebra crossings").count() == 1
    assert Word.objects.filter(word="zebra").exists()
    assert [file.name for file in site.parent.iterdir() if file.name.startswith(".restore")] == []
    Page.objects.get(title="Zebra crossings").specific.save_revision().publish()  # its triggers and counters are there


def test_a_backup_is_one_private_file_that_lists_all_of_itself_and_no_secret(
    quick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("EMAIL_PASSWORD", "")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    said = command("backup", "--to", str(tmp_path / "b"))
    [file] = (tmp_path / "b").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read(MANIFEST))
        assert set(archive.namelist()) == {MANIFEST, DATABASE_FILES[connection.vendor], "media/images/swan.jpg"}
        for name, entry in manifest["files"].items():
            content = archive.read(name)
            assert entry == {"size": len(content), "sha256": sha256(content).hexdigest()}
    assert manifest["keys"] == ["SECRET_KEY"]
    assert SECRET not in json.dumps(manifest)
    assert "1 uploads" in said
    assert "Not in it, keep them elsewhere: SECRET_KEY." in said


def test_only_the_newest_are_kept_and_files_of_others_stay(quick: Path, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    for day in (1, 2, 3):
        back_up(folder=folder, now=NOW.replace(day=day))
    (folder / "local-offer-notes.zip").touch()
    back_up(folder=folder, now=NOW.replace(day=4), keep=2)
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["local-offer-20261103T020000Z.zip", "local-offer-20261104T020000Z.zip", "local-offer-notes.zip"]


def test_a_folder_among_the_uploads_is_refused(quick: Path) -> None:
    with pytest.raises(Refused, match="inside the folder of uploads"):
        back_up(folder=quick / "backups", now=NOW)


def test_a_folder_that_cannot_be_written_is_said_plainly(quick: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="could not be written"):
        back_up(folder=tmp_path / "file" / "b", now=NOW)


# --- Files that are not restored, and change nothing -----------------------------------------------------------------


def rewritten(file: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None]) -> Path:
    """The backup again, with its files and its manifest changed."""
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
        manifest = json.loads(archive.read(MANIFEST))
    change(files, manifest)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        if manifest:
            archive.writestr(MANIFEST, json.dumps(manifest))
    return file


def outside(files: dict[str, bytes], manifest: dict[str, Any], name: str = "media/../../outside.txt") -> None:
    files[name] = b"out"
    manifest["files"][name] = {"size": 3, "sha256": sha256(b"out").hexdigest()}


def other_bytes(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files["media/images/swan.jpg"] = b"A swan" * 1000


def cut_short(file: Path) -> Path:
    file.write_bytes(file.read_bytes()[:-200])
    return file


def bits_turned(file: Path) -> Path:
    whole = bytearray(file.read_bytes())
    at = whole.index(b"a swana swan") + 100
    whole[at] ^= 0xFF
    file.write_bytes(whole)
    return file


def picture(file: Path) -> Path:
    file.write_bytes(b"\x89PNG nothing of ours")
    return file


def too_few(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files.pop("media/images/swan.jpg")


def other_kind(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["database"] = "postgresql" if manifest["database"] == "sqlite" else "sqlite"


BAD = {
    "cut short": (cut_short, "damaged, cut short"),
    "a bit turned over": (bits_turned, "is damaged"),
    "no ZIP": (picture, "damaged, cut short, or not a backup"),
    "somebody's ZIP": (lambda file: rewritten(file, lambda files, manifest: manifest.clear()), "not a backup of a Local Offer"),
    "of another program": (lambda file: rewritten(file, lambda files, manifest: manifest.update(format="x")), "not a backup of"),
    "of a newer kind": (lambda file: rewritten(file, lambda files, manifest: manifest.update(version=2)), "is of kind 2"),
    "of newer code": (
        lambda file: rewritten(file, lambda files, manifest: manifest["migrations"].append("home.9999_later")),
        r"newer code.*home\.9999_later",
    ),
    "of another kind of database": (lambda file: rewritten(file, other_kind), "Set DATABASE_URL"),
    "without part of its list": (lambda file: rewritten(file, lambda files, manifest: manifest.pop("files")), "missing"),
    "wrong checksum": (lambda file: rewritten(file, other_bytes), "swan.jpg” in this backup is damaged"),
    "a file too few": (
        lambda file: rewritten(file, too_few),
        "lists: media/images",
    ),
    "a file too many": (lambda file: rewritten(file, lambda files, manifest: files.update({"media/x": b"x"})), "lists: media/x"),
    "a name that leads out": (lambda file: rewritten(file, outside), "names that no backup of ours has"),
    "no such file": (lambda file: file.with_name("none.zip"), "There is no file"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_damaged_foreign_or_newer_is_refused_and_changes_nothing(name: str, small: Path, tmp_path: Path) -> None:
    spoil, sentence = BAD[name]
    file = spoil(small)
    before = files_below(tmp_path)
    for words in (["--yes"], ["--check"]):
        with pytest.raises(CommandError, match=sentence) as refusal:
            command("restore", str(file), *words)
        assert str(refusal.value).endswith("Nothing was changed.")
    assert files_below(tmp_path) == before
    assert Page.objects.filter(title="Of today").exists()
    assert not (tmp_path.parent / "outside.txt").exists()


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "media/../x", "media//x", "media/./x", "media\\..\\x", "C:/x", "other/x", "media/", "media/x\0y"]
)
def test_no_other_name_leads_out_either(name: str) -> None:
    assert not is_safe(name)
    assert is_safe("media/images/swan 1.jpg")


def test_a_link_in_the_file_is_refused(small: Path) -> None:
    with zipfile.ZipFile(small) as archive:
        manifest, database = json.loads(archive.read(MANIFEST)), archive.read(DATABASE_FILES[connection.vendor])
    with zipfile.ZipFile(small, "w") as archive:
        archive.writestr(DATABASE_FILES[connection.vendor], database)
        link = zipfile.ZipInfo("media/images/swan.jpg")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr(MANIFEST, json.dumps(manifest))
    with pytest.raises(Refused, match="links"):
        look_through(small)


def test_a_database_that_cannot_be_put_back_brings_the_uploads_back(
    small: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path) -> None:
        raise Refused("The database is in use.")

    monkeypatch.setattr(dumps, "put_back", refuse)
    with pytest.raises(Refused, match="in use"):
        restore(file=small)
    assert files_below(Path(settings.MEDIA_ROOT)) == {"images/swan.jpg": b"of today"}


def test_without_room_nothing_is_begun(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: type("Usage", (), {"free": 10})())
    with pytest.raises(Refused, match="Restoring needs"):
        restore(file=small)


@pytest.mark.parametrize(("answer", "goes_on"), [("yes", True), ("y", False), ("", False)])
def test_it_asks_first_and_takes_only_a_whole_yes(
    answer: str, goes_on: bool, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored: list[Any] = []
    monkeypatch.setattr(
        "localoffer.upkeep.management.commands.restore.restore", lambda **how: restored.append(how) or look_through(small)
    )
    monkeypatch.setattr("builtins.input", lambda words: answer)
    if goes_on:
        command("restore", str(small))
    else:
        with pytest.raises(CommandError, match="Nothing was changed"):
            command("restore", str(small))
    assert bool(restored) is goes_on


def test_a_copy_is_of_one_moment_though_people_write(tmp_path: Path) -> None:
    """Each write puts one row into both tables; a copy that sees one of them sees the other."""
    if connection.vendor != "sqlite":
        pytest.skip("pg_dump reads one snapshot by its own promise; this is about our copy of SQLite.")
    file, stop = tmp_path / "busy.sqlite3", threading.Event()
    with closing(sqlite3.connect(file)) as start:
        start.executescript("PRAGMA journal_mode=WAL; CREATE TABLE a (words TEXT); CREATE TABLE b (words TEXT);")

    def write() -> None:
        with closing(sqlite3.connect(file, timeout=10)) as writer:
            while not stop.is_set():
                with writer:
                    writer.execute("INSERT INTO a VALUES (?)", ["x" * 2000])
                    writer.execute("INSERT INTO b VALUES (?)", ["y" * 2000])

    thread = threading.Thread(target=write)
    thread.start()
    try:
        counts = []
        for number in range(8):
            stop.wait(0.03)
            copy = tmp_path / f"copy-{number}.sqlite3"
            with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
                dumps._copy_pages(source, target)
            with closing(sqlite3.connect(copy)) as read:
                assert read.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                [[a, b]] = read.execute("SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b)")
            assert a == b
            counts.append(a)
    finally:
        stop.set()
        thread.join()
    assert counts[-1] > counts[0]  # somebody did write meanwhile
