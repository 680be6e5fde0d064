"""Publishing and taking down on time: one bad page never stops the others."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page, Revision

from home.models import InformationPage
from localoffer.pages.publishing import publish_due
from tests import factories

from .ground import WRONG, draft, is_public

pytestmark = pytest.mark.django_db
# Past for the clock of any machine, so that Wagtail, which reads that clock, publishes at once.
NOW = datetime(2024, 3, 1, 9, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


def due(parent: Any, at: datetime = NOW - SECOND, kind: str = "", **fields: Any) -> InformationPage:
    """A draft that somebody has told to go public at that time."""
    page = draft(parent, kind, **fields)
    Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=at)
    return page


@pytest.mark.parametrize(("at", "public"), [(NOW - SECOND, True), (NOW, False), (NOW + SECOND, False)])
def test_a_page_is_published_once_its_time_has_passed(home: Any, at: datetime, public: bool) -> None:
    page = due(home, at)
    said = publish_due(NOW)
    assert is_public(page) is public
    assert said == ("1 published" if public else "")


def test_a_page_is_published_only_once(home: Any) -> None:
    due(home)
    publish_due(NOW)
    assert publish_due(NOW) == ""


@pytest.mark.parametrize("kind", WRONG)
def test_a_bad_page_never_stops_those_before_and_after_it(home: Any, kind: str) -> None:
    before = due(home, NOW - 3 * HOUR)
    bad = due(home, NOW - 2 * HOUR, kind, title="Half done")
    after = due(home, NOW - HOUR)
    said = publish_due(NOW)
    assert [is_public(page) for page in (before, bad, after)] == [True, False, True]
    assert said.startswith("2 published; not published: “Half done” (")
    assert WRONG[kind][2] in said


def test_a_page_that_breaks_the_site_stops_no_other(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = due(home, NOW - 2 * HOUR, title="Broken"), due(home, NOW - HOUR)
    real = Revision.publish

    def publish(self: Revision, *args: Any, **kwargs: Any) -> None:
        if self.object_str == "Broken":
            raise RuntimeError("no such thing")
        real(self, *args, **kwargs)

    monkeypatch.setattr(Revision, "publish", publish)
    said = publish_due(NOW)
    assert (is_public(bad), is_public(good)) == (False, True)
    assert "“Broken” (a fault of the site; it is in the log)" in said
    assert "no such thing" not in said


def test_a_refused_page_is_tried_again_and_goes_public_when_it_is_finished(home: Any) -> None:
    page = due(home, kind="no summary")
    publish_due(NOW)
    page = InformationPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.summary = "All is here now."
    revision = page.save_revision(clean=False)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=NOW - SECOND)
    assert "1 published" in publish_due(NOW)
    assert is_public(page)


def live(parent: Any, expire_at: datetime | None) -> InformationPage:
    page = factories.InformationPageFactory(parent=parent)
    Page.objects.filter(pk=page.pk).update(expire_at=expire_at)
    return page


@pytest.mark.parametrize(("expire_at", "public"), [(NOW - SECOND, False), (NOW, True), (NOW + SECOND, True), (None, True)])
def test_a_page_is_taken_down_once_its_time_is_over(home: Any, expire_at: datetime | None, public: bool) -> None:
    page = live(home, expire_at)
    said = publish_due(NOW)
    assert is_public(page) is public
    assert said == ("" if public else "1 taken down")
    page.refresh_from_db()
    assert page.expired is not public


def test_a_bad_page_that_is_due_does_not_stop_the_taking_down(home: Any) -> None:
    due(home, kind="no summary")
    page = live(home, NOW - SECOND)
    publish_due(NOW)
    assert not is_public(page)


def test_a_page_that_cannot_be_taken_down_stops_no_other(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = live(home, NOW - 2 * HOUR), live(home, NOW - HOUR)
    real = Page.unpublish

    def unpublish(self: Page, *args: Any, **kwargs: Any) -> None:
        if self.pk == bad.pk:
            raise RuntimeError("no such thing")
        real(self, *args, **kwargs)

    monkeypatch.setattr(Page, "unpublish", unpublish)
    said = publish_due(NOW)
    assert (is_public(bad), is_public(good)) == (True, False)
    assert f"“{bad.title}” (a fault of the site; it is in the log)" in said


def test_an_unfinished_page_can_be_taken_down(home: Any) -> None:
    page = live(home, NOW - SECOND)
    InformationPage.objects.filter(pk=page.pk).update(summary="")
    publish_due(NOW)
    assert not is_public(page)


def test_our_command_stands_in_for_wagtails(home: Any) -> None:
    bad, good = due(home, NOW - 2 * HOUR, "no summary"), due(home, NOW - HOUR)
    out = StringIO()
    call_command("publish_scheduled", stdout=out)
    assert (is_public(bad), is_public(good)) == (False, True)
    assert "1 published; not published" in out.getvalue()


def test_the_command_says_when_nothing_is_due(home: Any) -> None:
    out = StringIO()
    call_command("publish_scheduled", stdout=out)
    assert out.getvalue() == "Nothing is due.\n"


def test_the_scheduled_work_publishes(home: Any) -> None:
    page = due(home)
    call_command("run_scheduled", stdout=StringIO())
    assert is_public(page)
