"""What all tests share. The clock is passed to the code under test; nothing here reads it."""

import gc
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.utils import translation
from wagtail.models import Collection, ModelLogEntry, Page, Site

from localoffer.people.models import User
from localoffer.people.services import set_up_roles
from tests import factories
from tests.databases import own_database, pristine  # noqa: F401  fixtures of several folders


@pytest.fixture(scope="session", autouse=True)
def seldom_garbage() -> None:
    """Looking for garbage among all that Django and Wagtail hold took a twentieth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(autouse=True)
def media_folder(tmp_path: Any, settings: Any) -> None:
    """Uploads of a test go to a folder of its own. Set in this way, the storage that is there hears of it."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def in_english(settings: Any) -> None:
    """A page asked for in Polish leaves Polish behind for whatever comes next in the same thread."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Once for all tests: without the page by which Wagtail greets, whose deletion asks much, and with the roles' permissions.

    ``site_tree`` then adds what is left: what they may do on pages and collections. Without a person no role does anything.
    """
    with django_db_blocker.unblock():
        Site.objects.all().delete()
        Page.objects.filter(depth=2).delete()
        set_up_roles()
        Collection.objects.filter(depth__gt=1).delete()
        ModelLogEntry.objects.all().delete()


@pytest.fixture
def today() -> date:
    """A day that the tests reckon from, where the code takes the day as an argument."""
    return date(2026, 11, 22)


@pytest.fixture
def home(db: None) -> Any:
    """A site with only its home page, in place of Wagtail's first page."""
    root = Page.get_first_root_node()
    page = factories.HomePageFactory(parent=root)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"root_page": page, "hostname": "localhost", "port": 8000, "site_name": "Local Offer"}
    )
    if (others := Page.objects.filter(depth=2).exclude(pk=page.pk)).exists():
        others.delete()
    page.refresh_from_db()
    return page


@pytest.fixture
def directory(home: Any) -> Any:
    return factories.DirectoryPageFactory(parent=home)


@pytest.fixture
def blog(home: Any) -> Any:
    return factories.BoardBlogPageFactory(parent=home)


@pytest.fixture
def youth_home(home: Any) -> Any:
    return factories.YouthHomePageFactory(parent=home)


@pytest.fixture
def site_tree(home: Any, directory: Any, blog: Any, youth_home: Any) -> dict[str, Any]:
    """A site with one page of each area, and the roles."""
    section = factories.SectionPageFactory(parent=home)
    set_up_roles()
    return {"home": home, "directory": directory, "blog": blog, "youth": youth_home, "section": section}


@pytest.fixture
def person(db: None) -> Any:
    """Makes somebody with a role: ``person(COMMUNICATIONS)``. The roles must have been set up (``site_tree``)."""

    def make(role: Any = None, **fields: Any) -> User:
        name = role.name.lower().replace(" ", "-") if role else "nobody"
        user = factories.UserFactory(email=fields.pop("email", f"{name}@example.org"), **fields)
        if role:
            user.groups.add(Group.objects.get(name=role.name))
        return user

    return make
