"""The demonstration, loaded once for all tests of this folder and taken back afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.home.loading import loaded_demonstration


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Each test sees the demonstration as it was loaded: what a test changes is undone after it."""
    with loaded_demonstration(django_db_blocker):
        yield


@pytest.fixture
def demo(loaded: None, db: None) -> None:
    """The loaded demonstration, and the right to read it."""
