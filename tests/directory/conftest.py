"""What the tests of the directory share."""

from typing import Any

import pytest

from localoffer.directory.models import ServicePage
from tests import factories


@pytest.fixture
def listing(directory: Any) -> Any:
    """Makes a published listing that can be found; topics, needs, areas and places are given as lists."""

    def make(
        title: str = "Club", *, topics: Any = (), needs: Any = (), places: Any = (), areas: Any = (), **fields: Any
    ) -> ServicePage:
        page = factories.ServicePageFactory(parent=directory, title=title, **fields)
        page.topics, page.needs, page.places, page.areas = list(topics), list(needs), list(places), list(areas)
        if page.live:
            page.save_revision().publish()
        else:
            page.save()
        return page

    return make
