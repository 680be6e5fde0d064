"""The day of the last check says when somebody asked the service. Nothing else may move it."""

from datetime import date
from typing import Any

import pytest
from wagtail.models import Page

from localoffer.directory.models import ServicePage
from localoffer.seal.models import Award
from tests import factories

pytestmark = pytest.mark.django_db
CHECKED = {"last_checked": date(2026, 3, 1), "checked_how": "phone", "next_check": date(2027, 3, 1)}


def checked(page: Page) -> dict[str, Any]:
    return ServicePage.objects.values(*CHECKED).get(pk=page.pk)


def test_editing_and_publishing_again_is_no_check(listing: Any) -> None:
    page = listing(**CHECKED)
    page.summary = "Something else."
    page.save_revision().publish()
    assert checked(page) == CHECKED


def test_taking_down_and_putting_back_is_no_check(listing: Any) -> None:
    page = listing(**CHECKED)
    page.unpublish()
    ServicePage.objects.get(pk=page.pk).save_revision().publish()
    assert checked(page) == CHECKED


def test_the_seal_is_no_check(listing: Any) -> None:
    page = listing(**CHECKED)
    factories.AwardFactory(listing=page)
    assert Award.objects.exists()
    assert checked(page) == CHECKED


def test_an_old_draft_that_is_published_does_not_hide_that_nobody_checked_since(listing: Any) -> None:
    page = listing(**CHECKED)
    old = page.save_revision()
    page.last_checked = date(2026, 9, 1)
    page.save_revision().publish()
    assert checked(page)["last_checked"] == date(2026, 9, 1)
    old.publish()
    assert checked(page) == CHECKED
