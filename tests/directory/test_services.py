"""Changing many listings at once, and merging words of the directory."""

from typing import Any

import pytest
from wagtail.models import Locale, PageLogEntry

from localoffer.directory.models import ServiceAccess, ServicePage
from localoffer.directory.models.drafts import merged_terms
from localoffer.directory.services import (
    AS_DRAFT,
    NOT_PUBLIC,
    ChangeRefused,
    change_topics,
    merge_terms,
    set_status,
    where_used,
)
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from localoffer.search.models import SearchEntry
from tests.factories import (
    AccessFeatureFactory,
    AgeStageFactory,
    AreaFactory,
    LanguageFactory,
    NeedFactory,
    OrganisationFactory,
    SectionPageFactory,
    TopicFactory,
    UserFactory,
)


@pytest.fixture
def editor(site_tree: Any, person: Any) -> Any:
    return person(DIRECTORY_EDITOR)


def names_on(page: Any) -> list[str]:
    """The topics of a listing as it is stored."""
    return [topic.name for topic in ServicePage.objects.get(pk=page.pk).topics.all()]


def draft_of(page: Any) -> ServicePage:
    return ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object()


# --- Many at once ------------------------------------------------------------------------------


def test_topics_are_added_and_taken_away_and_published(editor: Any, listing: Any) -> None:
    clubs, sport = TopicFactory(name="Clubs"), TopicFactory(name="Sport")
    page = listing(topics=[clubs])
    report = change_topics(services=[page], add=[sport], remove=[clubs], user=editor)
    assert report.published == ["Club"]
    assert (report.drafted, report.left) == ([], [])
    assert names_on(page) == ["Sport"]
    assert not ServicePage.objects.get(pk=page.pk).has_unpublished_changes


def test_a_change_of_many_stands_in_the_history_of_each_with_who_did_it(editor: Any, listing: Any) -> None:
    page = listing()
    change_topics(services=[page], add=[TopicFactory(name="Sport")], remove=[], user=editor)
    entry = PageLogEntry.objects.get(page=page.pk, action="directory.topics")
    assert entry.user == editor
    assert entry.formatter.format_message(entry) == "Topics of many services changed: added Sport"


def test_unpublished_changes_of_somebody_else_are_not_published_with_it(editor: Any, listing: Any) -> None:
    page, sport = listing(summary="As it was."), TopicFactory(name="Sport")
    page.summary = "Not ready."
    page.save_revision()
    report = change_topics(services=[ServicePage.objects.get(pk=page.pk)], add=[sport], remove=[], user=editor)
    assert report.drafted == [("Club", AS_DRAFT)]
    assert names_on(page) == []
    assert ServicePage.objects.get(pk=page.pk).summary == "As it was."
    assert [topic.name for topic in draft_of(page).topics.all()] == ["Sport"]
    assert draft_of(page).summary == "Not ready."


def test_a_listing_that_is_not_public_stays_so(editor: Any, listing: Any) -> None:
    page = listing(live=False)
    report = change_topics(services=[page], add=[TopicFactory(name="Sport")], remove=[], user=editor)
    assert report.drafted == [("Club", NOT_PUBLIC)]
    assert not ServicePage.objects.get(pk=page.pk).live
    assert names_on(page) == ["Sport"]


def test_what_the_gate_refuses_is_left_and_stops_no_other(editor: Any, listing: Any) -> None:
    bad, good, sport = listing("Bad"), listing("Good"), TopicFactory(name="Sport")
    ServicePage.objects.filter(pk=bad.pk).update(summary="")
    bad.latest_revision.content["summary"] = ""
    bad.latest_revision.save()
    before = bad.revisions.count()
    report = change_topics(services=[bad, good], add=[sport], remove=[], user=editor)
    assert report.published == ["Good"]
    assert [title for title, _ in report.left] == ["Bad"]
    assert "summary" in report.left[0][1].lower()
    assert names_on(bad) == []
    assert bad.revisions.count() == before


def test_what_is_so_already_is_left_without_a_new_version(editor: Any, listing: Any) -> None:
    sport = TopicFactory()
    page = listing(topics=[sport])
    before = page.revisions.count()
    assert change_topics(services=[page], add=[sport], remove=[], user=editor).left == [("Club", "It is so already.")]
    assert page.revisions.count() == before


def test_a_locked_listing_is_left(editor: Any, listing: Any) -> None:
    page = listing()
    ServicePage.objects.filter(pk=page.pk).update(locked=True, locked_by=UserFactory())
    report = change_topics(services=[page], add=[TopicFactory()], remove=[], user=editor)
    assert report.left == [("Club", "Somebody has locked it.")]


def test_somebody_without_the_right_changes_nothing(site_tree: Any, person: Any, listing: Any) -> None:
    page = listing()
    report = change_topics(services=[page], add=[TopicFactory()], remove=[], user=person(COMMUNICATIONS))
    assert report.left == [("Club", "You may not change it.")]
    assert names_on(page) == []


