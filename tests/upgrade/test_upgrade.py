"""A database as a released version left it is brought to the newest schema, and nothing in it is lost."""

import lzma
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from wagtail.models import Page

from localoffer.pages.models import BasePage
from localoffer.people.models import User
from tests.databases import standing_in
from tests.upgrade.keep import FOLDER
from tests.upgrade.rows import PASSWORD

KEPT = sorted(FOLDER.glob("*.sqlite3.xz"))
# The address of a page, and what stands on it.
SAID = {
    "/": "The heron desk",
    "/help/herons/": "A heron waits for a long time.",
    "/find-a-service/heron-club/": "Heron Trust (example)",
    "/find-a-service/?q=heron": "Heron club",
    "/board/herons/": "We heard of herons.",
    "/glossary/": "A place where herons nest.",
    "/young-people/our-posts/herons/": "I like herons.",
    "/seal/": "Heron club",
}
# What no page shows: a table, and words in it.
STORED = {
    "contact_message": "Where are the herons?",
    "alerts_subscription": "wader@example.org",
    "blog_promise": "We will count the herons.",
    "seal_award": "The herons did not rush us.",
    "media_consent": "Wren",
    "media_customimage": "A heron on one leg.",
    "youth_youngmessage": "Put a heron in the library.",
    "youth_asked": "Tell us when the heron is late.",
    "events_meeting": "The heron meeting",
    "directory_topic": "Wading birds",
    "wagtailcore_revision": "A draft about herons",
}
FILES_OF_SQLITE = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="The kept databases are files of SQLite.")


def counts(file: Path) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(file)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


@pytest.fixture(scope="module", params=KEPT, ids=lambda file: file.name.removesuffix(".sqlite3.xz"))
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the database as that version left it."""
    file = tmp_path_factory.mktemp("kept") / "db.sqlite3"
    file.write_bytes(lzma.decompress(request.param.read_bytes()))
    return file


@pytest.fixture
def upgraded(kept: Path, db: None) -> Iterator[dict[str, int]]:
    """The database brought up to date, in the place of the tests' own; gives how many rows each table had before."""
    before = counts(kept)
    with standing_in(str(kept)):
        ContentType.objects.clear_cache()  # their numbers are others there
        call_command("migrate", verbosity=0)
        call_command("setup_roles", verbosity=0)
        yield before
    ContentType.objects.clear_cache()


def test_the_first_release_is_kept() -> None:
    assert KEPT[0].name == "0.1.0.sqlite3.xz"


@pytest.mark.django_db  # some migrations look at the database when they are imported
def test_each_migration_of_a_released_version_is_still_known(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as database:
        applied = set(database.execute("SELECT app, name FROM django_migrations"))
    migrations = MigrationLoader(None).disk_migrations
    known = {*migrations, *(key for migration in migrations.values() for key in migration.replaces)}
    assert applied - known == set()
    assert ("directory", "0001_squashed") in applied


@pytest.mark.slow
@FILES_OF_SQLITE
def test_nothing_is_lost_on_the_way_to_the_newest_schema(kept: Path, upgraded: dict[str, int], client: Client) -> None:
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    after = counts(kept)
    assert {name: number for name, number in upgraded.items() if after.get(name, 0) < number} == {}
    for table, words in STORED.items():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            assert any(words in str(value) for row in cursor.fetchall() for value in row), table
    for address, words in SAID.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert words in answer.content.decode(), address


@pytest.mark.slow
@FILES_OF_SQLITE
def test_each_page_can_be_published_again_and_people_can_sign_in(upgraded: dict[str, int], client: Client) -> None:
    sam: Any = User.objects.get(email="sam@example.org")
    assert sam.check_password(PASSWORD)
    pages = [page for page in Page.objects.specific() if isinstance(page, BasePage) and page.live]
    assert len(pages) > 8
    for page in pages:
        page.get_latest_revision_as_object().save_revision(user=sam).publish()
