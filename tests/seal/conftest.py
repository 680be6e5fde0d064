from typing import Any

import pytest

from tests import factories


@pytest.fixture
def club(directory: Any) -> Any:
    return factories.ServicePageFactory(parent=directory, title="Saturday Club")
