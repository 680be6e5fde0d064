"""What could tell who a young person is stops publication on every road, until a supporter has confirmed these words."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import SectionPage
from localoffer.pages.publishing import publish_due
from localoffer.plainlanguage.choices import Detail
from tests import factories
from youth.models import ConfirmedDetail, ForumPostPage, YouthHomePage, YouthPage, details_in
from youth.posting import PostRefused, approve_post, confirm_details, save_draft

from .conftest import Forum, is_public

pytestmark = pytest.mark.django_db
NAMED = "I went with Robin Fielding. It was fun."
FINDINGS = {
    "a full name": (NAMED, "Robin Fielding", Detail.SURNAME),
    "a school": ("I go to Hollow Lane School.", "Hollow Lane School", Detail.SCHOOL),
    "a telephone number": ("Call me on 01632 960123.", "01632 960123", Detail.PHONE),
    "an e-mail address": ("Write to me@example.org today.", "me@example.org", Detail.MAIL),
    "a home address": ("I live at 12 Willow Road.", "12 Willow Road", Detail.ADDRESS),
}


def confirm(page: ForumPostPage, user: Any) -> int:
    return confirm_details(page=page, findings=page.unconfirmed_details(), user=user, now=timezone.now())


@pytest.mark.parametrize("kind", FINDINGS)
def test_each_kind_of_detail_stops_a_post_until_it_is_confirmed(forum: Forum, kind: str) -> None:
    words, found, detail = FINDINGS[kind]
    page = forum.sent(words=words)
    assert [(finding.kind, finding.words) for finding in page.unconfirmed_details()] == [(detail, found)]
    with pytest.raises(PostRefused, match=found):
        approve_post(page=page, user=forum.supporter)
    assert not is_public(page)
    confirm(page, forum.supporter)
    approve_post(page=forum.fresh(page), user=forum.supporter)
    assert is_public(page)


def test_a_post_without_details_needs_no_confirmation(forum: Forum) -> None:
    page = forum.sent()
    assert page.details() == []
    approve_post(page=page, user=forum.supporter)
    assert is_public(page)


def test_a_surname_in_the_title_or_the_chosen_name_is_found(forum: Forum) -> None:
    assert [finding.words for finding in forum.draft(title="Jo Fielding and me").details()] == ["Jo Fielding"]
    assert [finding.words for finding in forum.draft(chosen_name="Kai Fielding").details()] == ["Kai Fielding"]
    assert forum.draft(chosen_name="Kai Fielding", show_name=False).details() == [], "A name that is not shown tells nothing."


def test_what_only_search_engines_read_is_looked_at_too(forum: Forum) -> None:
    page = forum.draft()
    page.search_description = "A day with Robin Fielding."
    assert [finding.words for finding in page.details()] == ["Robin Fielding"]


def test_lines_do_not_run_into_each_other() -> None:
    assert details_in(["I met Sam", "Robin came too"]) == []
    assert details_in(["I met Sam\n\nRobin came too"]) == []


def test_a_school_of_the_directory_is_found_by_its_name_alone(forum: Forum) -> None:
    factories.OrganisationFactory(name="Hollow Lane", kind="school")
    found = forum.draft(words="I am at hollow lane now.").details()
    assert [(finding.kind, finding.words) for finding in found] == [(Detail.SCHOOL, "hollow lane")]


def test_names_that_the_site_knows_are_taken_for_no_person(forum: Forum, site_tree: dict[str, Any]) -> None:
    words = "I like Lantern Otters. I like Marlow Fenwick too."
    assert len(forum.draft(words=words).details()) == 2
    factories.OrganisationFactory(name="Marlow Fenwick", kind="charity")
    factories.ServicePageFactory(parent=site_tree["directory"], title="Lantern Otters")
    assert forum.draft(words=words).details() == []


def test_a_confirmation_is_for_these_very_words_only(forum: Forum) -> None:
    page = forum.draft(words=NAMED)
    confirm(page, forum.supporter)
    page = save_draft(page=page, user=forum.member, words="I went with Robin Fielding and Ash Fielding.")
    assert [finding.words for finding in page.unconfirmed_details()] == ["Ash Fielding"]


def test_a_confirmation_on_one_page_says_nothing_of_another(forum: Forum) -> None:
    confirm(forum.draft(words=NAMED), forum.supporter)
    assert len(forum.draft(words=NAMED).unconfirmed_details()) == 1


def test_an_older_version_brings_no_confirmation_with_it(forum: Forum) -> None:
    page = forum.draft()
    old = page.save_revision(user=forum.supporter, clean=False)
    page.words = NAMED
    page.save_revision(user=forum.supporter, clean=False)
    confirm(page, forum.supporter)
    ConfirmedDetail.objects.all().delete()
    with pytest.raises(ValidationError, match="Robin Fielding"):
        page.latest_revision.publish()
    old.publish()
    assert is_public(page)


def test_who_confirmed_what_and_when_is_kept(forum: Forum) -> None:
    page, now = forum.sent(words=NAMED), timezone.now()
    assert confirm_details(page=page, findings=page.unconfirmed_details(), user=forum.supporter, now=now) == 1
    assert confirm_details(page=page, findings=page.details(), user=forum.second, now=now) == 0
    detail = ConfirmedDetail.objects.get()
    assert (detail.words, detail.confirmed_by, detail.confirmed_at) == ("Robin Fielding", forum.supporter, now)


# --- The roads ------------------------------------------------------------------------------


def test_the_road_of_code(forum: Forum) -> None:
    page = forum.draft(words=NAMED)
    with pytest.raises(ValidationError, match="looks like a full name"):
        page.latest_revision.publish()
    assert not is_public(page)


def test_the_road_of_the_schedule(forum: Forum) -> None:
    page = forum.draft(words=NAMED)
    revision = page.latest_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    assert "Robin Fielding" in publish_due(timezone.now())
    assert not is_public(page)


def test_the_road_of_many_at_once(forum: Forum) -> None:
    page = forum.draft(words=NAMED)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = forum.client(forum.supporter).post(
        f"{address}?id={page.pk}&next={reverse('forum_queue')}", {"include_descendants": ""}, follow=True
    )
    assert "Robin Fielding" in answer.content.decode()
    assert not is_public(page)


def test_the_road_of_approval_on_the_dashboard(forum: Forum) -> None:
    page = forum.sent(words=NAMED)
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", page.current_workflow_task_state.pk])
    answer = forum.client(forum.supporter).post(f"{address}?next={reverse('forum_queue')}", {"comment": ""}, follow=True)
    assert "Robin Fielding" in answer.content.decode()
    assert not is_public(page)


@pytest.mark.parametrize("action", ["action-publish", "action-workflow-action"])
def test_the_road_of_the_editor(forum: Forum, action: str) -> None:
    page = forum.sent(words=NAMED) if action == "action-workflow-action" else forum.draft(words=NAMED)
    form = {"title": page.title, "slug": page.slug, "words": NAMED, "chosen_name": "Kai", "show_name": "on"}
    form |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", action: "true"}
    form |= {"workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    answer = forum.client(forum.supporter).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert answer.status_code == 200
    assert "Robin Fielding" in str(answer.context["form"].non_field_errors())
    assert not is_public(page)


def test_the_gate_stands_on_other_pages_of_the_section_too(site_tree: dict[str, Any]) -> None:
    page = factories.YouthPageFactory(parent=site_tree["youth"], live=False)
    page.body = [("text", "<p>Ask Robin Fielding.</p>")]
    revision = page.save_revision(clean=False)
    with pytest.raises(ValidationError, match="Robin Fielding"):
        revision.publish()
    assert not is_public(page)
    page = YouthPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    confirm_details(page=page, findings=page.details(), user=None, now=timezone.now())
    revision.publish()
    assert is_public(page)


@pytest.mark.parametrize(("parent", "held_up"), [("youth", True), ("section", False)])
def test_the_easy_read_edition_of_a_youth_page_waits_as_its_page_does(forum: Forum, parent: str, held_up: bool) -> None:
    tree = Page.objects.type(YouthHomePage if parent == "youth" else SectionPage).first()
    of_the_section = factories.YouthPageFactory if parent == "youth" else factories.InformationPageFactory
    pair = {"picture": factories.CustomImageFactory().pk, "words": "<p>Ask Robin Fielding.</p>", "hard_word": "", "meaning": ""}
    edition = factories.EasyReadPageFactory(
        parent=of_the_section(parent=tree),
        live=False,
        picture=factories.CustomImageFactory(),
        body=[{"type": "easy_read", "value": {"title": "Who can help", "pairs": [pair] * 4}}],
    )
    revision = edition.save_revision(clean=False)
    problems = " ".join(sentence for sentences in edition.publish_problems().values() for sentence in sentences)
    assert ("Robin Fielding" in problems) is held_up
    address, browser = reverse("forum_details", args=[edition.pk]), forum.client(forum.supporter)
    assert browser.get(address).status_code == (200 if held_up else 404)
    if not held_up:
        return
    with pytest.raises(ValidationError, match="Robin Fielding"):
        revision.publish()
    assert browser.post(address, {"then": "confirm", "detail": f"{Detail.SURNAME} Robin Fielding"}).status_code == 302
    assert "Robin Fielding" not in str(edition.publish_problems())
    assert ConfirmedDetail.objects.get().page_id == edition.pk


def test_the_check_asks_the_database_as_often_for_a_long_text_as_for_a_short_one(forum: Forum) -> None:
    def queries(words: str) -> int:
        page = forum.draft(words=words)
        with CaptureQueriesContext(connection) as captured:
            page.unconfirmed_details()
        return len(captured)

    assert queries("Hello Robin Fielding. " * 300) == queries(NAMED) <= 6
