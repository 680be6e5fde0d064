"""The publishing gate in the editor: drafts may be unfinished, publishing says field and reason."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from home.models import InformationPage
from tests import factories

from .ground import HALF, SKIPPED, TEXT, form_of, image_block, is_public, picture_of_a_person, posted_body, told

pytestmark = pytest.mark.django_db

NO_CONSENT = "“Our trip” shows people and has no consent record"
BODIES = [
    (lambda: [TEXT, SKIPPED], "“You” is a heading 4, but it comes after a heading 2"),
    (lambda: [TEXT, HALF], "This field is required"),  # Wagtail's own words, beside the empty title
    (lambda: [image_block(picture_of_a_person())], NO_CONSENT),
    (lambda: [image_block(picture_of_a_person(ended=True))], "The consent for “Our trip” ended on"),
]


@pytest.fixture
def boss(person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


@pytest.fixture
def page(home: Any) -> InformationPage:
    page = factories.InformationPageFactory(parent=home, live=False)
    page.save_revision()
    return page


def send(boss: Client, page: Any, body: list[dict[str, Any]], publish: bool = True, **changes: Any) -> Any:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = posted_body(body, form_of(boss, address)) | changes
    return boss.post(address, form | ({"action-publish": "action-publish"} if publish else {}))


def drafted(page: InformationPage) -> InformationPage:
    """The newest draft of the page, as it was stored."""
    return InformationPage.objects.get(pk=page.pk).get_latest_revision().as_object()


def test_a_finished_page_is_published(boss: Client, page: InformationPage) -> None:
    assert send(boss, page, [TEXT]).status_code == 302
    assert is_public(page)
    assert InformationPage.objects.get(pk=page.pk).body.raw_data[0]["type"] == "text"


@pytest.mark.parametrize(("body", "words"), BODIES)
def test_publishing_a_body_with_a_fault_is_refused_with_the_reason(
    boss: Client, page: InformationPage, body: Callable[[], list[Any]], words: str
) -> None:
    response = send(boss, page, body())
    assert response.status_code == 200
    assert words in told(response)
    assert not is_public(page)


@pytest.mark.parametrize(("body", "words"), BODIES)
def test_a_body_with_a_fault_can_be_kept_as_a_draft(
    boss: Client, page: InformationPage, body: Callable[[], list[Any]], words: str
) -> None:
    parts = body()
    assert send(boss, page, parts, publish=False).status_code == 302
    kept = drafted(page)
    assert [part["type"] for part in kept.body.raw_data] == [part["type"] for part in parts]
    assert not is_public(page)


def test_publishing_without_a_summary_is_refused_at_its_field(boss: Client, page: InformationPage) -> None:
    response = send(boss, page, [TEXT], summary="")
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"summary"}
    assert "Write a summary" in told(response)
    assert not is_public(page)


def test_a_draft_needs_no_summary(boss: Client, page: InformationPage) -> None:
    assert send(boss, page, [], publish=False, summary="").status_code == 302
    assert drafted(page).summary == ""


def test_the_picture_at_the_top_needs_consent_at_its_field(boss: Client, page: InformationPage) -> None:
    response = send(boss, page, [], picture=str(picture_of_a_person().pk))
    assert set(response.context["form"].errors) == {"picture"}
    assert NO_CONSENT in told(response)


def test_two_faults_of_the_body_are_both_told(boss: Client, page: InformationPage) -> None:
    answer = told(send(boss, page, [SKIPPED, image_block(picture_of_a_person())]))
    assert "“You” is a heading 4" in answer
    assert NO_CONSENT in answer


def test_a_new_page_with_a_fault_is_not_made_public(boss: Client, home: Any) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "informationpage", home.pk])
    form = posted_body([SKIPPED], form_of(boss, address)) | {"title": "New", "slug": "new", "summary": ""}
    response = boss.post(address, form | {"action-publish": "action-publish"})
    assert response.status_code == 200
    assert {"summary", "body"} <= set(response.context["form"].errors)
    assert not InformationPage.objects.exists()
    assert boss.post(address, form).status_code == 302
    assert not InformationPage.objects.get().live


def test_a_public_page_keeps_its_words_when_the_new_ones_are_refused(boss: Client, home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    assert send(boss, page, [SKIPPED], title="Changed").status_code == 200
    assert InformationPage.objects.get(pk=page.pk).title == page.title


def test_publishing_at_a_later_time_is_refused_now_when_something_is_missing(boss: Client, page: InformationPage) -> None:
    response = send(boss, page, [TEXT], summary="", go_live_at="2099-01-01 09:00")
    assert "Write a summary" in told(response)
    assert not InformationPage.objects.get(pk=page.pk).approved_schedule
