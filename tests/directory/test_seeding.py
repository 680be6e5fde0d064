"""Made-up services by the thousand: a sound tree, found at once, and the same ones for the same seed."""

from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from localoffer.directory.models import Organisation, ServicePage
from localoffer.directory.seeding import Words, seed_services
from localoffer.search.models import SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def terms(db: None) -> None:
    factories.TopicFactory(name="Swimming", slug="swimming")
    factories.NeedFactory(name="Autism", slug="autism")
    factories.AccessFeatureFactory(name="Lift", slug="lift")
    factories.AreaFactory(name="Cherwell", slug="cherwell")


def seed(directory: Any, number: int, **more: Any) -> None:
    seed_services(directory=directory, words=Words.read(), number=number, now=NOW, **{"seed": 1, **more})


def test_the_tree_is_sound_and_all_can_be_found(directory: Any, listing: Any) -> None:
    listing("Here before")
    seed(directory, 7)
    seed(directory, 5)
    directory.refresh_from_db()
    assert directory.numchild == 13
    assert ServicePage.objects.child_of(directory).count() == 13
    assert not any(Page.find_problems())
    assert SearchEntry.objects.filter(kind="service").count() == 13


def test_each_may_be_published_again_as_it_stands(directory: Any) -> None:
    seed(directory, 20)
    for page in ServicePage.objects.all():
        page.full_clean()
        page.save_revision().publish()


def test_a_seed_makes_the_same_services_and_another_seed_makes_others(directory: Any) -> None:
    seed(directory, 3)
    seed(directory, 3)
    seed(directory, 3, seed=2)
    titles = list(ServicePage.objects.order_by("path").values_list("title", flat=True))
    assert titles[:3] == titles[3:6] != titles[6:]


def test_who_runs_them_is_marked_as_an_example(directory: Any) -> None:
    seed(directory, 1)
    assert Organisation.objects.exists()
    assert not Organisation.objects.exclude(name__endswith="(example)").exists()


def test_the_command_says_what_it_did(directory: Any) -> None:
    said = StringIO()
    call_command("seed_services", 2, stdout=said)
    assert "2 services added below “Find a service”" in said.getvalue()


@pytest.mark.parametrize("number", ["0", "-1", "100001"])
def test_a_number_that_makes_no_sense_is_refused(directory: Any, number: str) -> None:
    with pytest.raises(CommandError, match="from 1 to 100000"):
        call_command("seed_services", "--", number)
    assert not ServicePage.objects.exists()


def test_without_a_directory_it_says_what_is_missing(home: Any) -> None:
    with pytest.raises(CommandError, match="no directory page"):
        call_command("seed_services", 1)
