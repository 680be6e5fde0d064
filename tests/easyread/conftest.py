from collections.abc import Callable
from typing import Any

import pytest

from tests import factories


def easy_read(picture: Any, words: str = "<p>You can <b>ask</b> for help.</p>") -> dict[str, Any]:
    pair = {"picture": picture.pk, "words": words, "hard_word": "", "meaning": ""}
    return {"type": "easy_read", "value": {"title": "Who can help", "pairs": [pair]}}


@pytest.fixture
def page(home: Any) -> Any:
    """A page of information that may have an Easy Read edition."""
    return factories.InformationPageFactory(parent=home, title="Plans", slug="plans")


@pytest.fixture
def edition_of(db: None) -> Callable[..., Any]:
    """Makes the Easy Read edition of a page: ``edition_of(page, live=False)``."""

    def make(original: Any, parts: int = 1, **fields: Any) -> Any:
        body = [easy_read(factories.CustomImageFactory()) for _ in range(parts)]
        fields = {"picture": factories.CustomImageFactory(), **fields}
        return factories.EasyReadPageFactory(parent=original, body=body, **fields)

    return make
