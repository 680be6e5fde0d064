from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests import factories

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday, in winter: the clocks in London show 12


@pytest.fixture
def events(home: Any) -> Any:
    return factories.EventsPageFactory(parent=home)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """What the views take for the present moment."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    set_clock(NOON)
    return set_clock
