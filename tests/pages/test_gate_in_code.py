"""The publishing gate where there is no form: code that saves a page or publishes a draft."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from home.models import InformationPage
from localoffer.directory.choices import Status
from tests import factories

from .ground import WRONG, draft, fields_of, is_public

pytestmark = pytest.mark.django_db


def test_a_finished_page_can_be_published_in_code(home: Any) -> None:
    page = draft(home)
    page.get_latest_revision().publish()
    assert is_public(page)


@pytest.mark.parametrize("kind", WRONG)
def test_an_unfinished_draft_can_be_kept(home: Any, kind: str) -> None:
    page = draft(home, kind)
    page.save_revision()
    assert not is_public(page)


@pytest.mark.parametrize("kind", WRONG)
def test_publishing_a_draft_in_code_is_refused_with_the_field_and_the_reason(home: Any, kind: str) -> None:
    page = draft(home, kind)
    with pytest.raises(ValidationError) as refusal:
        page.get_latest_revision().publish()
    _, field, words = WRONG[kind]
    assert set(refusal.value.message_dict) == {field}
    assert words in " ".join(refusal.value.message_dict[field])
    assert not is_public(page)


@pytest.mark.parametrize("kind", WRONG)
def test_saving_a_public_page_in_code_is_refused(home: Any, kind: str) -> None:
    page = factories.InformationPageFactory(parent=home)
    for name, value in fields_of(kind).items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refusal:
        page.save()
    assert set(refusal.value.message_dict) == {WRONG[kind][1]}
    stored = InformationPage.objects.get(pk=page.pk)
    assert (stored.summary, len(stored.body), stored.picture) == (factories.SUMMARY, 0, None)


@pytest.mark.parametrize("kind", WRONG)
def test_a_new_page_cannot_be_born_public_with_a_fault(home: Any, kind: str) -> None:
    page = InformationPage(title="New", slug="new", **{"summary": "All is well.", **fields_of(kind)})
    with pytest.raises(ValidationError):
        home.add_child(instance=page)
    assert not InformationPage.objects.exists()


def test_all_faults_are_told_at_once(home: Any) -> None:
    page = InformationPage(title="New", slug="new", summary="", body=fields_of("an unfinished block")["body"])
    page.picture = fields_of("a picture at the top")["picture"]
    assert set(page.publish_problems()) == {"summary", "body", "picture"}


def test_a_draft_of_a_public_page_may_be_unfinished_and_the_public_page_stays(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    page.summary = ""
    page.save_revision(clean=False)
    assert InformationPage.objects.get(pk=page.pk).summary == factories.SUMMARY


def test_the_gate_names_the_fields_of_a_board_post(blog: Any) -> None:
    post = factories.BoardPostPageFactory.build(author=None, in_short="  ")
    assert set(post.publish_problems()) == {"author", "in_short"}


def test_a_board_post_by_an_author_whose_picture_has_no_consent_is_refused(blog: Any) -> None:
    author = factories.AuthorProfileFactory(picture=factories.CustomImageFactory(shows_people=True))
    assert set(factories.BoardPostPageFactory.build(author=author).publish_problems()) == {"author"}


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, set()),
        ({"organisation": None}, {"organisation"}),
        ({"status": Status.TEMPORARILY_CLOSED, "alert": ""}, {"alert"}),
        ({"description": "<h2>Where</h2><h4>When</h4>"}, {"description"}),
    ],
)
def test_the_gate_names_the_fields_of_a_service(directory: Any, fields: dict[str, Any], named: set[str]) -> None:
    service = factories.ServicePageFactory(parent=directory)
    for name, value in fields.items():
        setattr(service, name, value)
    assert set(service.publish_problems()) == named


@pytest.mark.parametrize("length", [250, 251])
def test_a_summary_of_250_characters_may_be_published_and_a_longer_one_may_not(home: Any, length: int) -> None:
    page = factories.InformationPageFactory.build(summary="a" * length)
    assert ("summary" in page.publish_problems()) is (length > 250)
