"""What the tests of the directory share."""

from typing import Any

import pytest

from localoffer.directory.models import ServicePage
from tests import factories

ROWS = ("access", "answers", "closed_dates", "contacts", "costs", "languages", "links", "pictures", "registrations", "schedules")


@pytest.fixture
def listing(directory: Any) -> Any:
    """Makes a published listing that can be found; topics, needs, areas and places are given as lists."""

    def make(
        title: str = "Club", *, topics: Any = (), needs: Any = (), places: Any = (), areas: Any = (), **fields: Any
    ) -> ServicePage:
        rows = {name: fields.pop(name) for name in ROWS if name in fields}
        page = factories.ServicePageFactory(parent=directory, title=title, **fields)
        page.topics, page.needs, page.places, page.areas = list(topics), list(needs), list(places), list(areas)
        for name, children in rows.items():
            setattr(page, name, list(children))
        if page.live:
            page.save_revision().publish()
        else:
            page.save()
        return page

    return make