def test_a_change_must_be_asked_for_and_not_both_ways(editor: Any) -> None:
    sport = TopicFactory(name="Sport")
    with pytest.raises(ChangeRefused, match="at least one topic"):
        change_topics(services=[], add=[], remove=[], user=editor)
    with pytest.raises(ChangeRefused, match="the same topic: Sport"):
        change_topics(services=[], add=[sport], remove=[sport], user=editor)


def test_closing_for_now_needs_a_message(editor: Any, listing: Any) -> None:
    page = listing()
    with pytest.raises(ChangeRefused, match="Say why"):
        set_status(services=[page], status="temporarily_closed", alert="  ", user=editor)
    set_status(services=[page], status="temporarily_closed", alert="Flood. Back in May.", user=editor)
    closed = ServicePage.objects.get(pk=page.pk)
    assert (closed.status, closed.alert) == ("temporarily_closed", "Flood. Back in May.")


def test_opening_again_takes_the_message_and_the_days_away(editor: Any, listing: Any, today: Any) -> None:
    page = listing(status="temporarily_closed", alert="Flood.", closed_from=today)
    set_status(services=[page], status="open", alert="", user=editor)
    again = ServicePage.objects.get(pk=page.pk)
    assert (again.status, again.alert, again.closed_from) == ("open", "", None)


def test_closing_for_good_takes_it_from_the_index_of_the_search(editor: Any, listing: Any) -> None:
    page = listing()
    set_status(services=[page], status="closed", alert="", user=editor)
    assert SearchEntry.objects.get(page_id=page.pk).facts["closed"] is True


# --- Merging -----------------------------------------------------------------------------------

