"""The demonstration, loaded once for all tests of this folder and taken back afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from tests.home.loading import loaded_demonstration


@pytest.fixture(scope="package")
def demo_media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demonstration")


@pytest.fixture(autouse=True)
def media_folder(demo_media: Path, settings: Any) -> None:
    """In place of a folder for each test: the files of the demonstration are loaded once, as it is."""
    settings.MEDIA_ROOT = demo_media


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: Any, demo_media: Path) -> Iterator[None]:
    """Each test sees the demonstration as it was loaded: what a test changes is undone after it."""
    with override_settings(MEDIA_ROOT=demo_media), loaded_demonstration(django_db_blocker):
        yield


@pytest.fixture
def demo(loaded: None, db: None) -> None:
    """The loaded demonstration, and the right to read it."""
