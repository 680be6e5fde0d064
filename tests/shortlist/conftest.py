"""What the tests of the shortlist share."""

from typing import Any

import pytest

from localoffer.directory.models import ServiceContact, ServicePage, ServicePlace
from tests import factories


@pytest.fixture
def listing(directory: Any) -> Any:
    """Makes a published listing with a telephone number and a place, unless told otherwise."""

    def make(title: str = "", *, contacts: Any = None, places: Any = None, access: Any = (), **fields: Any) -> ServicePage:
        rows = {name: fields.pop(name) for name in ("schedules", "costs") if name in fields}
        page = factories.ServicePageFactory(parent=directory, **({"title": title} if title else {}), **fields)
        page.contacts = [ServiceContact(name="Leader", phone="01632 960101")] if contacts is None else list(contacts)
        page.places = [ServicePlace(name="Hall", address="1 High Street", town="Witney")] if places is None else list(places)
        page.access = list(access)
        for name, children in rows.items():
            setattr(page, name, children)
        page.save()
        return page

    return make