VOCABULARIES = {
    "topics": TopicFactory,
    "needs": NeedFactory,
    "age_stages": AgeStageFactory,
    "areas": AreaFactory,
    "languages": LanguageFactory,
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_listings_with_the_merged_term_get_the_other_one_once(editor: Any, listing: Any, name: str) -> None:
    old, new = VOCABULARIES[name](), VOCABULARIES[name]()
    pages = [listing("Old"), listing("Both"), listing("New")]
    for page, terms in zip(pages, ([old], [old, new], [new]), strict=True):
        setattr(page, name, terms)
        page.save_revision().publish()
    assert merge_terms(term=old, into=new, user=editor) == 2
    assert [list(getattr(ServicePage.objects.get(pk=page.pk), name).all()) for page in pages] == [[new]] * 3
    assert where_used(old) == set()


def test_the_merged_term_stays_retired_and_says_where_it_went(editor: Any) -> None:
    old, new = TopicFactory(slug="old"), TopicFactory(slug="new")
    merge_terms(term=old, into=new, user=editor)
    old.refresh_from_db()
    assert (old.retired, old.merged_into) == (True, new)
    assert type(old).objects.merged_slugs() == {"old": "new"}


def test_a_term_that_took_others_in_hands_them_on(editor: Any) -> None:
    first, second, third = TopicFactory(slug="one"), TopicFactory(slug="two"), TopicFactory(slug="three")
    merge_terms(term=first, into=second, user=editor)
    merge_terms(term=second, into=third, user=editor)
    assert type(first).objects.merged_slugs() == {"one": "three", "two": "three"}


def test_an_access_feature_keeps_its_answer(editor: Any, listing: Any) -> None:
    old, new, page = AccessFeatureFactory(), AccessFeatureFactory(), listing()
    page.access = [ServiceAccess(feature=old, answer="partly", note="Ask at the desk.")]
    page.save_revision().publish()
    merge_terms(term=old, into=new, user=editor)
    row = ServicePage.objects.get(pk=page.pk).access.get()
    assert (row.feature, row.answer, row.note) == (new, "partly", "Ask at the desk.")


def test_where_both_features_are_answered_the_answer_to_the_one_that_stays_stands(editor: Any, listing: Any) -> None:
    old, new, page = AccessFeatureFactory(), AccessFeatureFactory(), listing()
    page.access = [ServiceAccess(feature=old, answer="no"), ServiceAccess(feature=new, answer="yes")]
    page.save_revision().publish()
    merge_terms(term=old, into=new, user=editor)
    assert [row.answer for row in ServicePage.objects.get(pk=page.pk).access.all()] == ["yes"]
    assert [(row.feature, row.answer) for row in draft_of(page).access.all()] == [(new, "yes")]


def test_publishing_an_old_draft_does_not_bring_the_merged_term_back(editor: Any, listing: Any) -> None:
    old, new, page = TopicFactory(), TopicFactory(), listing()
    page.topics = [old]
    revision = page.save_revision()
    merge_terms(term=old, into=new, user=editor)
    revision.refresh_from_db()
    revision.publish()
    assert list(ServicePage.objects.get(pk=page.pk).topics.all()) == [new]


def test_a_version_opens_although_its_feature_and_its_organisation_are_gone(listing: Any) -> None:
    feature, other, page = AccessFeatureFactory(), AccessFeatureFactory(), listing()
    page.access = [ServiceAccess(feature=feature, answer="yes"), ServiceAccess(feature=other, answer="no")]
    page.organisation = OrganisationFactory()
    page.save_revision()
    feature.delete()
    page.organisation.delete()
    draft = draft_of(page)
    assert draft.organisation is None
    assert [row.feature for row in draft.access.all()] == [other]


def test_topics_below_the_merged_one_move_to_the_other(editor: Any) -> None:
    old, new = TopicFactory(), TopicFactory()
    child = TopicFactory(parent=old)
    merge_terms(term=old, into=new, user=editor)
    child.refresh_from_db()
    assert child.parent == new


def test_what_cannot_be_merged_is_refused_with_the_reason(editor: Any, listing: Any) -> None:
    top, other, retired = TopicFactory(name="Top"), TopicFactory(), TopicFactory(retired=True)
    child, nephew = TopicFactory(parent=top), TopicFactory(parent=other)
    polish = TopicFactory(locale=Locale.objects.create(language_code="pl"))
    page = listing(topics=[top])
    for into, why in (
        (top, "into itself"),
        (retired, "is retired"),
        (child, "stands below"),
        (nephew, "has topics below it"),
        (polish, "same list and language"),
        (NeedFactory(), "same list and language"),
    ):
        with pytest.raises(ChangeRefused, match=why):
            merge_terms(term=top, into=into, user=editor)
    assert names_on(page) == ["Top"]


def test_a_merge_stands_in_the_history_of_each_listing(editor: Any, listing: Any) -> None:
    old, new = TopicFactory(name="Clubs"), TopicFactory(name="Groups")
    page = listing(topics=[old])
    merge_terms(term=old, into=new, user=editor)
    entry = PageLogEntry.objects.get(page=page.pk, action="directory.merge")
    assert entry.formatter.format_message(entry) == "“Clubs” merged into “Groups”"


def test_after_a_merge_the_search_knows_the_new_term_only(editor: Any, listing: Any) -> None:
    old, new = TopicFactory(slug="clubs", name="Clubs"), TopicFactory(slug="groups", name="Groups")
    page = listing(topics=[old])
    assert SearchEntry.objects.get(page_id=page.pk).facts["values"]["topic"] == ["clubs"]
    merge_terms(term=old, into=new, user=editor)
    entry = SearchEntry.objects.get(page_id=page.pk)
    assert (entry.facts["values"]["topic"], entry.labels) == (["groups"], "Groups")


def test_other_pages_that_point_at_the_term_follow(editor: Any, home: Any) -> None:
    old, new = TopicFactory(), TopicFactory()
    page = SectionPageFactory(parent=home, topic=old)
    merge_terms(term=old, into=new, user=editor)
    page.refresh_from_db()
    assert page.topic == new


def test_translations_of_a_merged_term_are_retired_with_it(editor: Any) -> None:
    polish = Locale.objects.create(language_code="pl")
    old, new = TopicFactory(), TopicFactory()
    twin = TopicFactory(locale=polish, translation_key=old.translation_key)
    its = TopicFactory(locale=polish, translation_key=new.translation_key)
    merge_terms(term=old, into=new, user=editor)
    twin.refresh_from_db()
    assert (twin.retired, twin.merged_into) == (True, its)


def test_which_terms_were_merged_is_read_anew_after_a_merge(editor: Any) -> None:
    old, new = TopicFactory(), TopicFactory()
    assert merged_terms()["topic"] == {}
    merge_terms(term=old, into=new, user=editor)
    assert merged_terms()["topic"] == {old.pk: new.pk}


# --- Renaming ----------------------------------------------------------------------------------


def test_a_renamed_organisation_is_found_by_its_new_name(listing: Any) -> None:
    organisation = OrganisationFactory(name="Old name")
    page = listing(organisation=organisation)
    organisation.name = "Lantern"
    organisation.save()
    assert "lantern" in SearchEntry.objects.get(page_id=page.pk).organisation


def test_a_renamed_topic_renews_the_listings_of_the_topics_below_it(listing: Any) -> None:
    top = TopicFactory(name="Play")
    page = listing(topics=[TopicFactory(name="Football", parent=top)])
    top.name = "Leisure"
    top.save()
    assert SearchEntry.objects.get(page_id=page.pk).labels == "Football, Leisure"


def test_a_deleted_term_goes_from_the_search(listing: Any) -> None:
    topic = TopicFactory(name="Football")
    page = listing(topics=[topic])
    topic.delete()
    assert SearchEntry.objects.get(page_id=page.pk).labels == ""
