"""What the tests of the search share."""

from typing import Any

import pytest
from django.conf import settings

from localoffer.search.keeping import entry_of, write
from localoffer.search.models import SynonymGroup
from localoffer.search.registry import Shown
from tests import factories


@pytest.fixture
def enter(home: Any) -> Any:
    """Puts an entry for a page of its own straight into the index, and returns the page's id."""

    made: list[int] = []

    def put(title: str, *, kind: str = "service", language: str = settings.LANGUAGE_CODE, page_id: int = 0, **parts: Any) -> int:
        pk = page_id or factories.InformationPageFactory(parent=home, title=title, slug=f"page-{len(made)}").pk
        made.append(pk)
        write([entry_of(pk, kind, language, Shown(title=title, **parts))])
        return pk

    return put


@pytest.fixture
def same(db: None) -> Any:
    """Makes a group of words that mean the same."""

    def make(*terms: str, **fields: Any) -> SynonymGroup:
        return SynonymGroup.objects.create(terms=", ".join(terms), **fields)

    return make
