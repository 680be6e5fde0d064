"""The publishing gate when a supporter approves a young person's page."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from localoffer.people.roles import FORUM_MEMBER, FORUM_SUPPORTER
from tests import factories
from youth.models import YouthPage

from .ground import WRONG, fields_of, form_of, is_public, posted_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def supporter(site_tree: dict[str, Any], person: Callable[..., Any]) -> Client:
    return signed_in(person(FORUM_SUPPORTER))


@pytest.fixture
def member(site_tree: dict[str, Any], person: Callable[..., Any]) -> Client:
    return signed_in(person(FORUM_MEMBER))


def signed_in(user: Any) -> Client:
    browser = Client()
    browser.force_login(user)
    browser.user = user
    return browser


def submitted(site_tree: dict[str, Any], user: Any, kind: str = "", **fields: Any) -> YouthPage:
    """A young person's page that waits for approval; its fault, if any, came after it was sent."""
    page = factories.YouthPageFactory(parent=site_tree["youth"], live=False, owner=user, **fields)
    for name, value in (fields_of(kind) if kind else {}).items():
        setattr(page, name, value)
    page.save_revision(user=user, clean=False)
    page = YouthPage.objects.get(pk=page.pk)
    page.get_workflow().start(page, user)
    return page


def decide(browser: Client, page: YouthPage, action: str = "approve", comment: str = "") -> Any:
    task = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk])
    back = reverse("wagtailadmin_home")
    return browser.post(f"{address}?next={back}", {"next": back, "comment": comment}, follow=True)


def told(response: Any) -> str:
    soup = BeautifulSoup(response.content, "html5lib")
    return " ".join(found.get_text(" ", strip=True) for found in soup.select(".messages"))


def test_an_approved_page_is_public(site_tree: dict[str, Any], member: Client, supporter: Client) -> None:
    page = submitted(site_tree, member.user)
    assert decide(supporter, page).status_code == 200
    assert is_public(page)


@pytest.mark.parametrize("kind", WRONG)
def test_an_unfinished_page_is_not_approved_and_the_reason_is_said(
    site_tree: dict[str, Any], member: Client, supporter: Client, kind: str
) -> None:
    page = submitted(site_tree, member.user, kind, title="Half done")
    response = decide(supporter, page)
    assert response.status_code == 200
    assert "“Half done” cannot be published yet" in told(response)
    assert WRONG[kind][2] in told(response)
    assert not is_public(page)


def test_a_refused_approval_leaves_the_page_waiting(site_tree: dict[str, Any], member: Client, supporter: Client) -> None:
    page = submitted(site_tree, member.user, "no summary")
    decide(supporter, page)
    page = YouthPage.objects.get(pk=page.pk)
    assert page.current_workflow_state.status == "in_progress"
    assert page.current_workflow_task_state.status == "in_progress"


def test_an_unfinished_page_can_be_sent_back(site_tree: dict[str, Any], member: Client, supporter: Client) -> None:
    page = submitted(site_tree, member.user, "no summary")
    assert decide(supporter, page, "reject", comment="Please add a summary.").status_code == 200
    assert YouthPage.objects.get(pk=page.pk).current_workflow_state.status == "needs_changes"


def test_nothing_is_sent_back_without_a_message(site_tree: dict[str, Any], member: Client, supporter: Client) -> None:
    page = submitted(site_tree, member.user)
    decide(supporter, page, "reject")
    assert YouthPage.objects.get(pk=page.pk).current_workflow_state.status == "in_progress"


def test_who_writes_a_page_cannot_approve_it(site_tree: dict[str, Any], member: Client) -> None:
    page = submitted(site_tree, member.user)
    decide(member, page)
    assert not is_public(page)


def test_submitting_an_unfinished_page_is_refused_at_its_fields(site_tree: dict[str, Any], supporter: Client) -> None:
    page = factories.YouthPageFactory(parent=site_tree["youth"], live=False, owner=supporter.user)
    page.save_revision(user=supporter.user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    skipped = {"type": "text", "value": "<h3>Who we are</h3><p>Us.</p>"}
    form = posted_body([skipped], form_of(supporter, address)) | {"summary": "", "action-submit": "action-submit"}
    response = supporter.post(address, form)
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"summary", "body"}
    assert YouthPage.objects.get(pk=page.pk).current_workflow_state is None


def test_approving_with_changes_in_the_editor_is_refused_when_they_are_unfinished(
    site_tree: dict[str, Any], member: Client, supporter: Client
) -> None:
    page = submitted(site_tree, member.user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = posted_body([], form_of(supporter, address)) | {"summary": ""}
    form |= {"action-workflow-action": "true", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    response = supporter.post(address, form)
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"summary"}
    assert not is_public(page)


def test_approving_in_the_editor_publishes_a_finished_page(site_tree: dict[str, Any], member: Client, supporter: Client) -> None:
    page = submitted(site_tree, member.user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = posted_body([], form_of(supporter, address)) | {"summary": "A better one."}
    form |= {"action-workflow-action": "true", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    assert supporter.post(address, form).status_code == 302
    assert YouthPage.objects.get(pk=page.pk).summary == "A better one."
    assert is_public(page)


def test_a_member_who_asks_to_publish_is_refused(site_tree: dict[str, Any], member: Client, supporter: Client) -> None:
    page = factories.YouthPageFactory(parent=site_tree["youth"], live=False, owner=member.user)
    page.save_revision(user=member.user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = posted_body([], form_of(supporter, address)) | {"action-publish": "action-publish"}
    assert member.post(address, form).status_code == 403
    assert not is_public(page)
