"""The index follows what the public may see: published words at once, drafts never."""

from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page

from localoffer.search.index import find, put, rebuild
from localoffer.search.models import SearchEntry
from localoffer.search.registry import searchable_models
from tests import factories

pytestmark = pytest.mark.django_db


def found(question: str) -> list[int]:
    return find(question, kinds=["service", "information", "post", "youth"]).page_ids


def publish(page: Any) -> Any:
    page.save_revision().publish()
    return page


@pytest.fixture
def service(directory: Any) -> Any:
    return publish(factories.ServicePageFactory(parent=directory, title="Otter swimming club"))


def test_a_published_page_is_found_at_once(service: Any) -> None:
    assert found("otter") == [service.pk]


def test_a_page_that_was_never_published_is_not_found(directory: Any) -> None:
    draft = factories.ServicePageFactory(parent=directory, title="Otter swimming club", live=False)
    draft.save_revision()
    assert found("otter") == []


def test_a_page_is_found_by_its_published_words_while_a_draft_changes_them(service: Any) -> None:
    service.title = "Badger walking club"
    service.save_revision()
    assert found("otter") == [service.pk]
    assert found("badger") == []
    service.get_latest_revision().publish()
    assert found("otter") == []
    assert found("badger") == [service.pk]


def test_a_rebuild_leaves_the_draft_words_of_a_public_page_out(service: Any) -> None:
    service.title = "Badger walking club"
    service.save_revision()
    rebuild()
    assert found("badger") == []
    assert found("otter") == [service.pk]


def test_words_of_a_page_in_hand_that_were_not_stored_are_not_put_in(service: Any) -> None:
    service.title = "Badger walking club"
    put(service)
    assert found("badger") == []
    assert found("otter") == [service.pk]


def test_an_unpublished_page_is_gone_at_once_and_comes_back_when_published(service: Any) -> None:
    service.unpublish()
    assert found("otter") == []
    publish(Page.objects.get(pk=service.pk).specific)
    assert found("otter") == [service.pk]


def test_a_deleted_page_is_gone(service: Any) -> None:
    service.delete()
    assert found("otter") == []
    assert not SearchEntry.objects.exists()


def test_pages_below_a_deleted_page_are_gone(service: Any, directory: Any) -> None:
    Page.objects.get(pk=directory.pk).delete()
    assert found("otter") == []
    assert not SearchEntry.objects.exists()


def test_a_page_of_a_type_that_nobody_registered_is_not_in_the_index(home: Any) -> None:
    publish(home)
    assert not SearchEntry.objects.exists()


def test_each_kind_of_page_that_is_registered_can_be_found(directory: Any, blog: Any, youth_home: Any, home: Any) -> None:
    parents = {
        factories.ServicePageFactory: directory,
        factories.BoardPostPageFactory: blog,
        factories.YouthPageFactory: youth_home,
        factories.ApprovedPlacesPageFactory: youth_home,
        factories.InformationPageFactory: home,
        factories.SectionPageFactory: home,
    }
    assert {factory._meta.model for factory in parents} == set(searchable_models())
    pages = [publish(factory(parent=parent, title=f"Otter {number}")) for number, (factory, parent) in enumerate(parents.items())]
    assert sorted(found("otter")) == sorted(page.pk for page in pages)


def test_a_rebuild_makes_the_index_of_published_pages_whole_again(service: Any, directory: Any, capsys: Any) -> None:
    factories.ServicePageFactory(parent=directory, title="Otter draft", live=False)
    SearchEntry.objects.all().delete()
    assert found("otter") == []
    call_command("rebuild_search")
    assert found("otter") == [service.pk]
    assert capsys.readouterr().out.startswith("1 ")


def test_a_rebuild_throws_out_what_should_not_be_there(service: Any) -> None:
    Page.objects.filter(pk=service.pk).update(live=False)
    assert found("otter") == [service.pk]
    assert rebuild() == 0
    assert found("otter") == []


def test_a_rebuild_that_fails_leaves_the_old_index(service: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Any) -> None:
        raise RuntimeError("The disk is full")

    monkeypatch.setattr("localoffer.search.index.put", fail)
    with pytest.raises(RuntimeError):
        rebuild()
    assert found("otter") == [service.pk]


def test_a_service_is_found_by_its_topic_and_the_topic_above(directory: Any) -> None:
    above = factories.TopicFactory(name="Wellbeing")
    below = factories.TopicFactory(name="Sleep", parent=above)
    service = factories.ServicePageFactory(parent=directory, title="Otter house")
    service.topics = [below]
    service.needs = [factories.NeedFactory(name="Epilepsy")]
    service.other_names = "Holt"
    publish(service)
    for question in ("sleep", "wellbeing", "epilepsy", "holt", service.organisation.name.split()[0]):
        assert found(question) == [service.pk], question


def test_a_post_is_found_by_its_short_words_and_by_its_author(blog: Any) -> None:
    post = publish(factories.BoardPostPageFactory(parent=blog, title="News", in_short="Otters were seen."))
    assert found("otters") == [post.pk]
    assert found("Morgan") == [post.pk]
