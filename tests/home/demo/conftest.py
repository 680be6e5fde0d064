"""The demonstration, loaded once for all tests of this folder and taken back afterwards."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Each test sees the demonstration as it was loaded: what a test changes is undone after it."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        call_command("load_demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def demo(loaded: None, db: None) -> None:
    """The loaded demonstration, and the right to read it."""
