"""Readers, and one subject of our own beside those of the apps."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from localoffer.alerts import registry
from localoffer.alerts.models import Choice, Subscription
from localoffer.alerts.registry import Item, Source, Subject, Words

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)  # a Wednesday


@pytest.fixture(autouse=True)
def sources(monkeypatch: Any) -> list[tuple[datetime, Item]]:
    """What became public, and when: the only source is the list that a test fills."""
    told: list[tuple[datetime, Item]] = []

    def items(since: datetime, until: datetime) -> list[Item]:
        return [item for at, item in told if since < at <= until]

    subjects = [Subject("board", "Posts of the board"), Subject("seal", "Services newly approved")]
    monkeypatch.setattr(registry, "_sources", {"tests": Source("tests", subjects=lambda: subjects, items=items)})
    return told


def item(title: str, *subjects: str, **more: Any) -> Item:
    return Item(subjects or ("board",), title, Words(title, f"About {title}.", f"/{title.lower().replace(' ', '-')}/"), **more)


@pytest.fixture
def reader(db: None) -> Callable[..., Subscription]:
    """Makes somebody who has confirmed: ``reader("ari@example.org", "board", "seal", how_often="weekly")``."""

    def make(address: str, *subjects: str, **fields: Any) -> Subscription:
        given = {"how_often": "at-once", "language": "en-gb", "asked_at": NOW, "confirmed_at": NOW} | fields
        made = Subscription.objects.create(address=address, **given)
        Choice.objects.bulk_create([Choice(subscription=made, subject=subject) for subject in subjects or ("board",)])
        return made

    return make


@pytest.fixture
def strict_client() -> Client:
    """A visitor whose forms need their token."""
    return Client(enforce_csrf_checks=True)
