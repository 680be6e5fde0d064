"""The index follows what the public may see: published words at once, drafts never."""

from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from localoffer.search import registry
from localoffer.search.index import find, put, put_all, rebuild, take_out
from localoffer.search.models import SearchEntry, Word
from localoffer.search.registry import searchable_models, source_for
from localoffer.search.services import enqueue_reindex
from tests import factories

pytestmark = pytest.mark.django_db


def found(question: str) -> list[int]:
    return find(question, kinds=["service", "information", "event", "post", "news", "youth"]).page_ids


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
        factories.MeasuresPageFactory: blog,
        factories.BoardThemePageFactory: blog,
        factories.BoardMeetingsPageFactory: blog,
        factories.BoardMeetingPageFactory: factories.BoardMeetingsPageFactory(parent=blog, slug="days"),
        factories.EventsPageFactory: home,
        factories.EventPageFactory: factories.EventsPageFactory(parent=home, slug="events"),
        factories.YouthPageFactory: youth_home,
        factories.ApprovedPlacesPageFactory: youth_home,
        factories.InformationPageFactory: home,
        factories.SectionPageFactory: home,
        factories.ByYouGuidePageFactory: youth_home,
        factories.ForumPostsPageFactory: youth_home,
        factories.TellUsPageFactory: youth_home,
        factories.YouAskedPageFactory: youth_home,
        factories.ForumMeetingsPageFactory: youth_home,
    }
    # These cannot be published empty; their apps' tests look for them.
    of_its_own = {
        apps.get_model(name)
        for name in ("guide.GuidePage", "easyread.EasyReadPage", "youth.ForumPostPage", "blog.BoardMembersPage", "blog.NewsPage")
    }
    assert {factory._meta.model for factory in parents} == set(searchable_models()) - of_its_own
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
    def fail(change: Any) -> None:
        raise RuntimeError("The disk is full")

    monkeypatch.setattr("localoffer.search.keeping._count_words", fail)
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


# --- Private pages ---------------------------------------------------------------------------


def bar(page: Any) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="x")


def test_a_page_behind_a_password_goes_at_once_and_comes_back_with_the_password_gone(service: Any) -> None:
    restriction = bar(service)
    assert found("otter") == []
    publish(Page.objects.get(pk=service.pk).specific)
    rebuild()
    assert found("otter") == []
    restriction.delete()
    assert found("otter") == [service.pk]


def test_pages_below_one_with_a_password_go_and_come_back_too(service: Any, directory: Any) -> None:
    restriction = bar(directory)
    assert found("otter") == []
    restriction.delete()
    assert found("otter") == [service.pk]


def test_a_page_that_is_moved_below_one_with_a_password_goes_and_comes_back(home: Any) -> None:
    page = publish(factories.InformationPageFactory(parent=home, title="Otter"))
    private, public = factories.SectionPageFactory(parent=home), factories.SectionPageFactory(parent=home)
    bar(private)
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=private.pk), pos="last-child")
    assert found("otter") == []
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=public.pk), pos="last-child")
    assert found("otter") == [page.pk]


def test_deleting_a_page_with_a_password_leaves_nothing_behind(service: Any, directory: Any) -> None:
    bar(directory)
    Page.objects.get(pk=directory.pk).delete()
    assert not SearchEntry.objects.exists()
    assert not Word.objects.exists()


# --- Many pages ------------------------------------------------------------------------------


def test_many_pages_take_no_more_queries_than_one(home: Any, django_assert_num_queries: Any) -> None:
    pages = [factories.SectionPageFactory(parent=home, title=f"Otter {number}") for number in range(6)]
    put_all([pages[0].pk])
    with CaptureQueriesContext(connection) as one:
        put_all([pages[0].pk])
    put_all([page.pk for page in pages])
    with django_assert_num_queries(len(one)):
        put_all([page.pk for page in pages])
    assert sorted(found("otter")) == [page.pk for page in pages]


def test_pages_that_are_put_in_again_are_those_that_the_public_sees(service: Any, directory: Any) -> None:
    Page.objects.filter(pk=service.pk).update(live=False)
    enqueue_reindex([service.pk, directory.pk, 999_999])
    assert found("otter") == []
    Page.objects.filter(pk=service.pk).update(live=True)
    enqueue_reindex([service.pk])
    assert found("otter") == [service.pk]


def test_what_is_read_beforehand_is_what_the_app_registered(service: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def read(pages: Any) -> Any:
        seen.append(pages.model)
        return pages

    source = source_for(type(service))
    monkeypatch.setitem(registry._sources, type(service), replace(source, read=read))
    put(service)
    assert seen == [type(service)]


def test_a_page_that_is_published_while_the_index_is_made_anew_is_in_it(service: Any, directory: Any) -> None:
    def meanwhile(chunks: Any, total: int) -> Any:
        yield from chunks
        service.title = "Badger"
        publish(service)
        publish(factories.ServicePageFactory(parent=directory, title="Heron"))

    assert rebuild(meanwhile) == 2
    assert found("badger") == [service.pk]
    assert found("otter") == []
    assert len(found("heron")) == 1


def test_a_page_that_is_taken_down_while_the_index_is_made_anew_is_not_in_it(service: Any) -> None:
    def meanwhile(chunks: Any, total: int) -> Any:
        yield from chunks
        Page.objects.get(pk=service.pk).unpublish()

    assert rebuild(meanwhile) == 0
    assert found("otter") == []


# --- Words -----------------------------------------------------------------------------------


def uses() -> dict[str, int]:
    return dict(Word.objects.values_list("word", "uses"))


def test_each_word_is_counted_once_for_each_entry_that_has_it(enter: Any) -> None:
    enter("Music music club", body="Music")
    page = enter("Music")
    assert uses() == {"music": 2, "club": 1}
    enter("Drama", page_id=page)
    assert uses() == {"music": 1, "club": 1, "drama": 1}
    take_out([page])
    assert uses() == {"music": 1, "club": 1}


def test_words_are_counted_by_language(enter: Any) -> None:
    enter("Radio")
    enter("Radio", language="pl")
    assert sorted(Word.objects.values_list("language", "uses")) == [("en-gb", 1), ("pl", 1)]


def test_a_rebuild_counts_as_keeping_does(service: Any, directory: Any) -> None:
    publish(factories.ServicePageFactory(parent=directory, title="Otter again"))
    before = uses()
    Word.objects.all().delete()
    rebuild()
    assert uses() == before


def test_a_text_beyond_all_measure_is_kept_and_found(enter: Any) -> None:
    page = enter("Long", body="word " + " ".join(f"a{number}" for number in range(60_000)))
    assert found("word") == [page]


def test_the_facts_of_a_page_are_kept_as_given(enter: Any) -> None:
    enter("Music", facts={"ages": [0, 5], "said": ["topic"]})
    assert SearchEntry.objects.get().facts == {"ages": [0, 5], "said": ["topic"]}
