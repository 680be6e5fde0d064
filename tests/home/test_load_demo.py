"""Loading the demonstration on a site that has other content, and loading that fails."""

from typing import Any

import pytest
from django.core.management import CommandError

from home.models import InformationPage
from localoffer.directory.models import ServicePage
from tests import factories
from tests.home.loading import counts, load

pytestmark = pytest.mark.django_db


def test_a_site_with_other_content_is_refused_and_left_as_it_was(home: Any) -> None:
    factories.InformationPageFactory(parent=home, title="Our own page")
    before = counts()
    with pytest.raises(CommandError, match="nothing was changed") as refusal:
        load()
    assert "--force" in str(refusal.value)
    assert counts() == before


@pytest.mark.slow
def test_on_a_site_with_other_content_it_is_loaded_beside_it_when_told(home: Any) -> None:
    own = factories.InformationPageFactory(parent=home, title="Our own page")
    load(force=True)
    assert ServicePage.objects.count() >= 60
    own.refresh_from_db()
    assert (own.title, own.live) == ("Our own page", True)
    assert InformationPage.objects.child_of(home).filter(pk=own.pk).exists()


@pytest.mark.slow
def test_a_fault_half_way_leaves_nothing_behind(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_named: Any) -> None:
        raise RuntimeError("The disk is full")

    monkeypatch.setattr("home.demo.services.load_services", fail)
    before = counts()
    with pytest.raises(RuntimeError):
        load()
    assert counts() == before
