"""Keeping the words of the directory in the admin: merging, retiring, and why a word in use is not deleted."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from localoffer.directory.models import Organisation, ServiceAccess, ServicePage, Topic
from localoffer.people.roles import DIRECTORY_EDITOR, ROLES, SITE_ADMINISTRATOR
from tests.factories import (
    AccessFeatureFactory,
    AgeStageFactory,
    AreaFactory,
    LanguageFactory,
    NeedFactory,
    OrganisationFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
FACTORIES = {
    "topic": TopicFactory,
    "need": NeedFactory,
    "agestage": AgeStageFactory,
    "accessfeature": AccessFeatureFactory,
    "area": AreaFactory,
    "language": LanguageFactory,
}


@pytest.fixture
def admin(site_tree: Any, person: Any, client: Client) -> Client:
    client.force_login(person(DIRECTORY_EDITOR))
    return client


def address(name: str, view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_directory_{name}:{view}", args=args)


@pytest.mark.parametrize("name", FACTORIES)
def test_each_vocabulary_is_listed_with_its_state_and_merged(admin: Client, name: str) -> None:
    old, new = FACTORIES[name](name="Old word"), FACTORIES[name](name="New word")
    listed = admin.get(address(name, "list")).content.decode()
    assert "In use" in listed
    assert address(name, "merge", old.pk) in listed
    assert address(name, "merge", old.pk) in admin.get(address(name, "edit", old.pk)).content.decode()
    assert admin.get(address(name, "merge", old.pk)).status_code == 200
    said = admin.post(address(name, "merge", old.pk), {"into": new.pk}, follow=True).content.decode()
    assert "“Old word” is now part of “New word”. Pages changed: 0." in said
    assert "Merged into “New word”" in said
    assert "merged into" in admin.get(address(name, "merge", old.pk)).content.decode()


@pytest.mark.parametrize("into", ["", "x", "99999999", "-1"])
def test_a_merge_without_a_word_that_stays_is_asked_again(admin: Client, into: str) -> None:
    topic = TopicFactory()
    assert admin.post(address("topic", "merge", topic.pk), {"into": into}).status_code == 422
    assert Topic.objects.get(pk=topic.pk).merged_into is None


def test_a_refused_merge_says_why(admin: Client) -> None:
    top = TopicFactory()
    child = TopicFactory(parent=top)
    answer = admin.post(address("topic", "merge", top.pk), {"into": child.pk})
    assert answer.status_code == 422
    assert "stands below" in answer.content.decode()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_merging_is_for_those_who_keep_the_words(site_tree: Any, person: Any, client: Client, role: Any) -> None:
    old, new = TopicFactory(), TopicFactory()
    client.force_login(person(role))
    may = role in (SITE_ADMINISTRATOR, DIRECTORY_EDITOR)
    assert client.get(address("topic", "merge", old.pk)).status_code == (200 if may else 403)
    client.post(address("topic", "merge", old.pk), {"into": new.pk})
    assert (Topic.objects.get(pk=old.pk).merged_into == new) is may


def test_a_merged_word_is_not_taken_into_use_again(admin: Client) -> None:
    old, new = TopicFactory(), TopicFactory(name="New word")
    admin.post(address("topic", "merge", old.pk), {"into": new.pk})
    said = admin.post(address("topic", "edit", old.pk), {"name": "Old", "slug": "old", "order": 1}).content.decode()
    assert "This was merged into “New word”. Use that one." in said


def test_retiring_keeps_the_listings(admin: Client, listing: Any) -> None:
    topic = TopicFactory(name="Clubs", slug="clubs")
    page = listing(topics=[topic])
    admin.post(address("topic", "edit", topic.pk), {"name": "Clubs", "slug": "clubs", "order": 1, "retired": "on"})
    assert Topic.objects.get(pk=topic.pk).retired
    assert list(ServicePage.objects.get(pk=page.pk).topics.all()) == [topic]


@pytest.mark.parametrize("name", ["topic", "need", "agestage", "area", "language"])
@pytest.mark.parametrize("way", ["page", "bulk"])
def test_a_word_in_use_is_not_deleted_and_it_is_said_why(admin: Client, listing: Any, name: str, way: str) -> None:
    word = FACTORIES[name](name="Clubs")
    page = listing()
    field = {"agestage": "age_stages"}.get(name, f"{name}s")
    setattr(page, field, [word])
    page.save_revision().publish()
    delete = address(name, "delete", word.pk)
    said = admin.post(delete if way == "page" else f"/admin/bulk/directory/{name}/delete/?id={word.pk}", follow=True)
    assert "“Clubs” was not deleted. It is on 1 page." in said.content.decode()
    assert list(getattr(ServicePage.objects.get(pk=page.pk), field).all()) == [word]


def test_a_feature_and_an_organisation_in_use_are_not_deleted(admin: Client, listing: Any) -> None:
    feature, organisation = AccessFeatureFactory(), OrganisationFactory(name="Lantern")
    page = listing(organisation=organisation)
    page.access = [ServiceAccess(feature=feature, answer="yes")]
    page.save_revision().publish()
    assert "was not deleted" in admin.post(address("accessfeature", "delete", feature.pk), follow=True).content.decode()
    said = admin.post(address("organisation", "delete", organisation.pk), follow=True).content.decode()
    assert "“Lantern” was not deleted. It is on 1 page. Give those another organisation first." in said


def test_a_topic_with_topics_below_it_and_one_that_took_others_in_are_not_deleted(admin: Client) -> None:
    top, old, new = TopicFactory(), TopicFactory(), TopicFactory()
    TopicFactory(parent=top)
    admin.post(address("topic", "merge", old.pk), {"into": new.pk})
    assert "It has topics below it" in admin.post(address("topic", "delete", top.pk), follow=True).content.decode()
    assert "Others were merged into it" in admin.post(address("topic", "delete", new.pk), follow=True).content.decode()
    assert Topic.objects.count() == 4


def test_a_word_that_nobody_uses_is_deleted(admin: Client) -> None:
    topic, organisation = TopicFactory(), OrganisationFactory()
    admin.post(address("topic", "delete", topic.pk))
    admin.post(address("organisation", "delete", organisation.pk))
    assert not Topic.objects.exists()
    assert not Organisation.objects.exists()
